package vn.phopay.db;

/** The server is too old, or does not keep its texts in UTF-8. */
public final class UnsupportedServerException extends RuntimeException {
    public UnsupportedServerException(String message) {
        super(message);
    }
}
