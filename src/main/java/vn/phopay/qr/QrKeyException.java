package vn.phopay.qr;

/**
 * A key, key file, key list or key directory cannot be used; the message says which and why, and holds no key bytes.
 */
public final class QrKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public QrKeyException(String message) {
        super(message);
    }

    public QrKeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
