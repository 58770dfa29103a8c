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
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.merchant.OutletStore;
import vn.phopay.time.BusinessDay;

/**
 * Adds cash of a day to a merchant's book, once by the id that the client made for it. The book is held meanwhile, so
 * that its month is not closed between the look at it and the entry.
 */
public final class RecordCash {
    /** How many years back, besides the present one, cash may be written. */
    private static final int YEARS_BACK_MAX = 1;
    private static final Logger LOG = LoggerFactory.getLogger(RecordCash.class);

    private final BookStore books = new BookStore();
    private final CashStore cash = new CashStore();
    private final OutletStore outlets;
    private final CashLimits limits;
    private final Clock clock;

    /** Knows whose outlets are by {@code outlets}. */
    public RecordCash(OutletStore outlets, CashLimits limits, Clock clock) {
        this.outlets = outlets;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * What is to be written.
     *
     * @param entryId made by the client
     * @param merchant whose book
     * @param outlet where the cash was taken
     * @param date the day on which it was taken
     * @param amountVnd whole đồng
     * @param note a few words of at most {@link CashEntry#NOTE_LENGTH_MAX} characters
     * @param by who writes it
     */
    public record Order(UUID entryId, MerchantId merchant, OutletId outlet, LocalDate date, long amountVnd, String note,
                        UUID by) {}

    /** What came of it. */
    public sealed interface Outcome
            permits Recorded, AlreadyRecorded, IdTaken, WrongAmount, InFuture, TooOld, MonthClosed, OutletUnknown,
                    TooMany {}

    /** It stands in the book once the transaction commits. */
    public record Recorded(CashEntry entry) implements Outcome {}

    /** The same was written before; nothing changed. */
    public record AlreadyRecorded(CashEntry entry) implements Outcome {}

    /** Something else was written under this id; nothing changed. */
    public record IdTaken() implements Outcome {}

    /** The amount is none, or more than {@code maxVnd}. */
    public record WrongAmount(long maxVnd) implements Outcome {}

    /** The day has not come yet; {@code today} is the last one possible. */
    public record InFuture(LocalDate today) implements Outcome {}

    /** The day lies before {@code first}, the earliest one possible. */
    public record TooOld(LocalDate first) implements Outcome {}

    /** The book is closed through this month. */
    public record MonthClosed(YearMonth closedThrough) implements Outcome {}

    /** The merchant has no such outlet. */
    public record OutletUnknown() implements Outcome {}

    /** The day has {@code max} entries already. */
    public record TooMany(int max) implements Outcome {}

    /** Writes through {@code transaction}; runs on a virtual thread. */
    public Outcome record(SqlConnection transaction, Order order) {
        Instant now = clock.instant();
        Optional<Outcome> refused = refuse(order, BusinessDay.of(now));
        if (refused.isPresent()) {
            return refused.get();
        }
        CashEntry entry = new CashEntry(order.entryId(), order.outlet(), order.date(), order.date(), order.amountVnd(),
                order.note(), now, Optional.empty(), Optional.empty());
        Optional<YearMonth> closed = await(books.lock(transaction, order.merchant()));
        Optional<CashEntry> before = await(cash.find(transaction, order.merchant(), order.entryId()));
        if (before.isPresent()) {
            return before.get().says(entry) ? new AlreadyRecorded(before.get()) : new IdTaken();
        }
        if (closed.isPresent() && !YearMonth.from(order.date()).isAfter(closed.get())) {
            return new MonthClosed(closed.get());
        }
        if (await(outlets.owner(transaction, order.outlet())).filter(order.merchant()::equals).isEmpty()) {
            return new OutletUnknown();
        }
        if (await(cash.count(transaction, order.merchant(), order.date())) >= limits.entriesPerDayMax()) {
            return new TooMany(limits.entriesPerDayMax());
        }
        if (!await(cash.insert(transaction, order.merchant(), entry, order.by()))) {
            throw new IllegalStateException("the book is held, and yet somebody else wrote this entry");
        }
        LOG.info("event=cash_recorded merchantId={} businessDate={}", order.merchant(), order.date());
        return new Recorded(entry);
    }

    /** The earliest day for which cash may be written on {@code today}. */
    public static LocalDate firstDay(LocalDate today) {
        return LocalDate.of(today.getYear() - YEARS_BACK_MAX, 1, 1);
    }

    private Optional<Outcome> refuse(Order order, LocalDate today) {
        if (order.amountVnd() < 1 || order.amountVnd() > limits.amountVndMax()) {
            return Optional.of(new WrongAmount(limits.amountVndMax()));
        }
        if (order.date().isAfter(today)) {
            return Optional.of(new InFuture(today));
        }
        LocalDate first = firstDay(today);
        return order.date().isBefore(first) ? Optional.of(new TooOld(first)) : Optional.empty();
    }
}
