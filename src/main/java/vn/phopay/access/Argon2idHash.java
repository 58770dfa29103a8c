package vn.phopay.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id version 1.3 (RFC 9106) in PHC string form, {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. Works for tens
 * of milliseconds and takes the stated memory: call it on a worker thread.
 */
final class Argon2idHash {
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,3}),p=([0-9]{1,3})"
                    + "\\$([A-Za-z0-9+/]{11,64})\\$([A-Za-z0-9+/]{16,86})");
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getDecoder();

    private Argon2idHash() {}

    /** How much work a hash is; the names are RFC 9106's. */
    record Cost(int memoryKib, int iterations, int parallelism) {}

    /** Hashes {@code password} with a new salt. */
    static String hash(Password password, Cost cost, SecureRandom random) {
        byte[] salt = randomBytes(SALT_BYTES, random);
        return toPhc(cost, salt, work(password, cost, salt, HASH_BYTES));
    }

    /** A hash that no known password has: checking against it is as much work as against any other. */
    static String ofNobody(Cost cost, SecureRandom random) {
        return toPhc(cost, randomBytes(SALT_BYTES, random), randomBytes(HASH_BYTES, random));
    }

    private static byte[] randomBytes(int count, SecureRandom random) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String toPhc(Cost cost, byte[] salt, byte[] hash) {
        return "$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.iterations() + ",p=" + cost.parallelism()
                + '$' + ENCODER.encodeToString(salt) + '$' + ENCODER.encodeToString(hash);
    }

    /**
     * Whether {@code password} is the one behind {@code phc}, found in the same time for every wrong one.
     *
     * @throws IllegalStateException where {@code phc} is none that {@link #hash} wrote
     */
    static boolean matches(Password password, String phc) {
        Matcher parts = PHC.matcher(phc);
        if (!parts.matches()) {
            throw new IllegalStateException("a stored password hash is not in the PHC form of Argon2id");
        }
        Cost cost = new Cost(number(parts, 1), number(parts, 2), number(parts, 3));
        byte[] expected = DECODER.decode(parts.group(5));
        return MessageDigest.isEqual(expected, work(password, cost, DECODER.decode(parts.group(4)), expected.length));
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static byte[] work(Password password, Cost cost, byte[] salt, int hashBytes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.iterations())
                .withParallelism(cost.parallelism())
                .withSalt(salt)
                .build());
        byte[] hash = new byte[hashBytes];
        generator.generateBytes(password.text().getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
