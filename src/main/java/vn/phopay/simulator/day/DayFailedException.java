package vn.phopay.simulator.day;

/** The day could not be played to its end: the service refused what it must take, or did not answer. */
public final class DayFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what was refused. */
    public DayFailedException(String message) {
        super(message);
    }

    DayFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
