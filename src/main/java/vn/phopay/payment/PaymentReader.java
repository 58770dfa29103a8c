package vn.phopay.payment;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import vn.phopay.db.Sql;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.PaymentId;
import vn.phopay.identity.PaymentRequestId;

/**
 * Reads recorded payments, the latest business day first and within a day the latest arrival first. Takes no locks.
 * Every future fails only on a database fault.
 */
public final class PaymentReader {
    private static final Sql LIST_OF_MERCHANT = Sql.load("payment/list_merchant_payments");
    private static final Sql LIST_OF_ALL = Sql.load("payment/list_payments");
    private static final int SHOWN_CHARACTERS = 4;

    /** Whose payments are read. */
    public sealed interface Scope permits OfMerchant, OfDistricts {}

    /** One merchant's. */
    public record OfMerchant(MerchantId merchant) implements Scope {}

    /** Those of outlets that stand in these districts now; empty for all, those that are nobody's included. */
    public record OfDistricts(Set<String> codes) implements Scope {
        /** Copies {@code codes}. */
        public OfDistricts {
            codes = Set.copyOf(codes);
        }
    }

    /**
     * What is looked for.
     *
     * @param outlet one outlet's
     * @param from the first business day
     * @param to the last business day
     * @param outcome what became of it
     */
    public record Filter(
            Optional<OutletId> outlet, LocalDate from, LocalDate to, Optional<PaymentOutcome> outcome) {}

    /**
     * Where a page ended: the business day and id of its last payment.
     *
     * @param businessDate the day
     * @param id the payment
     */
    public record Cursor(LocalDate businessDate, PaymentId id) {
        private static final char SEPARATOR = '~';

        /** Reads what {@link #toString} wrote; empty for anything else. */
        public static Optional<Cursor> parse(String text) {
            int at = text.indexOf(SEPARATOR);
            if (at < 0 || !text.substring(0, at).matches("[0-9]{1,6}")) {
                return Optional.empty();
            }
            LocalDate day = LocalDate.ofEpochDay(Integer.parseInt(text.substring(0, at)));
            return PaymentId.parse(text.substring(at + 1)).map(id -> new Cursor(day, id));
        }

        @Override
        public String toString() {
            return businessDate.toEpochDay() + String.valueOf(SEPARATOR) + id;
        }
    }

    /**
     * Which page.
     *
     * @param after where the page before ended
     * @param limit most payments on it
     */
    public record PageRequest(Optional<Cursor> after, int limit) {}

    /**
     * A page.
     *
     * @param items payments
     * @param next where it ended, if there are more
     */
    public record Page(List<PaymentView> items, Optional<Cursor> next) {}

    /** Reads one page. */
    public Future<Page> list(SqlClient client, Scope scope, Filter filter, PageRequest page) {
        Tuple parameters = Tuple.of(
                filter.from(),
                filter.to(),
                filter.outlet().map(OutletId::value).orElse(null),
                filter.outcome().map(PaymentOutcome::name).orElse(null),
                page.after().map(Cursor::businessDate).orElse(null),
                page.after().map(cursor -> cursor.id().value()).orElse(null));
        parameters.addInteger(page.limit() + 1);
        Future<RowSet<Row>> rows = switch (scope) {
            case OfMerchant(MerchantId merchant) ->
                LIST_OF_MERCHANT.execute(client, parameters.addUUID(merchant.value()));
            case OfDistricts(Set<String> codes) -> LIST_OF_ALL.execute(
                    client, parameters.addArrayOfString(codes.isEmpty() ? null : codes.toArray(String[]::new)));
        };
        return rows.map(found -> toPage(
                StreamSupport.stream(found.spliterator(), false).map(PaymentReader::toView).toList(), page.limit()));
    }

    private static Page toPage(List<PaymentView> found, int limit) {
        if (found.size() <= limit) {
            return new Page(found, Optional.empty());
        }
        List<PaymentView> items = List.copyOf(found.subList(0, limit));
        PaymentView last = items.getLast();
        return new Page(items, Optional.of(new Cursor(last.times().businessDate(), last.id())));
    }

    /** A payment as its merchant reads it, from a row with the columns that the lists select. */
    public static PaymentView toView(Row row) {
        return new PaymentView(
                new PaymentId(row.getUUID("payment_id")),
                row.getString("bank_code"),
                row.getString("bank_reference"),
                new PaymentView.Movement(row.getLong("amount_vnd"), row.getString("direction")),
                row.getString("memo"),
                PaymentOutcome.valueOf(row.getString("outcome")),
                row.getBoolean("reversed"),
                new PaymentView.Times(
                        row.getOffsetDateTime("booked_at").toInstant(),
                        row.getOffsetDateTime("received_at").toInstant(),
                        row.getOffsetDateTime("recorded_at").toInstant(),
                        row.getLocalDate("business_date")),
                new PaymentView.Evidence(
                        PaymentFact.Source.valueOf(row.getString("source")),
                        Optional.ofNullable(row.getString("bank_trace")),
                        Optional.ofNullable(row.getString("virtual_account")),
                        Optional.ofNullable(row.getUUID("twin_of")).map(PaymentId::new)),
                new PaymentView.Later(
                        row.getBoolean("assigned"),
                        row.getLong("refunded_vnd"),
                        Optional.ofNullable(row.getUUID("suggested_request_id")).map(PaymentRequestId::new)),
                toAttribution(row),
                Optional.ofNullable(row.getString("payer_account")).map(PaymentReader::mask));
    }

    private static Attribution toAttribution(Row row) {
        UUID merchant = row.getUUID("merchant_id");
        return new Attribution(
                merchant, row.getUUID("outlet_id"), row.getUUID("qr_id"), row.getUUID("payment_request_id"));
    }

    /** An account of four characters or less shows none of them. */
    private static String mask(String account) {
        int hidden = account.length() - SHOWN_CHARACTERS;
        return hidden > 0 ? "••••" + account.substring(hidden) : "••••";
    }
}
