package vn.phopay.bank.vietqrvn;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.phopay.bank.BankKey;

/**
 * The short-lived tokens of VietQR.vn: drawn for whoever names user and password of a live key, and known again by
 * every instance without a table, because they carry their end and a MAC that only the holder of that key can make. A
 * token is as bound to its bank as the password, which we draw and nobody chooses; it dies with its key.
 */
public final class VietqrvnTokens {
    /** How long a token is good. */
    public static final Duration LIFETIME = Duration.ofSeconds(300);

    private static final String BASIC = "Basic ";
    private static final String PURPOSE = "phopay vietqrvn token 1";
    /** 192 bits, so that no token is ever drawn twice or guessed. */
    private static final int RANDOM_BYTES = 24;
    private static final int HEAD_BYTES = RANDOM_BYTES + Long.BYTES;
    private static final int MAC_BYTES = 32;

    private final Clock clock;
    private final SecureRandom random;

    /** Tokens drawn by {@code random} that end by {@code clock}. */
    public VietqrvnTokens(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** A new token for whoever's {@code authorization} header names a live key; empty for everybody else. */
    public Optional<String> draw(List<BankKey> keys, @Nullable String authorization) {
        return keyOf(keys, authorization).map(this::draw);
    }

    private String draw(BankKey.Shared key) {
        byte[] unique = new byte[RANDOM_BYTES];
        random.nextBytes(unique);
        byte[] head = ByteBuffer.allocate(HEAD_BYTES)
                .put(unique)
                .putLong(clock.instant().plus(LIFETIME).getEpochSecond())
                .array();
        byte[] token = ByteBuffer.allocate(HEAD_BYTES + MAC_BYTES)
                .put(head)
                .put(key.derive(PURPOSE).sign(head))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The live key whose user and password the header names (RFC 7617); empty where it names none. */
    static Optional<BankKey.Shared> keyOf(List<BankKey> keys, @Nullable String authorization) {
        Optional<String> pair = Optional.ofNullable(authorization)
                .filter(header -> header.regionMatches(true, 0, BASIC, 0, BASIC.length()))
                .flatMap(header -> decode(Base64.getDecoder(), header.substring(BASIC.length()).strip()))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        int colon = pair.map(text -> text.indexOf(':')).orElse(-1);
        if (colon < 0) {
            return Optional.empty();
        }
        String user = pair.get().substring(0, colon);
        String password = pair.get().substring(colon + 1);
        return shared(keys).stream().filter(key -> key.matches(user, password)).findFirst();
    }

    /** What a token turned out to be. */
    record Found(BankKey key, Instant drawnAt) {}

    /** The key for which {@code token} was drawn and when; empty where it is none of ours. */
    static Optional<Found> find(List<BankKey> keys, String token) {
        Optional<byte[]> bytes = decode(Base64.getUrlDecoder(), token)
                .filter(decoded -> decoded.length == HEAD_BYTES + MAC_BYTES);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        byte[] head = Arrays.copyOf(bytes.get(), HEAD_BYTES);
        byte[] mac = Arrays.copyOfRange(bytes.get(), HEAD_BYTES, HEAD_BYTES + MAC_BYTES);
        return shared(keys).stream()
                .filter(key -> key.derive(PURPOSE).verifies(head, mac))
                .map(key -> new Found(key, Instant.ofEpochSecond(ByteBuffer.wrap(head).getLong(RANDOM_BYTES))
                        .minus(LIFETIME)))
                .findFirst();
    }

    private static List<BankKey.Shared> shared(List<BankKey> keys) {
        return keys.stream()
                .filter(BankKey.Shared.class::isInstance)
                .map(BankKey.Shared.class::cast)
                .toList();
    }

    private static Optional<byte[]> decode(Base64.Decoder decoder, String base64) {
        try {
            return Optional.of(decoder.decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
