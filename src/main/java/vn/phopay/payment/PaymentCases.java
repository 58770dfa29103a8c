package vn.phopay.payment;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Optional;
import vn.phopay.identity.CaseId;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.PaymentId;
import vn.phopay.payment.FlushReads.EarlierReversal;
import vn.phopay.payment.FlushReads.KeyHolder;
import vn.phopay.reconciliation.CaseKind;
import vn.phopay.reconciliation.NewCase;

/** Words the cases that recording a payment opens: what tells one trouble from another, and the frozen evidence. */
final class PaymentCases {
    private final IdSource ids;
    private final Clock clock;

    PaymentCases(IdSource ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** About a payment as it was told. */
    NewCase about(CaseKind kind, PaymentFact fact) {
        return about(kind, fact, fact.key().bankReference(), fact.id());
    }

    /**
     * The bank told one reference with several meanings; {@code first} is what stays in force. All of them are one
     * trouble, on the first one's day: which meaning came second or third decides neither.
     */
    NewCase conflict(PaymentFact fact, KeyHolder first) {
        NewCase told = about(CaseKind.CONFLICT, fact, fact.key().bankReference(), new PaymentId(first.paymentId()));
        return new NewCase(told.id(), told.kind(), told.fingerprint(), first.businessDate(), told.bankCode(),
                told.paymentId(), told.evidence(), told.openedAt());
    }

    /** One trace that may have been counted too often, or is claimed by several: one trouble, however often told. */
    NewCase possibleDuplicate(PaymentFact fact) {
        String fingerprint = fact.notice().bankTrace() + "/" + fact.notice().accountNumber() + '/'
                + fact.notice().amountVnd() + '/' + fact.notice().direction();
        return about(CaseKind.POSSIBLE_DUPLICATE, fact, fingerprint, fact.id());
    }

    /** The same trouble as a reversal that comes after the payment it does not fit. */
    NewCase mismatch(EarlierReversal reversal, PaymentFact original) {
        String bankCode = original.key().bankCode();
        JsonObject evidence = new JsonObject()
                .put("bankReference", reversal.bankReference())
                .put("accountNumber", reversal.accountNumber())
                .put("amount", reversal.amountVnd())
                .put("reversalOf", original.key().bankReference())
                .put("originalAccountNumber", original.notice().accountNumber())
                .put("originalAmount", original.notice().amountVnd());
        return new NewCase(new CaseId(ids.next()), CaseKind.AMOUNT_MISMATCH, bankCode + '/' + reversal.bankReference(),
                reversal.businessDate(), bankCode, reversal.paymentId(), evidence, clock.instant());
    }

    private NewCase about(CaseKind kind, PaymentFact fact, String fingerprint, PaymentId about) {
        JsonArray codes = new JsonArray();
        fact.candidates().forEach(code -> codes.add(code.value()));
        JsonObject evidence = new JsonObject()
                .put("bankReference", fact.key().bankReference())
                .put("accountNumber", fact.notice().accountNumber())
                .put("amount", fact.notice().amountVnd())
                .put("direction", fact.notice().direction().name())
                .put("memo", fact.notice().memo())
                .put("bookedAt", fact.notice().bookedAt().toString())
                .put("codes", codes)
                .put("source", fact.source().name());
        Optional.ofNullable(fact.deliveryId()).ifPresent(id -> evidence.put("deliveryId", id.toString()));
        Optional.ofNullable(fact.notice().reversalOf()).ifPresent(of -> evidence.put("reversalOf", of));
        Optional.ofNullable(fact.notice().bankTrace()).ifPresent(trace -> evidence.put("bankTrace", trace));
        Optional.ofNullable(fact.notice().virtualAccount()).ifPresent(to -> evidence.put("virtualAccount", to));
        return new NewCase(new CaseId(ids.next()), kind, fact.key().bankCode() + '/' + fingerprint,
                fact.businessDate(), fact.key().bankCode(), about.value(), evidence, clock.instant());
    }
}
