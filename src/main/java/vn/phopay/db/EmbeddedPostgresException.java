package vn.phopay.db;

/** The embedded PostgreSQL cannot be started or stopped; the message tells the operator why. */
public final class EmbeddedPostgresException extends RuntimeException {
    public EmbeddedPostgresException(String message) {
        super(message);
    }

    public EmbeddedPostgresException(String message, Throwable cause) {
        super(message, cause);
    }
}
