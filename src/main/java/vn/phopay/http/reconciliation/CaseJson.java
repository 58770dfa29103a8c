package vn.phopay.http.reconciliation;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.PaymentRequestId;
import vn.phopay.identity.StaffId;
import vn.phopay.reconciliation.CaseFile;
import vn.phopay.reconciliation.CaseHistory;
import vn.phopay.reconciliation.CasePolicy;
import vn.phopay.reconciliation.Decision;
import vn.phopay.time.BusinessDay;

/** Cases as the API writes them. Times carry Hà Nội's offset. */
final class CaseJson {
    private CaseJson() {}

    /** A case in a list, and after a step. */
    static JsonObject item(CaseFile file) {
        CaseFile.Standing standing = file.standing();
        return new JsonObject()
                .put("id", file.id().toString())
                .put("kind", file.kind().name())
                .put("status", standing.status().name())
                .put("resolution", standing.resolution().map(Enum::name).orElse(null))
                .put("period", file.period().toString())
                .put("bankCode", file.bankCode())
                .put("accountNumber", file.accountNumber())
                .put("openedAt", time(standing.openedAt()))
                .put("resolvedAt", standing.resolvedAt().map(CaseJson::time).orElse(null))
                .put("payment", file.about().payment().map(CaseJson::payment).orElse(null))
                .put("pendingApproval", standing.pending().map(CaseJson::proposal).orElse(null));
    }

    /** A case with all that is known of it. */
    static JsonObject whole(
            CaseFile file, List<CaseHistory.Entry> acts, List<CaseHistory.Suggestion> suggestions) {
        JsonArray actions = new JsonArray();
        CasePolicy.applicable(file).forEach(action -> actions.add(action.name()));
        JsonArray history = new JsonArray();
        acts.forEach(act -> history.add(act(act)));
        JsonArray offers = new JsonArray();
        suggestions.forEach(suggestion -> offers.add(suggestion(suggestion)));
        return item(file)
                .put("evidence", file.evidence())
                .put("actions", actions)
                .put("acts", history)
                .put("suggestions", offers);
    }

    private static JsonObject payment(CaseFile.CasePayment payment) {
        CaseFile.Attributed whose = payment.attribution();
        return new JsonObject()
                .put("id", payment.id().toString())
                .put("bankReference", payment.bankReference())
                .put("amount", payment.amountVnd())
                .put("direction", payment.credit() ? "CREDIT" : "DEBIT")
                .put("memo", payment.memo())
                .put("bookedAt", time(payment.bookedAt()))
                .put("outcome", payment.outcome())
                .put("merchantId", id(whose.merchantId(), MerchantId::new))
                .put("outletId", id(whose.outletId(), OutletId::new))
                .put("paymentRequestId", id(whose.paymentRequestId(), PaymentRequestId::new));
    }

    private static JsonObject proposal(CaseFile.Proposal proposal) {
        Decision decision = proposal.decision();
        return new JsonObject()
                .put("action", decision.action().name())
                .put("outletId", decision.outlet() == null ? null : decision.outlet().toString())
                .put("paymentRequestId", decision.paymentRequest() == null
                        ? null : decision.paymentRequest().toString())
                .put("note", decision.note())
                .put("because", proposal.because())
                .put("proposedBy", new StaffId(proposal.answerable().proposer()).toString())
                .put("proposedAt", time(proposal.at()));
    }

    private static JsonObject act(CaseHistory.Entry entry) {
        CaseHistory.Ruling ruling = entry.ruling();
        return new JsonObject()
                .put("act", entry.what().name())
                .put("at", time(entry.at()))
                .put("actor", new JsonObject()
                        .put("id", id(entry.actor().staffId(), StaffId::new))
                        .put("name", entry.actor().name())
                        .put("role", entry.actor().role()))
                .put("action", ruling.action())
                .put("resolution", ruling.resolution())
                .put("because", ruling.because())
                .put("note", ruling.note())
                .put("outletId", id(ruling.outletId(), OutletId::new))
                .put("paymentRequestId", id(ruling.paymentRequestId(), PaymentRequestId::new))
                .put("evidence", entry.evidence());
    }

    private static JsonObject suggestion(CaseHistory.Suggestion suggestion) {
        return new JsonObject()
                .put("hint", suggestion.hint().name())
                .put("outletId", new OutletId(suggestion.outletId()).toString())
                .put("outletName", suggestion.outletName())
                .put("merchantId", new MerchantId(suggestion.merchantId()).toString())
                .put("merchantName", suggestion.merchantName())
                .put("paymentRequestId", id(suggestion.paymentRequestId(), PaymentRequestId::new));
    }

    private static @Nullable String id(@Nullable UUID value, Function<UUID, Object> wrapper) {
        return Optional.ofNullable(value).map(wrapper).map(Object::toString).orElse(null);
    }

    private static String time(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.ofInstant(moment, BusinessDay.ZONE));
    }
}
