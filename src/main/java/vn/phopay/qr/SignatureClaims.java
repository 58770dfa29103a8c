package vn.phopay.qr;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a code says about its signature, true only where the signature holds.
 *
 * @param issuedAt null where the code holds no ten digits
 * @param expiresAt null where the code holds no ten digits
 */
public record SignatureClaims(String keyId, String serial, @Nullable Instant issuedAt, @Nullable Instant expiresAt) {
}
