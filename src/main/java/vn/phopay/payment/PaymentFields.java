package vn.phopay.payment;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.PaymentId;
import vn.phopay.identity.PaymentRequestId;
import vn.phopay.identity.QrId;
import vn.phopay.time.BusinessDay;

/** The fields of a payment in the order in which lists, CSV files, live events and webhooks write them. */
public final class PaymentFields {
    private static final String CURRENCY = "VND";

    private PaymentFields() {}

    /** Their names and values; a value is what JSON knows, or null. */
    public static Map<String, @Nullable Object> of(PaymentView payment) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", payment.id().toString());
        fields.put("bankCode", payment.bankCode());
        fields.put("bankReference", payment.bankReference());
        fields.put("amount", payment.money().amountVnd());
        fields.put("currency", CURRENCY);
        fields.put("direction", payment.money().direction());
        fields.put("memo", payment.memo());
        fields.put("outcome", payment.outcome().name());
        fields.put("bookedAt", time(payment.times().bookedAt()));
        fields.put("receivedAt", time(payment.times().receivedAt()));
        fields.put("recordedAt", time(payment.times().recordedAt()));
        fields.put("businessDate", payment.times().businessDate().toString());
        fields.put("outletId", id(payment.attribution().outletId(), OutletId::new));
        fields.put("qrId", id(payment.attribution().qrId(), QrId::new));
        fields.put("paymentRequestId", id(payment.attribution().paymentRequestId(), PaymentRequestId::new));
        fields.put("reversed", payment.reversed());
        fields.put("payerAccount", payment.payerAccount().orElse(null));
        fields.put("source", payment.evidence().source().name());
        fields.put("bankTrace", payment.evidence().bankTrace().orElse(null));
        fields.put("virtualAccount", payment.evidence().virtualAccount().orElse(null));
        fields.put("twinOf", payment.evidence().twinOf().map(PaymentId::toString).orElse(null));
        fields.put("assigned", payment.later().assigned());
        fields.put("refundedAmount", payment.later().refundedVnd());
        fields.put("suggestedPaymentRequestId",
                payment.later().suggestedRequest().map(PaymentRequestId::toString).orElse(null));
        return fields;
    }

    private static @Nullable String id(@Nullable UUID value, Function<UUID, Object> wrapper) {
        return value == null ? null : wrapper.apply(value).toString();
    }

    private static String time(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.ofInstant(moment, BusinessDay.ZONE));
    }
}
