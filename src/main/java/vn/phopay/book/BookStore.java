package vn.phopay.book;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.phopay.db.Sql;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.PaymentId;

/** Books in the database: their lines, what stands apart, and closed months. Every future fails only on a fault. */
final class BookStore {
    private static final Sql OPEN = Sql.load("book/open_book");
    private static final Sql LOCK = Sql.load("book/lock_book");
    private static final Sql READ = Sql.load("book/read_book");
    private static final Sql CLOSE_THROUGH = Sql.load("book/close_through");
    private static final Sql LIST_LINES = Sql.load("book/list_lines");
    private static final Sql LIST_ITEMS = Sql.load("book/list_items");
    private static final Sql LIST_ENTERED_LATER = Sql.load("book/list_entered_later");
    private static final Sql SUM_YEAR = Sql.load("book/sum_year");
    private static final Sql READ_FOLDED_AT = Sql.load("book/read_folded_at");
    private static final Sql READ_MONTH = Sql.load("book/read_month");
    private static final Sql INSERT_MONTH = Sql.load("book/insert_month");

    /** Some days of one merchant's book, the first and the last included. */
    record Days(MerchantId merchant, LocalDate from, LocalDate to) {}

    /** A month as it is closed. */
    record Closed(String document, String hash, Instant at) {}

    /** Holds a book until {@code transaction} ends, and tells through which month it is closed. */
    Future<Optional<YearMonth>> lock(SqlConnection transaction, MerchantId merchant) {
        Tuple id = Tuple.of(merchant.value());
        return OPEN.execute(transaction, id)
                .compose(opened -> LOCK.execute(transaction, id))
                .map(rows -> month(rows.iterator().next(), "closed_through"));
    }

    /** How far a book goes. Takes no lock. */
    Future<BookSpan> span(SqlClient client, MerchantId merchant) {
        return READ.execute(client, Tuple.of(merchant.value())).map(rows -> rows.iterator().next())
                .map(row -> new BookSpan(month(row, "first_month"), month(row, "closed_through")));
    }

    private static Optional<YearMonth> month(Row row, String column) {
        return Optional.ofNullable(row.getLocalDate(column)).map(YearMonth::from);
    }

    /** The lines of a month, in the order of the book. */
    Future<List<BookLine>> lines(SqlClient client, MerchantId merchant, YearMonth month) {
        return LIST_LINES.execute(client, Tuple.of(merchant.value(), month.atDay(1)))
                .map(rows -> list(rows).map(BookStore::toLine).toList());
    }

    private static BookLine toLine(Row row) {
        return new BookLine(row.getLocalDate("entered_date"), row.getLocalDate("business_date"), outlet(row),
                new BookSums(row.getLong("payments"), row.getLong("received_vnd"), row.getLong("reversals"),
                        row.getLong("reversed_vnd"), row.getLong("refunds"), row.getLong("refunded_vnd"),
                        row.getLong("cash_entries"), row.getLong("cash_vnd")));
    }

    private static Optional<OutletId> outlet(Row row) {
        return Optional.ofNullable(row.getUUID("outlet_id")).map(OutletId::new);
    }

    /** What stands apart in those days, in the order of the book, at most {@code limit}. */
    Future<List<BookItem>> items(SqlClient client, Days days, int limit) {
        return LIST_ITEMS.execute(client, Tuple.of(days.merchant().value(), days.from(), days.to(), limit))
                .map(rows -> list(rows).map(BookStore::toItem).toList());
    }

    private static BookItem toItem(Row row) {
        BookItem.Paid paid = new BookItem.Paid(new PaymentId(row.getUUID("payment_id")), row.getString("bank_code"),
                row.getString("bank_reference"), row.getOffsetDateTime("booked_at").toInstant(),
                row.getLocalDate("paid_date"), row.getLong("paid_vnd"));
        return new BookItem(BookItem.Kind.valueOf(row.getString("kind")), row.getLocalDate("entered_date"),
                row.getLocalDate("business_date"), outlet(row), row.getBoolean("late"),
                row.getLong("amount_vnd"), paid);
    }

    /** Payments of {@code date} that stand under a later day, and under which. */
    Future<Map<PaymentId, LocalDate>> enteredLater(SqlClient client, MerchantId merchant, LocalDate date) {
        return LIST_ENTERED_LATER.execute(client, Tuple.of(merchant.value(), date)).map(rows -> list(rows).collect(
                Collectors.toMap(row -> new PaymentId(row.getUUID("payment_id")),
                        row -> row.getLocalDate("entered_date"))));
    }

    /** Revenue of those days, in whichever month it stands. */
    Future<Long> revenueVnd(SqlClient client, Days days) {
        return SUM_YEAR.execute(client, Tuple.of(days.merchant().value(), days.from(), days.to()))
                .map(rows -> rows.iterator().next().getLong("revenue_vnd"));
    }

    /** When books were last added to. */
    Future<Instant> foldedAt(SqlClient client) {
        return READ_FOLDED_AT.execute(client)
                .map(rows -> rows.iterator().next().getOffsetDateTime("folded_at").toInstant());
    }

    /** A closed month; empty while it is open. */
    Future<Optional<Closed>> closed(SqlClient client, MerchantId merchant, YearMonth month) {
        return READ_MONTH.execute(client, Tuple.of(merchant.value(), month.atDay(1)))
                .map(rows -> list(rows).findFirst().map(row -> new Closed(row.getString("document"),
                        row.getString("hash"), row.getOffsetDateTime("closed_at").toInstant())));
    }

    /** Closes a month of a held book. */
    Future<Void> close(SqlConnection transaction, BookMonth month, @Nullable YearMonth previous, Sealed sealed) {
        BookSums sums = month.totals();
        Tuple row = Tuple.of(month.merchant().value(), month.month().atDay(1),
                previous == null ? null : previous.atDay(1), sealed.closed().at().atOffset(ZoneOffset.UTC),
                sealed.by(), sums.receivedVnd());
        row.addLong(sums.reversedVnd()).addLong(sums.refundedVnd()).addLong(sums.cashVnd()).addLong(sums.netVnd())
                .addString(sealed.closed().document()).addString(sealed.closed().hash());
        return INSERT_MONTH.execute(transaction, row)
                .compose(kept -> CLOSE_THROUGH.execute(transaction,
                        Tuple.of(month.merchant().value(), month.month().atDay(1))))
                .mapEmpty();
    }

    /** A closed month, and who closed it. */
    record Sealed(Closed closed, UUID by) {}

    private static Stream<Row> list(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
