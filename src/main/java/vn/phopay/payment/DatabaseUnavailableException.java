package vn.phopay.payment;

/** Payments cannot be recorded now; nothing of the delivery may be taken as kept, and it should be sent again. */
public final class DatabaseUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Without a stack trace: it is an answer to overload. */
    public DatabaseUnavailableException() {
        super("payments cannot be recorded now", null, false, false);
    }
}
