package vn.phopay.book;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.MerchantId;
import vn.phopay.time.BusinessDay;

/**
 * Strikes an entry of cash out, once: both stay to be read, and together they add nothing. Where the month of the
 * entry is closed the strike stands under today, in the present month.
 */
public final class StrikeCash {
    private static final Logger LOG = LoggerFactory.getLogger(StrikeCash.class);

    private final BookStore books = new BookStore();
    private final CashStore cash = new CashStore();
    private final IdSource ids;
    private final Clock clock;

    /** Names what it writes by {@code ids}. */
    public StrikeCash(IdSource ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** Which entry of which merchant, and who strikes it out. */
    public record Order(MerchantId merchant, UUID entryId, UUID by) {}

    /** What came of it. */
    public sealed interface Outcome permits Struck, StruckBefore, NotFound {}

    /** It counts no more once the transaction commits. */
    public record Struck(CashEntry strike) implements Outcome {}

    /** It was struck out before; nothing changed. */
    public record StruckBefore(CashEntry entry) implements Outcome {}

    /** The merchant has no such entry, or it is itself what strikes another out. */
    public record NotFound() implements Outcome {}

    /** Writes through {@code transaction}; runs on a virtual thread. */
    public Outcome strike(SqlConnection transaction, Order order) {
        Optional<YearMonth> closed = await(books.lock(transaction, order.merchant()));
        Optional<CashEntry> found = await(cash.find(transaction, order.merchant(), order.entryId()))
                .filter(entry -> !entry.isStrike());
        if (found.isEmpty()) {
            return new NotFound();
        }
        CashEntry entry = found.get();
        if (entry.struckAt().isPresent()) {
            return new StruckBefore(entry);
        }
        Instant now = clock.instant();
        CashEntry strike = new CashEntry(ids.next(), entry.outlet(), entered(entry, closed, BusinessDay.of(now)),
                entry.business(), entry.amountVnd(), "", now, Optional.of(entry.id()), Optional.empty());
        if (!await(cash.insert(transaction, order.merchant(), strike, order.by()))) {
            throw new IllegalStateException("a new id is taken");
        }
        LOG.info("event=cash_struck merchantId={} businessDate={}", order.merchant(), entry.business());
        return new Struck(strike);
    }

    /** Beside the entry; in the first month that is not closed where the entry's own one is. */
    private static LocalDate entered(CashEntry entry, Optional<YearMonth> closed, LocalDate today) {
        return closed
                .filter(last -> !YearMonth.from(entry.business()).isAfter(last))
                .map(last -> last.plusMonths(1).atDay(1))
                .map(open -> open.isAfter(today) ? open : today)
                .orElse(entry.business());
    }
}
