package vn.phopay.qr;

import org.jspecify.annotations.Nullable;

/**
 * Writes data objects one behind the other; the caller keeps the order. Values are ASCII, so length counts
 * characters.
 */
final class TlvWriter {
    private static final int VALUE_LENGTH_MAX = 99;

    private final StringBuilder text = new StringBuilder();

    /** Adds an object, or nothing where there is no value. */
    TlvWriter add(String id, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return this;
        }
        if (value.length() > VALUE_LENGTH_MAX) {
            throw new QrInputException("object " + id + " would have " + value.length()
                + " characters, at most 99 fit");
        }
        text.append(id).append((char) ('0' + value.length() / 10)).append((char) ('0' + value.length() % 10))
            .append(value);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
