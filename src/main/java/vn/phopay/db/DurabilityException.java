package vn.phopay.db;

/** The server may lose what it has committed; the service refuses to serve on it. */
public final class DurabilityException extends RuntimeException {
    public DurabilityException(String message) {
        super(message);
    }
}
