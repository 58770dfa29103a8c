package vn.phopay.access;

/** What came of a change of somebody's access. Everything but {@link Done} changed nothing. */
public sealed interface StaffOutcome {
    /** It is in force once the transaction commits. */
    record Done() implements StaffOutcome {}

    /** There is no such member that the caller may see. */
    record NotFound() implements StaffOutcome {}

    /** Somebody changed it since it was read. */
    record Stale() implements StaffOutcome {}

    /** Nobody changes himself. */
    record Self() implements StaffOutcome {}

    /** The one who is left to administer the whole city must stay. */
    record LastAdmin() implements StaffOutcome {}

    /** The caller hands on more districts than he has. */
    record TooManyDistricts() implements StaffOutcome {}

    /** Its access has ended. */
    record Ended() implements StaffOutcome {}

    /** Somebody else did something at the same time that rules it out; the transaction is lost. */
    record Overtaken() implements StaffOutcome {}
}
