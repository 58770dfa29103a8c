package vn.phopay.simulator.sender;

/** What an answer means to the sender that hears it. */
public enum Verdict {
    /** They have it: never told again. */
    TAKEN,
    /** They had it before: never told again. */
    KNOWN,
    /** Not taken, and it may be next time: told again after a pause. */
    AGAIN,
    /** Not taken and never will be: told no more. */
    GIVEN_UP
}
