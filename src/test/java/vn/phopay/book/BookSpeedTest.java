package vn.phopay.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phopay.book.BookFixture.day;
import static vn.phopay.testing.TestPostgres.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.book.BookFixture.Shop;
import vn.phopay.payment.PaymentReader;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** A shop with 100,000 payments a month: what its book says is right, and how long it takes is told, not judged. */
class BookSpeedTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("book_speed");

    private static final int PAYMENTS = 100_000;

    @Test
    void bookShouldAddUpWhenAMonthHasAHundredThousandPayments(TestReporter reporter) {
        BookFixture books = new BookFixture(DB);
        Shop shop = books.shop("Chợ lớn", 1);
        books.run("INSERT INTO payment (payment_id, bank_code, bank_reference, direction, account_number, amount_vnd,"
                + " memo, booked_at, received_at, business_date, outcome, merchant_id, outlet_id) SELECT"
                + " gen_random_uuid(), 'mbbank', 'B' || i, 'CREDIT', '0123456789', 1000 + i % 1000, '', t, t, t::date,"
                + " 'OUTLET', $1, $2"
                + " FROM (SELECT i, timestamptz '2026-07-01 03:00Z' + i % 31 * interval '1 day' AS t"
                + " FROM generate_series(1, " + PAYMENTS + ") i) made", shop.id().value(), shop.outlet().value());
        books.run("INSERT INTO payment_key SELECT bank_code, bank_reference, ''::bytea, payment_id FROM payment");
        books.run("ANALYZE");
        FoldBooks fold = new FoldBooks(books.pool, books.clock, 20_000);

        told(reporter, "fold of all payments", () -> books.onVirtualThread(fold::run));
        BookMonth month = told(reporter, "month", () -> books.month(shop, 7));
        told(reporter, "meter", () -> await(books.read.meter(books.pool, shop.id(), Year.of(2026))));
        told(reporter, "day, first page",
                () -> search(books, shop, SearchBook.Filter.ofDay(day(7, 5), Optional.empty())));
        told(reporter, "search of a year without a hit", () -> search(books, shop, new SearchBook.Filter(
                day(1, 1), day(8, 12), Optional.of(999_999L), Optional.of(999_999L), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty())));
        told(reporter, "search of a year with many hits", () -> search(books, shop, new SearchBook.Filter(
                day(1, 1), day(8, 12), Optional.of(1_500L), Optional.of(1_500L), Optional.empty(), Optional.empty(),
                Optional.of("00"), Optional.empty())));
        told(reporter, "close", () -> books.close(shop, 7));

        assertEquals(PAYMENTS, month.totals().payments());
        assertEquals(PAYMENTS / 1000 * 1000L * 1000 + PAYMENTS / 1000 * 999L * 1000 / 2, month.totals().receivedVnd());
        assertEquals(Optional.of(YearMonth.of(2026, 7)), books.span(shop).closedThrough());
    }

    private static PaymentReader.Page search(BookFixture books, Shop shop, SearchBook.Filter filter) {
        return await(books.search.search(
                books.pool, shop.id(), filter, new PaymentReader.PageRequest(Optional.empty(), 50)));
    }

    /** To the test's report, and to {@code target/book-speed.txt}, where people find it. */
    private static <T> T told(TestReporter reporter, String what, Supplier<T> work) {
        long startedNs = System.nanoTime();
        T result = work.get();
        String took = (System.nanoTime() - startedNs) / 1_000_000 + " ms";
        reporter.publishEntry(what, took);
        try {
            Files.writeString(Path.of("target", "book-speed.txt"), what + ": " + took + "\n",
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return result;
    }
}
