package vn.phopay.issuing;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.phopay.issuing.Verdict.Status;
import vn.phopay.merchant.MerchantStatus;
import vn.phopay.payment.MemoScanner;
import vn.phopay.payment.ReferenceCode;
import vn.phopay.qr.QrFault;
import vn.phopay.qr.QrVerification;
import vn.phopay.qr.QrVerifier;
import vn.phopay.qr.SignatureClaims;
import vn.phopay.qr.VietQr;

/**
 * Tells whether a payload is one of our codes, unchanged and good now. The signature is checked first and without the
 * database; then at most one indexed query follows. Nothing is said of an account beyond what the payload itself holds.
 */
public final class VerifyQr {
    /** A closed merchant's codes are taken back; one that was being made at that moment must not pass either. */
    private static final Set<MerchantStatus> STOPPED = Set.of(MerchantStatus.SUSPENDED, MerchantStatus.CLOSED);
    private static final int REFERENCES_MAX = 4;
    private static final String ELSEWHERE = "it carries the reference of a registered code and pays elsewhere";
    private static final MemoScanner SCANNER = new MemoScanner(REFERENCES_MAX);

    private final QrVerifier verifier;
    private final IssuedCodeStore codes;
    private final Clock clock;

    /** Trusts {@code verifier} about signatures, whose list needs no revocations: {@code codes} knows those. */
    public VerifyQr(QrVerifier verifier, IssuedCodeStore codes, Clock clock) {
        this.verifier = verifier;
        this.codes = codes;
        this.clock = clock;
    }

    /** Judges one payload; any text gets a verdict. Fails only on a database fault. */
    public Future<Verdict> verify(SqlClient client, String payload) {
        QrVerification found = verifier.verify(payload, clock.instant());
        return switch (found.result()) {
            case BAD_CRC, BAD_TLV, NOT_VIETQR -> done(Status.MALFORMED, found, malformed(found));
            case BAD_LAYOUT, BAD_SIGNATURE -> done(Status.FORGED, found, found.detail());
            case UNSUPPORTED_SCHEME, UNKNOWN_KEY -> done(Status.UNKNOWN_KEY, found, found.detail());
            case UNSIGNED -> judgeUnsigned(client, found);
            case KEY_REVOKED, NOT_YET_VALID, EXPIRED, REVOKED, VALID_STALE_LIST, VALID ->
                judgeSigned(client, found, payload);
        };
    }

    private static Future<Verdict> done(Status status, QrVerification found, String detail) {
        return Future.succeededFuture(new Verdict(status, Optional.empty(), keyId(found), detail));
    }

    private static String malformed(QrVerification found) {
        QrFault fault = found.fault();
        return fault == null
                ? found.result() + ": " + found.detail()
                : fault.code() + " at character " + fault.position() + ": " + fault.detail();
    }

    /** A copy without its signature, whose account was changed, is a forgery of the code whose reference it carries. */
    private Future<Verdict> judgeUnsigned(SqlClient client, QrVerification found) {
        VietQr vietQr = found.vietQr();
        List<ReferenceCode> references = vietQr == null ? List.of() : referencesOf(vietQr);
        if (vietQr == null || references.isEmpty()) {
            return done(Status.UNSIGNED, found, found.detail());
        }
        return codes.accountsOf(client, references).compose(accounts ->
                accounts.stream().allMatch(account -> account.isNamedBy(vietQr.bin(), vietQr.account()))
                        ? done(Status.UNSIGNED, found, found.detail())
                        : done(Status.FORGED, found, ELSEWHERE));
    }

    private static List<ReferenceCode> referencesOf(VietQr vietQr) {
        Set<ReferenceCode> references = new LinkedHashSet<>();
        for (String text : new String[] {vietQr.reference(), vietQr.memo()}) {
            references.addAll(text == null ? List.of() : SCANNER.scan(text));
        }
        return List.copyOf(references);
    }

    private Future<Verdict> judgeSigned(SqlClient client, QrVerification found, String payload) {
        SignatureClaims claims = found.claims();
        if (claims == null) {
            throw new IllegalStateException("a signature that holds says what it signed");
        }
        return codes.findBySerial(client, claims.serial()).map(known -> judge(found, known, payload));
    }

    private static Verdict judge(QrVerification found, IssuedCodeStore.Finding known, String payload) {
        Optional<IssuedCode.Payee> payee =
                known.code().filter(code -> code.isPrintedAs(payload)).map(IssuedCode::payee);
        Status status = switch (found.result()) {
            case KEY_REVOKED, REVOKED -> Status.REVOKED;
            case NOT_YET_VALID, EXPIRED -> Status.EXPIRED;
            default -> known.isRevoked() ? Status.REVOKED : statusOfGood(payee);
        };
        String detail = switch (status) {
            case SUSPENDED -> "issued by this operator and unchanged, but the merchant is suspended";
            case REVOKED -> found.isValid() ? "the code was taken back" : found.detail();
            default -> found.detail();
        };
        return new Verdict(status, payee, keyId(found), detail);
    }

    private static Status statusOfGood(Optional<IssuedCode.Payee> payee) {
        return payee.filter(merchant -> STOPPED.contains(merchant.status())).isPresent()
                ? Status.SUSPENDED : Status.GENUINE;
    }

    private static @Nullable String keyId(QrVerification found) {
        SignatureClaims claims = found.claims();
        return claims == null ? null : claims.keyId();
    }
}
