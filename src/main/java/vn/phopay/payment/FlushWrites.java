package vn.phopay.payment;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.phopay.db.Sql;

/** The second half of a flush: keeps the raw deliveries and the payments that were decided, in one statement. */
final class FlushWrites {
    private static final Sql INSERT = Sql.load("payment/insert_deliveries_and_payments");
    private static final String RECORDED = "RECORDED";

    private FlushWrites() {}

    /** A fact and what was decided about it; {@code twinOf} is the payment that counts where this one does not. */
    record Decided(
            PaymentFact fact, PaymentOutcome outcome, Attribution attribution, @Nullable UUID twinOf) {}

    /** Writes; a delivery that an earlier flush kept is left as it is. */
    static Future<Void> run(SqlConnection transaction, List<Delivery> deliveries, List<Decided> payments) {
        Tuple parameters = Tuple.tuple();
        addDeliveries(parameters, deliveries);
        addFacts(parameters, payments.stream().map(Decided::fact).toList());
        addDecisions(parameters, payments);
        return INSERT.execute(transaction, parameters).mapEmpty();
    }

    private static void addDeliveries(Tuple parameters, List<Delivery> deliveries) {
        parameters.addArrayOfUUID(uuids(deliveries, Delivery::id))
                .addArrayOfString(strings(deliveries, Delivery::bankCode))
                .addArrayOfString(strings(deliveries, Delivery::name))
                .addArrayOfOffsetDateTime(times(deliveries, Delivery::signedAt))
                .addArrayOfUUID(uuids(deliveries, d -> d.verifiedBy().value()))
                .addArrayOfOffsetDateTime(times(deliveries, Delivery::receivedAt))
                .addArrayOfString(strings(deliveries, d -> RECORDED))
                .addArrayOfBuffer(deliveries.stream().map(Delivery::rawBody).toArray(Buffer[]::new));
    }

    private static void addFacts(Tuple parameters, List<PaymentFact> facts) {
        parameters.addArrayOfUUID(uuids(facts, f -> f.id().value()))
                .addArrayOfString(strings(facts, f -> f.key().bankCode()))
                .addArrayOfString(strings(facts, f -> f.key().bankReference()))
                .addArrayOfUUID(uuids(facts, PaymentFact::deliveryId))
                .addArrayOfString(strings(facts, f -> f.notice().direction().name()))
                .addArrayOfString(strings(facts, f -> f.notice().reversalOf()))
                .addArrayOfString(strings(facts, f -> f.notice().accountNumber()))
                .addArrayOfLong(facts.stream().map(f -> f.notice().amountVnd()).toArray(Long[]::new))
                .addArrayOfString(strings(facts, f -> f.notice().memo()))
                .addArrayOfOffsetDateTime(times(facts, f -> f.notice().bookedAt()))
                .addArrayOfOffsetDateTime(times(facts, PaymentFact::receivedAt))
                .addArrayOfLocalDate(facts.stream().map(PaymentFact::businessDate).toArray(LocalDate[]::new))
                .addArrayOfString(strings(facts, f -> f.notice().payerAccount()))
                .addArrayOfString(strings(facts, f -> f.notice().payerBankBin()))
                .addArrayOfString(strings(facts, f -> f.source().name()))
                .addArrayOfString(strings(facts, f -> f.notice().bankTrace()))
                .addArrayOfString(strings(facts, f -> f.notice().virtualAccount()))
                .addArrayOfString(strings(facts, f -> f.notice().payerName()))
                .addArrayOfBoolean(facts.stream().map(f -> f.notice().directionAssumed()).toArray(Boolean[]::new));
    }

    private static void addDecisions(Tuple parameters, List<Decided> payments) {
        parameters.addArrayOfString(strings(payments, p -> p.outcome().name()))
                .addArrayOfUUID(uuids(payments, p -> p.attribution().merchantId()))
                .addArrayOfUUID(uuids(payments, p -> p.attribution().outletId()))
                .addArrayOfUUID(uuids(payments, p -> p.attribution().qrId()))
                .addArrayOfUUID(uuids(payments, p -> p.attribution().paymentRequestId()))
                .addArrayOfUUID(uuids(payments, Decided::twinOf));
    }

    private static <T> String[] strings(List<T> items, Function<T, @Nullable String> member) {
        return items.stream().map(member).toArray(String[]::new);
    }

    private static <T> UUID[] uuids(List<T> items, Function<T, @Nullable UUID> member) {
        return items.stream().map(member).toArray(UUID[]::new);
    }

    private static <T> OffsetDateTime[] times(List<T> items, Function<T, Instant> member) {
        return items.stream()
                .map(item -> OffsetDateTime.ofInstant(member.apply(item), ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }
}
