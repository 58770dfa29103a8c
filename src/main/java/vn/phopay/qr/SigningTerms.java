package vn.phopay.qr;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a signature says beside the payload. Times count in whole seconds; parts of a second are cut off.
 *
 * @param issuedAt when the code is issued
 * @param expiresAt last instant at which it is good
 * @param serial unique for every issued code, see {@link SerialSource}
 */
public record SigningTerms(Instant issuedAt, Instant expiresAt, String serial) {
    /** Longest life of a reusable code. */
    public static final Duration STATIC_LIFE_MAX = Duration.ofDays(400);
    /** Longest life of a code for one payment. */
    public static final Duration DYNAMIC_LIFE_MAX = Duration.ofHours(24);
    private static final long TEN_DIGITS_MIN = 1_000_000_000L;
    private static final long TEN_DIGITS_MAX = 9_999_999_999L;

    /** Refuses times that are not ten digits of Unix seconds, an empty life and a serial of another form. */
    public SigningTerms {
        issuedAt = issuedAt.truncatedTo(ChronoUnit.SECONDS);
        expiresAt = expiresAt.truncatedTo(ChronoUnit.SECONDS);
        requireTenDigits(issuedAt);
        requireTenDigits(expiresAt);
        if (expiresAt.getEpochSecond() <= issuedAt.getEpochSecond()) {
            throw new QrInputException("expiresAt: must be later than issuedAt");
        }
        if (!SerialSource.isSerial(serial)) {
            throw new QrInputException("serial: 13 characters of Crockford base32, upper case");
        }
    }

    void requireLifeWithin(Duration lifeMax) {
        if (expiresAt.getEpochSecond() - issuedAt.getEpochSecond() > lifeMax.toSeconds()) {
            throw new QrInputException("expiresAt: at most " + lifeMax.toHours() + " hours after issuedAt");
        }
    }

    private static void requireTenDigits(Instant time) {
        if (time.getEpochSecond() < TEN_DIGITS_MIN || time.getEpochSecond() > TEN_DIGITS_MAX) {
            throw new QrInputException("issuedAt, expiresAt: ten digits of Unix seconds");
        }
    }
}
