package vn.phopay.book;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.PaymentId;
import vn.phopay.merchant.MerchantFile;
import vn.phopay.merchant.MerchantRegistry;

/** Reads a merchant's book. Takes no locks. Every future fails only on a database fault. */
public final class ReadBook {
    /** Most entries of cash, and most things that stand apart, in one answer. */
    public static final int ROWS_MAX = 500;

    private final BookStore books = new BookStore();
    private final CashStore cash = new CashStore();
    private final MerchantRegistry merchants;
    private final List<Threshold> thresholds;
    private final Clock clock;

    /** Names merchants by {@code merchants} and holds years against {@code thresholds}. */
    public ReadBook(MerchantRegistry merchants, List<Threshold> thresholds, Clock clock) {
        this.merchants = merchants;
        this.thresholds = List.copyOf(thresholds);
        this.clock = clock;
    }

    /** One month: as it was closed, or as it stands; empty where there is no such merchant. */
    public Future<Optional<BookMonth>> month(SqlClient client, MerchantId merchant, YearMonth month) {
        return books.closed(client, merchant, month).compose(closed -> closed.isPresent()
                ? Future.succeededFuture(closed.map(kept -> BookDocument.read(kept.document(), kept.hash())))
                : open(client, merchant, month));
    }

    private Future<Optional<BookMonth>> open(SqlClient client, MerchantId merchant, YearMonth month) {
        return header(client, merchant).compose(header -> header.isEmpty()
                ? Future.succeededFuture(Optional.empty())
                : books.lines(client, merchant, month).map(lines -> Optional.of(
                        new BookMonth(merchant, month, header.get(), lines, Optional.empty()))));
    }

    /** What is written on a merchant's book now; empty where there is no such merchant. */
    public Future<Optional<BookHeader>> header(SqlClient client, MerchantId merchant) {
        return merchants.read(client, merchant).map(found -> found.map(ReadBook::toHeader));
    }

    private static BookHeader toHeader(MerchantFile file) {
        return new BookHeader(
                file.merchant().profile().legalName(),
                file.merchant().profile().displayName(),
                file.merchant().profile().taxCode().value(),
                file.outlets().stream()
                        .map(outlet -> new BookHeader.Place(outlet.id(), outlet.name(), outlet.address()))
                        .toList());
    }

    /** How far a book goes. */
    public Future<BookSpan> span(SqlClient client, MerchantId merchant) {
        return books.span(client, merchant);
    }

    /** Whether {@code month} of a book of {@code span} can be closed now. */
    public boolean mayClose(BookSpan span, YearMonth month) {
        return CloseMonth.isOver(month, clock.instant()) && span.next().filter(month::equals).isPresent();
    }

    /** What stands apart from {@code from} to {@code to}, in the order of the book, at most {@link #ROWS_MAX}. */
    public Future<List<BookItem>> items(SqlClient client, MerchantId merchant, LocalDate from, LocalDate to) {
        return books.items(client, new BookStore.Days(merchant, from, to), ROWS_MAX);
    }

    /** Entries of cash that stand from {@code from} to {@code to}, the latest first, at most {@link #ROWS_MAX}. */
    public Future<List<CashEntry>> cash(SqlClient client, MerchantId merchant, LocalDate from, LocalDate to) {
        return cash.list(client, new BookStore.Days(merchant, from, to), ROWS_MAX);
    }

    /** One entry of cash; empty where the merchant has none of this id. */
    public Future<Optional<CashEntry>> cashEntry(SqlClient client, MerchantId merchant, UUID id) {
        return cash.find(client, merchant, id);
    }

    /** Payments of {@code date} that stand under a later day, because its month was closed when they came. */
    public Future<Map<PaymentId, LocalDate>> enteredLater(SqlClient client, MerchantId merchant, LocalDate date) {
        return books.enteredLater(client, merchant, date);
    }

    /**
     * A calendar year's revenue against the thresholds in force: by the days on which money was received, whichever
     * month it stands in.
     */
    public Future<YearMeter> meter(SqlClient client, MerchantId merchant, Year year) {
        BookStore.Days days = new BookStore.Days(merchant, year.atDay(1), year.atMonth(12).atEndOfMonth());
        return books.revenueVnd(client, days).map(revenueVnd -> YearMeter.of(year, revenueVnd, thresholds));
    }

    /** When books were last added to: payments of a second ago may still be missing. */
    public Future<Instant> foldedAt(SqlClient client) {
        return books.foldedAt(client);
    }

    /** What a reader has seen of an open month: changes whenever anything in it does. */
    public static String fingerprint(BookMonth month) {
        return BookDocument.fingerprint(month);
    }
}
