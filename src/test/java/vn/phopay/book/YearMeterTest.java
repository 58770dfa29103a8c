package vn.phopay.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.book.BookFixture.day;
import static vn.phopay.testing.TestPostgres.await;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.access.AuditEntry;
import vn.phopay.book.BookFixture.Shop;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** How far a year's revenue has come towards the thresholds. */
class YearMeterTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("book_meter");

    @Test
    void meterShouldRoundDownAndBeReachedAtTheThresholdItself() {
        YearMeter below = YearMeter.of(Year.of(2026), 499_999_999, BookFixture.THRESHOLDS);
        assertEquals(List.of(500_000_000L, 1_000_000_000L),
                below.readings().stream().map(reading -> reading.threshold().amountVnd()).toList());
        assertEquals(99, below.readings().getFirst().percent());
        assertEquals(1, below.readings().getFirst().remainingVnd());
        assertFalse(below.readings().getFirst().isReached());
        YearMeter at = YearMeter.of(Year.of(2026), 500_000_000, BookFixture.THRESHOLDS);
        assertEquals(100, at.readings().getFirst().percent());
        assertTrue(at.readings().getFirst().isReached());
        assertEquals(50, at.readings().getLast().percent());
    }

    @Test
    void meterShouldHoldWhenRevenueIsNoneLessOrHuge() {
        assertEquals(0, YearMeter.of(Year.of(2026), 0, BookFixture.THRESHOLDS).readings().getFirst().percent());
        YearMeter less = YearMeter.of(Year.of(2026), -5_000, BookFixture.THRESHOLDS);
        assertEquals(-5_000, less.revenueVnd());
        assertEquals(0, less.readings().getFirst().percent());
        assertEquals(500_000_000, less.readings().getFirst().remainingVnd());
        YearMeter huge = YearMeter.of(Year.of(2026), Long.MAX_VALUE, BookFixture.THRESHOLDS);
        assertEquals(Long.MAX_VALUE / 10_000_000, huge.readings().getLast().percent());
    }

    @Test
    void meterShouldShowThresholdsInForceByTheEndOfTheYearOnly() {
        List<Threshold> thresholds = List.of(
                new Threshold(1, LocalDate.of(2026, 12, 31), "a", "a", "s"),
                new Threshold(2, LocalDate.of(2027, 1, 1), "b", "b", "s"));
        assertEquals(0, YearMeter.of(Year.of(2025), 5, thresholds).readings().size());
        assertEquals(1, YearMeter.of(Year.of(2026), 5, thresholds).readings().size());
        assertEquals(2, YearMeter.of(Year.of(2027), 5, thresholds).readings().size());
    }

    @Test
    void meterShouldCountTheYearByTheDayOfTheMoneyWhateverMonthItStandsIn() {
        BookFixture books = new BookFixture(DB);
        Shop shop = books.shop("Qua năm", 1);
        books.pay(books.pool, shop, shop.outlet(), LocalDate.of(2025, 12, 31), 7);
        BookFixture.Paid paid = books.pay(books.pool, shop, shop.outlet(), day(1, 1), 100);
        books.pay(books.pool, shop, null, day(8, 12), 1_000);
        books.reverse(books.pool, paid, day(1, 2));
        books.record(books.cash(shop, day(2, 2), 10_000));
        books.record(books.cash(shop, LocalDate.of(2025, 6, 1), 5));
        books.fold();
        assertEquals(11_000, await(books.read.meter(books.pool, shop.id(), Year.of(2026))).revenueVnd());
        assertEquals(12, await(books.read.meter(books.pool, shop.id(), Year.of(2025))).revenueVnd());
        // What comes after its month was closed counts in the year of its day.
        for (int month = 6; month <= 12; month++) {
            close2025(books, shop, month);
        }
        books.pay(books.pool, shop, shop.outlet(), LocalDate.of(2025, 12, 30), 70);
        books.fold();
        assertEquals(70, books.month(shop, 8).lateLines().getFirst().sums().receivedVnd());
        assertEquals(11_000, await(books.read.meter(books.pool, shop.id(), Year.of(2026))).revenueVnd());
        assertEquals(82, await(books.read.meter(books.pool, shop.id(), Year.of(2025))).revenueVnd());
    }

    private static void close2025(BookFixture books, Shop shop, int month) {
        YearMonth of = YearMonth.of(2025, month);
        BookMonth open = await(books.read.month(books.pool, shop.id(), of)).orElseThrow();
        books.close(new CloseMonth.Order(shop.id(), of, ReadBook.fingerprint(open),
                new AuditEntry.Actor(shop.id().value(), "MERCHANT", null)));
    }
}
