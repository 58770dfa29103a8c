package vn.phopay.book;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.phopay.db.Sql;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.payment.PaymentReader;
import vn.phopay.payment.PaymentReader.Cursor;
import vn.phopay.payment.PaymentView;

/** Finds a merchant's receipts by amount, time and last digits, the latest day first. Takes no locks. */
public final class SearchBook {
    /** Fewest last digits. */
    public static final int DIGITS_MIN = 2;
    /** Most last digits. */
    public static final int DIGITS_MAX = 20;

    private static final Sql SEARCH = Sql.load("book/search_payments");

    /**
     * What is looked for; what is empty does not matter.
     *
     * @param from the first business day
     * @param to the last business day
     * @param amountMinVnd least amount, in đồng
     * @param amountMaxVnd most, in đồng
     * @param after not booked before this time of a day, in Vietnam
     * @param before not booked after this time of a day, in Vietnam
     * @param digits last characters of the bank's reference or trace or, up to four, of the payer's account
     * @param outlet one outlet's
     */
    public record Filter(
            LocalDate from,
            LocalDate to,
            Optional<Long> amountMinVnd,
            Optional<Long> amountMaxVnd,
            Optional<LocalTime> after,
            Optional<LocalTime> before,
            Optional<String> digits,
            Optional<OutletId> outlet) {

        /** Everything of one day. */
        public static Filter ofDay(LocalDate date, Optional<OutletId> outlet) {
            return new Filter(date, date, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                    Optional.empty(), outlet);
        }
    }

    /** Reads one page; fails only on a database fault. */
    public Future<PaymentReader.Page> search(
            SqlClient client, MerchantId merchant, Filter filter, PaymentReader.PageRequest page) {
        Tuple parameters = Tuple.of(merchant.value(), filter.from(), filter.to(),
                filter.amountMinVnd().orElse(null), filter.amountMaxVnd().orElse(null), filter.after().orElse(null));
        parameters.addLocalTime(filter.before().orElse(null))
                .addString(filter.digits().orElse(null))
                .addLocalDate(page.after().map(Cursor::businessDate).orElse(null))
                .addUUID(afterId(page))
                .addUUID(filter.outlet().map(OutletId::value).orElse(null))
                .addInteger(page.limit() + 1);
        return SEARCH.execute(client, parameters).map(rows -> toPage(
                StreamSupport.stream(rows.spliterator(), false).map(PaymentReader::toView).toList(), page.limit()));
    }

    private static @Nullable UUID afterId(PaymentReader.PageRequest page) {
        return page.after().map(cursor -> cursor.id().value()).orElse(null);
    }

    private static PaymentReader.Page toPage(List<PaymentView> found, int limit) {
        if (found.size() <= limit) {
            return new PaymentReader.Page(found, Optional.empty());
        }
        List<PaymentView> items = List.copyOf(found.subList(0, limit));
        PaymentView last = items.getLast();
        return new PaymentReader.Page(items, Optional.of(new Cursor(last.times().businessDate(), last.id())));
    }
}
