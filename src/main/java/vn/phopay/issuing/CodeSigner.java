package vn.phopay.issuing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import vn.phopay.qr.QrPayload;
import vn.phopay.qr.QrSigner;
import vn.phopay.qr.SerialSource;
import vn.phopay.qr.SignedQr;
import vn.phopay.qr.SigningTerms;

/**
 * Signs codes that are issued now, each under a new serial.
 *
 * @param signer holds the key and the operator's GUID
 * @param serials where serials come from
 * @param clock tells when
 */
public record CodeSigner(QrSigner signer, SerialSource serials, Clock clock) {
    /** Now in whole seconds: what a signature can say, so that database and code agree. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    SignedQr sign(QrPayload payload, Instant issuedAt, Instant expiresAt) {
        return signer.sign(payload, new SigningTerms(issuedAt, expiresAt, serials.next()));
    }
}
