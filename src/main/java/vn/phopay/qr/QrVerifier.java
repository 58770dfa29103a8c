package vn.phopay.qr;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.phopay.qr.QrVerification.Result;

/**
 * Checks signed payloads in a fixed order; the first check that fails gives the result.
 *
 * <p>Order: checksum, structure, signature templates, scheme, key, signature, key state, times, revocation, age of the
 * list. A payload that carries our templates is judged by its signature even where a value breaks a rule or the
 * scheme is another: a changed code is a forgery, not a misprint. Without our templates, such a payload is {@code
 * BAD_TLV} or {@code NOT_VIETQR}. Any text gives an answer; nothing is thrown.
 */
public final class QrVerifier {
    /** How far a code's time of issue may lie ahead of our clock. */
    public static final Duration CLOCK_SKEW_MAX = Duration.ofSeconds(300);

    private final String guid;
    private final Supplier<KeyList> keyList;
    private final Predicate<String> revokedElsewhere;

    /** Trusts the keys and revocations of the list, asked for at every call. */
    public QrVerifier(String guid, Supplier<KeyList> keyList) {
        this(guid, keyList, serial -> false);
    }

    /** As the other, and takes a serial as revoked where the predicate says so too. */
    public QrVerifier(String guid, Supplier<KeyList> keyList, Predicate<String> revokedElsewhere) {
        this.guid = SignatureLayout.requireGuid(guid);
        this.keyList = keyList;
        this.revokedElsewhere = revokedElsewhere;
    }

    /** Checks one payload at an instant. */
    public QrVerification verify(String payload, Instant now) {
        QrStructure structure = QrStructure.read(payload);
        Reading reading = new Reading(structure, QrDecoder.decode(structure));
        QrFault fault = structure.fault();
        if (fault != null) {
            Result result = fault.code() == QrFault.Code.BAD_CRC ? Result.BAD_CRC : Result.BAD_TLV;
            return reading.answer(result, fault.detail(), null);
        }
        if (!reading.endsWithCrc()) {
            return reading.answer(Result.BAD_CRC, "the payload does not end with a checksum", null);
        }
        return switch (SignatureBlock.find(structure, guid)) {
            case SignatureBlock.None none -> reading.contentOr(Result.UNSIGNED, "no signature of this operator", null);
            case SignatureBlock.Misplaced misplaced -> reading.answer(Result.BAD_LAYOUT, misplaced.detail(), null);
            case SignatureBlock.Found found -> verifySigned(reading, found, now);
        };
    }

    private QrVerification verifySigned(Reading reading, SignatureBlock.Found found, Instant now) {
        SignatureClaims claims = found.claims();
        if (!found.scheme().equals(SignatureLayout.SCHEME)) {
            return reading.answer(Result.UNSUPPORTED_SCHEME, "the signature scheme is not E1", claims);
        }
        KeyList list = keyList.get();
        List<TrustedKey> candidates = list.find(claims.keyId());
        if (candidates.isEmpty()) {
            return reading.answer(Result.UNKNOWN_KEY, "the signing key is not in the list", claims);
        }
        Optional<TrustedKey> signer = findSigner(reading.structure(), found, candidates);
        if (signer.isEmpty()) {
            return reading.answer(Result.BAD_SIGNATURE, "the signature does not belong to this text", claims);
        }
        return verifyState(reading, claims, new Trust(list, signer.get(), now));
    }

    private static Optional<TrustedKey> findSigner(QrStructure structure, SignatureBlock.Found found,
                                                   List<TrustedKey> candidates) {
        PayloadText text = structure.text();
        byte[] signature = found.signature();
        if (signature == null || text.firstNonAns(0, text.length()) >= 0) {
            return Optional.empty();
        }
        byte[] message = SignatureLayout.signedBytes(text.slice(0, found.signedLength()));
        return candidates.stream().filter(candidate -> candidate.key().verifies(signature, message)).findFirst();
    }

    private QrVerification verifyState(Reading reading, SignatureClaims claims, Trust trust) {
        Instant issuedAt = claims.issuedAt();
        Instant expiresAt = claims.expiresAt();
        if (trust.key().status() == KeyStatus.COMPROMISED) {
            return reading.answer(Result.KEY_REVOKED, "the signing key is compromised", claims);
        }
        if (issuedAt == null || expiresAt == null || !expiresAt.isAfter(issuedAt)) {
            return reading.answer(Result.BAD_LAYOUT, "the meta template holds no two times in order", claims);
        }
        if (!trust.key().maySignAt(issuedAt)) {
            return reading.answer(Result.KEY_REVOKED, "issued outside the key's signing window", claims);
        }
        if (issuedAt.isAfter(trust.now().plus(CLOCK_SKEW_MAX))) {
            return reading.answer(Result.NOT_YET_VALID, "issued in the future", claims);
        }
        if (trust.now().isAfter(expiresAt)) {
            return reading.answer(Result.EXPIRED, "expired", claims);
        }
        if (trust.list().revokedSerials().contains(claims.serial()) || revokedElsewhere.test(claims.serial())) {
            return reading.answer(Result.REVOKED, "the code was taken back", claims);
        }
        Result good = trust.list().isStaleAt(trust.now()) ? Result.VALID_STALE_LIST : Result.VALID;
        return reading.contentOr(good, "issued by this operator and unchanged", claims);
    }

    private record Trust(KeyList list, TrustedKey key, Instant now) {
    }

    /** The payload as read, from which every answer takes its display values. */
    private record Reading(QrStructure structure, DecodedQr decoded) {
        boolean endsWithCrc() {
            DataObject last = structure.roots().getLast();
            return last.id().equals("63") && last.length() == 4;
        }

        /** The given result, unless the content breaks a rule or belongs to another scheme. */
        QrVerification contentOr(Result result, String detail, @Nullable SignatureClaims claims) {
            return switch (decoded) {
                case DecodedQr.Refused refused -> answer(Result.BAD_TLV, refused.fault().detail(), claims);
                case DecodedQr.NotVietQr other -> answer(Result.NOT_VIETQR, "a payload of another scheme", claims);
                case DecodedQr.Payable payable -> answer(result, detail, claims);
            };
        }

        QrVerification answer(Result result, String detail, @Nullable SignatureClaims claims) {
            VietQr vietQr = decoded instanceof DecodedQr.Payable payable ? payable.vietQr() : null;
            QrFault fault = decoded instanceof DecodedQr.Refused refused ? refused.fault() : null;
            return new QrVerification(result, detail, claims, vietQr, fault);
        }
    }
}
