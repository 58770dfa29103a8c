package vn.phopay.db;

/** No connection to the configured database; the message has the URL with its password masked, and the cause. */
public final class DatabaseUnreachableException extends RuntimeException {
    public DatabaseUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
