package vn.phopay.safety;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.SelfCheckId;
import vn.phopay.issuing.Verdict;
import vn.phopay.issuing.VerifyQr;
import vn.phopay.qr.QrVerification;
import vn.phopay.qr.QrVerifier;
import vn.phopay.qr.SignatureClaims;
import vn.phopay.qr.VietQr;

/**
 * The morning check: tells an owner whether what hangs on her wall is a code of hers that is good now. Nothing that the
 * page says of the code is believed; the payload is judged as a payer's would be, and then by whose it is. Each check
 * is a fact. Runs on a virtual thread.
 */
public final class CheckSticker {
    /** Longest payload that is looked at, in characters; a symbol of our codes holds 512. */
    public static final int PAYLOAD_LENGTH_MAX = 1_024;

    private static final Logger LOG = LoggerFactory.getLogger(CheckSticker.class);

    private final QrVerifier verifier;
    private final VerifyQr verify;
    private final SelfCheckStore checks;
    private final Memory memory;

    /**
     * How checks are kept.
     *
     * @param ids names them
     * @param clock when they happen
     * @param payloadLife how long what an alarm read is kept for a report
     */
    public record Memory(IdSource ids, Clock clock, Duration payloadLife) {}

    /**
     * One look at a code.
     *
     * @param merchant whose wall it is
     * @param key made by the page: sent twice it is one check
     * @param way how it was read
     * @param payload what was read; empty where nothing could be
     */
    public record Attempt(MerchantId merchant, UUID key, SelfCheck.Way way, Optional<String> payload) {}

    /** What came out, and which of her codes it is. */
    record Finding(CheckVerdict verdict, @Nullable UUID outlet, @Nullable UUID qr) {
        static Finding of(CheckVerdict verdict) {
            return new Finding(verdict, null, null);
        }
    }

    /** {@code verifier} reads signatures, {@code verify} judges as for a payer. */
    public CheckSticker(QrVerifier verifier, VerifyQr verify, SelfCheckStore checks, Memory memory) {
        this.verifier = verifier;
        this.verify = verify;
        this.checks = checks;
        this.memory = memory;
    }

    /** Judges and keeps; an attempt that was kept before gives the same check again. */
    public SelfCheck check(SqlConnection transaction, Attempt attempt) {
        Optional<String> payload = attempt.payload().map(String::strip).filter(text -> !text.isEmpty());
        Instant now = memory.clock().instant();
        Finding finding = payload.map(text -> judge(transaction, attempt.merchant(), text, now))
                .orElseGet(() -> Finding.of(CheckVerdict.UNREADABLE));
        SelfCheckId id = new SelfCheckId(memory.ids().next());
        if (Future.await(checks.insert(transaction, new SelfCheckStore.NewCheck(id, attempt, finding, now)))) {
            payload.filter(text -> finding.verdict().keepsPayload() && !isOverlong(text))
                    .ifPresent(text -> Future.await(
                    checks.keepPayload(transaction, id, text, now.plus(memory.payloadLife()))));
            LOG.info("event=self_check checkId={} merchantId={} verdict={} way={}",
                    id, attempt.merchant(), finding.verdict(), attempt.way());
        }
        return Future.await(checks.findAttempt(transaction, attempt.merchant(), attempt.key())).orElseThrow();
    }

    private Finding judge(SqlConnection transaction, MerchantId merchant, String payload, Instant now) {
        if (isOverlong(payload)) {
            return Finding.of(CheckVerdict.NOT_VIETQR);
        }
        QrVerification found = verifier.verify(payload, now);
        Verdict.Status status = Future.await(verify.verify(transaction, payload)).status();
        return switch (status) {
            case MALFORMED -> Finding.of(CheckVerdict.NOT_VIETQR);
            case FORGED, UNKNOWN_KEY -> Finding.of(CheckVerdict.FORGED);
            case UNSIGNED -> Finding.of(unsigned(transaction, merchant, found));
            case GENUINE, EXPIRED, REVOKED, SUSPENDED -> signed(transaction, found, payload)
                    .map(code -> ofKnown(merchant, code, status))
                    .orElseGet(() -> Finding.of(CheckVerdict.FORGED));
        };
    }

    private static boolean isOverlong(String payload) {
        return payload.length() > PAYLOAD_LENGTH_MAX;
    }

    private CheckVerdict unsigned(SqlConnection transaction, MerchantId merchant, QrVerification found) {
        VietQr vietQr = found.vietQr();
        if (vietQr == null) {
            return CheckVerdict.NOT_VIETQR;
        }
        return Future.await(checks.findOwnAccount(transaction, merchant, vietQr.bin(), vietQr.account()))
                .map(live -> live ? CheckVerdict.OWN_UNSIGNED : CheckVerdict.OLD_ACCOUNT)
                .orElse(CheckVerdict.OTHER_ACCOUNT);
    }

    /** The code that was issued as just this text: a compromised key signs what it likes, but that was never issued. */
    private Optional<SelfCheckStore.KnownCode> signed(
            SqlConnection transaction, QrVerification found, String payload) {
        SignatureClaims claims = found.claims();
        return claims == null
                ? Optional.empty()
                : Future.await(checks.findCode(transaction, claims.serial()))
                        .filter(code -> code.payload().equalsIgnoreCase(payload));
    }

    private static Finding ofKnown(MerchantId merchant, SelfCheckStore.KnownCode code, Verdict.Status status) {
        if (!code.merchant().equals(merchant)) {
            return Finding.of(CheckVerdict.OTHER_SHOP);
        }
        CheckVerdict verdict = code.qr() == null ? CheckVerdict.ONE_PAYMENT : ofOwn(code, status);
        return new Finding(verdict, code.outlet(), code.qr());
    }

    private static CheckVerdict ofOwn(SelfCheckStore.KnownCode code, Verdict.Status status) {
        if (status == Verdict.Status.REVOKED) {
            return CheckVerdict.REVOKED;
        }
        if (!code.accountApproved()) {
            return CheckVerdict.OLD_ACCOUNT;
        }
        return switch (status) {
            case EXPIRED -> CheckVerdict.EXPIRED;
            case SUSPENDED -> CheckVerdict.SUSPENDED;
            case GENUINE -> CheckVerdict.GREEN;
            default -> throw new IllegalStateException("a code that was issued is never " + status);
        };
    }
}
