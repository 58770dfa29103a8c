package vn.phopay.identity;

import java.util.Optional;
import java.util.UUID;

/** The id of a printed or displayed QR code; written {@code qr_…}. */
public record QrId(UUID value) {
    private static final String PREFIX = "qr";

    /** Reads the public form; empty where {@code text} is not the id of a printed or displayed QR code. */
    public static Optional<QrId> parse(String text) {
        return PublicId.parse(PREFIX, text).map(QrId::new);
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
