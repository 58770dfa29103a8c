package vn.phopay.qr;

/** What a payload was to be made of cannot stand in one; the message names the field and the rule. */
public final class QrInputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public QrInputException(String message) {
        super(message);
    }
}
