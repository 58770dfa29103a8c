package vn.phopay.bank;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The time under a signature: read strictly, held to a window, and put before the text that it is signed with. */
public final class SignedTime {
    private static final int DIGITS_MAX = 15;

    private SignedTime() {}

    /** Plain Unix seconds; empty for anything else. */
    public static Optional<Instant> ofSeconds(@Nullable String text) {
        return number(text).filter(seconds -> seconds <= Instant.MAX.getEpochSecond()).map(Instant::ofEpochSecond);
    }

    /** Plain milliseconds since 1970; empty for anything else. */
    public static Optional<Instant> ofMillis(@Nullable String text) {
        return number(text).map(Instant::ofEpochMilli);
    }

    /** Whether {@code signedAt} is at most {@code ageMax} before {@code now} and {@code aheadMax} after it. */
    public static boolean isWithin(Instant signedAt, Instant now, Duration ageMax, Duration aheadMax) {
        // To the second, because most senders tell no more.
        long ageSeconds = now.getEpochSecond() - signedAt.getEpochSecond();
        return ageSeconds <= ageMax.toSeconds() && -ageSeconds <= aheadMax.toSeconds();
    }

    /** {@code head.body}. */
    public static byte[] dotted(String head, byte[] body) {
        byte[] before = (head + '.').getBytes(StandardCharsets.UTF_8);
        byte[] text = new byte[before.length + body.length];
        System.arraycopy(before, 0, text, 0, before.length);
        System.arraycopy(body, 0, text, before.length, body.length);
        return text;
    }

    private static Optional<Long> number(@Nullable String text) {
        boolean plain = text != null && !text.isEmpty() && text.length() <= DIGITS_MAX
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
