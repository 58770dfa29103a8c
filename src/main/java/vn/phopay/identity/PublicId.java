package vn.phopay.identity;

import java.util.Optional;
import java.util.UUID;

/**
 * The public text form of an id: a prefix that tells its kind, an underscore, and the UUID as 26 characters of
 * lower-case Crockford base32 ({@code mch_01kb…}). Clients treat it as opaque.
 */
public final class PublicId {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int BODY_LENGTH = 26;

    private PublicId() {}

    /** Writes {@code id} with {@code prefix} (given without the underscore). */
    public static String format(String prefix, UUID id) {
        char[] body = new char[BODY_LENGTH];
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        for (int i = BODY_LENGTH - 1; i >= 0; i--) {
            body[i] = ALPHABET.charAt((int) (low & 31));
            low = (low >>> 5) | (high << 59);
            high >>>= 5;
        }
        return prefix + '_' + new String(body);
    }

    /** Reads what {@link #format} wrote; empty for another prefix, length or character. */
    public static Optional<UUID> parse(String prefix, String text) {
        int start = prefix.length() + 1;
        if (text.length() != start + BODY_LENGTH || !text.startsWith(prefix) || text.charAt(start - 1) != '_') {
            return Optional.empty();
        }
        long high = 0;
        long low = 0;
        for (int i = start; i < text.length(); i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            boolean overflows = i == start && digit > 7;
            if (digit < 0 || overflows) {
                return Optional.empty();
            }
            high = (high << 5) | (low >>> 59);
            low = (low << 5) | digit;
        }
        return Optional.of(new UUID(high, low));
    }
}
