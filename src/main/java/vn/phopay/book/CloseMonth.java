package vn.phopay.book;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.identity.MerchantId;
import vn.phopay.time.BusinessDay;

/**
 * Closes a month of a merchant's book for ever: everything that was committed is entered, the book is read, and what
 * it says is kept with its hash, in one transaction. What comes later stands in a later month. Months are closed in
 * their order, and none twice: {@code book_month_pk} and {@code book_month_previous_uq} have the last word.
 */
public final class CloseMonth {
    private static final Logger LOG = LoggerFactory.getLogger(CloseMonth.class);

    private final FoldBooks fold;
    private final ReadBook read;
    private final BookStore books = new BookStore();
    private final AuditLog audit;
    private final Clock clock;

    /** Enters what is missing by {@code fold}, reads by {@code read} and says so in {@code audit}. */
    public CloseMonth(FoldBooks fold, ReadBook read, AuditLog audit, Clock clock) {
        this.fold = fold;
        this.read = read;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param merchant whose book
     * @param month the month
     * @param seen the fingerprint of what whoever closes it has seen ({@link ReadBook#fingerprint})
     * @param actor who closes it
     */
    public record Order(MerchantId merchant, YearMonth month, String seen, AuditEntry.Actor actor) {}

    /** What came of it. */
    public sealed interface Outcome permits Closed, ClosedBefore, NotOver, OutOfTurn, Changed, Behind {}

    /** It is closed once the transaction commits. */
    public record Closed(BookMonth month) implements Outcome {}

    /** It was closed before; nothing changed. */
    public record ClosedBefore() implements Outcome {}

    /** The month is not over. */
    public record NotOver() implements Outcome {}

    /** Another month is the next to be closed; empty where the book is. */
    public record OutOfTurn(Optional<YearMonth> next) implements Outcome {}

    /** Something came since it was looked at; look again. */
    public record Changed() implements Outcome {}

    /** The books are still being folded; try again later. */
    public record Behind() implements Outcome {}

    /** Writes through {@code transaction}; runs on a virtual thread. */
    public Outcome close(SqlConnection transaction, Order order) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (!isOver(order.month(), now)) {
            return new NotOver();
        }
        if (!fold.catchUp(transaction)) {
            return new Behind();
        }
        Optional<YearMonth> previous = await(books.lock(transaction, order.merchant()));
        BookSpan span = await(books.span(transaction, order.merchant()));
        if (span.isClosed(order.month())) {
            return new ClosedBefore();
        }
        if (!span.next().filter(order.month()::equals).isPresent()) {
            return new OutOfTurn(span.next());
        }
        BookMonth open = await(read.month(transaction, order.merchant(), order.month())).orElseThrow();
        if (!ReadBook.fingerprint(open).equals(order.seen())) {
            return new Changed();
        }
        return new Closed(seal(transaction, order, new Open(open, previous, now)));
    }

    /** Whether {@code month} had ended in Vietnam at {@code now}. */
    static boolean isOver(YearMonth month, Instant now) {
        return month.isBefore(YearMonth.from(BusinessDay.of(now)));
    }

    /** A month that is about to be closed: the one that was closed before it, and when it is done. */
    private record Open(BookMonth month, Optional<YearMonth> previous, Instant now) {}

    private BookMonth seal(SqlConnection transaction, Order order, Open open) {
        String previousHash = open.previous()
                .map(month -> await(books.closed(transaction, order.merchant(), month)).orElseThrow().hash())
                .orElse("");
        String document = BookDocument.of(
                open.month(), new BookDocument.Seal(open.now(), order.actor().requireId(), previousHash));
        BookStore.Closed closed = new BookStore.Closed(document, BookDocument.hash(document), open.now());
        await(books.close(transaction, open.month(), open.previous().orElse(null),
                new BookStore.Sealed(closed, order.actor().requireId())));
        await(audit.record(transaction, AuditEntry
                .of(order.actor(), "book.close", "BOOK_MONTH", order.merchant() + "/" + order.month())
                .with("hash", closed.hash())));
        LOG.info("event=book_closed merchantId={} month={} hash={}", order.merchant(), order.month(), closed.hash());
        return BookDocument.read(closed.document(), closed.hash());
    }
}
