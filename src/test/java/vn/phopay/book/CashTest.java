package vn.phopay.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static vn.phopay.book.BookFixture.day;
import static vn.phopay.testing.TestPostgres.await;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.book.BookFixture.Shop;
import vn.phopay.book.RecordCash.AlreadyRecorded;
import vn.phopay.book.RecordCash.IdTaken;
import vn.phopay.book.RecordCash.InFuture;
import vn.phopay.book.RecordCash.MonthClosed;
import vn.phopay.book.RecordCash.Order;
import vn.phopay.book.RecordCash.OutletUnknown;
import vn.phopay.book.RecordCash.Recorded;
import vn.phopay.book.RecordCash.TooMany;
import vn.phopay.book.RecordCash.TooOld;
import vn.phopay.book.RecordCash.WrongAmount;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Cash that is added to a book by hand, and struck out again. */
class CashTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("book_cash");

    private final BookFixture books = new BookFixture(DB);

    @AfterEach
    void booksShouldEqualTheirFacts() {
        books.fold();
        assertEquals(List.of(), books.offenders());
    }

    @Test
    void recordShouldStandInTheBookOfItsDayAndOutlet() {
        Shop shop = books.shop("Phở Thìn", 2);
        Order order = new Order(UUID.randomUUID(), shop.id(), shop.outlets().get(1), day(8, 11), 250_000, "khách quen",
                shop.id().value());
        assertInstanceOf(Recorded.class, books.record(order));
        List<BookLine> lines = books.month(shop, 8).lines();
        assertEquals(List.of(new BookLine(day(8, 11), day(8, 11), Optional.of(shop.outlets().get(1)),
                new BookSums(0, 0, 0, 0, 0, 0, 1, 250_000))), lines);
        CashEntry kept = await(books.read.cash(books.pool, shop.id(), day(8, 1), day(8, 31))).getFirst();
        assertEquals("khách quen", kept.note());
        assertEquals(books.clock.instant(), kept.recordedAt());
    }

    @Test
    void recordShouldCountOnceWhenAFormIsSentTwentyTimesAtOnce() throws Exception {
        Shop shop = books.shop("Bún chả", 1);
        Order order = books.cash(shop, day(8, 12), 90_000);
        List<RecordCash.Outcome> outcomes = AtOnce.run(12, i -> books.record(order));
        assertEquals(1, outcomes.stream().filter(Recorded.class::isInstance).count(), outcomes.toString());
        assertEquals(11, outcomes.stream().filter(AlreadyRecorded.class::isInstance).count(), outcomes.toString());
        assertEquals(90_000, books.month(shop, 8).totals().cashVnd());
    }

    @Test
    void recordShouldRefuseTheSameIdWithAnotherAmount() {
        Shop shop = books.shop("Xôi", 1);
        Order order = books.cash(shop, day(8, 12), 90_000);
        books.record(order);
        assertEquals(new IdTaken(), books.record(new Order(
                order.entryId(), shop.id(), shop.outlet(), order.date(), 90_001, "", shop.id().value())));
        Shop other = books.shop("Người khác", 1);
        assertInstanceOf(Recorded.class, books.record(new Order(
                order.entryId(), other.id(), other.outlet(), order.date(), 5, "", other.id().value())));
        assertEquals(90_000, books.month(shop, 8).totals().cashVnd());
    }

    @Test
    void recordShouldKeepToDaysThatHaveComeAndAreNotTooOld() {
        Shop shop = books.shop("Cà phê", 1);
        LocalDate today = day(8, 12);
        assertInstanceOf(Recorded.class, books.record(books.cash(shop, today, 1)));
        assertEquals(new InFuture(today), books.record(books.cash(shop, today.plusDays(1), 1)));
        LocalDate first = LocalDate.of(2025, 1, 1);
        assertInstanceOf(Recorded.class, books.record(books.cash(shop, first, 1)));
        assertEquals(new TooOld(first), books.record(books.cash(shop, first.minusDays(1), 1)));
    }

    @Test
    void recordShouldKeepToAmountsWithinTheLimit() {
        Shop shop = books.shop("Chè", 1);
        long most = BookFixture.LIMITS.amountVndMax();
        assertInstanceOf(Recorded.class, books.record(books.cash(shop, day(8, 1), most)));
        assertEquals(new WrongAmount(most), books.record(books.cash(shop, day(8, 1), most + 1)));
        assertInstanceOf(Recorded.class, books.record(books.cash(shop, day(8, 1), 1)));
        assertEquals(new WrongAmount(most), books.record(books.cash(shop, day(8, 1), 0)));
        assertEquals(new WrongAmount(most), books.record(books.cash(shop, day(8, 1), -5)));
    }

    @Test
    void recordShouldRefuseMoreEntriesThanADayMayHold() throws Exception {
        Shop shop = books.shop("Bia hơi", 1);
        List<RecordCash.Outcome> outcomes =
                AtOnce.run(9, i -> books.record(books.cash(shop, day(8, 2), 1_000 + i)));
        assertEquals(5, outcomes.stream().filter(Recorded.class::isInstance).count(), outcomes.toString());
        assertEquals(4, outcomes.stream().filter(new TooMany(5)::equals).count(), outcomes.toString());
    }

    @Test
    void recordShouldRefuseAnOutletOfAnotherMerchant() {
        Shop shop = books.shop("Một", 1);
        Shop other = books.shop("Hai", 1);
        assertEquals(new OutletUnknown(), books.record(new Order(
                UUID.randomUUID(), shop.id(), other.outlet(), day(8, 2), 1, "", shop.id().value())));
        assertEquals(Optional.of("cash_entry_outlet_fk"), books.refusedBy("WITH b AS (INSERT INTO book (merchant_id)"
                + " VALUES ($1) ON CONFLICT DO NOTHING) INSERT INTO cash_entry (merchant_id, entry_id, kind, outlet_id,"
                + " book_month, entered_date, business_date, amount_vnd, note, recorded_at, recorded_by) VALUES ($1,"
                + " gen_random_uuid(), 'ADDED', $2, '2026-08-01', '2026-08-02', '2026-08-02', 1, '', now(), $1)",
                shop.id().value(), other.outlet().value()), "the database keeps the same rule");
    }

    @Test
    void recordShouldRefuseAMonthThatIsClosed() {
        Shop shop = books.shop("Đã chốt", 1);
        books.record(books.cash(shop, day(7, 31), 10));
        assertInstanceOf(CloseMonth.Closed.class, books.close(shop, 7));
        MonthClosed closed = new MonthClosed(YearMonth.of(2026, 7));
        assertEquals(closed, books.record(books.cash(shop, day(7, 31), 1)));
        assertEquals(closed, books.record(books.cash(shop, day(6, 1), 1)), "what lies before is closed as well");
        assertInstanceOf(Recorded.class, books.record(books.cash(shop, day(8, 1), 1)));
    }

    @Test
    void strikeShouldTakeAwayOnceAndKeepBothToBeRead() throws Exception {
        Shop shop = books.shop("Nhầm", 1);
        Order order = books.cash(shop, day(8, 3), 77_000);
        books.record(order);
        List<StrikeCash.Outcome> outcomes = AtOnce.run(8, i -> books.strike(shop, order.entryId()));
        assertEquals(1, outcomes.stream().filter(StrikeCash.Struck.class::isInstance).count(), outcomes.toString());
        assertEquals(7, outcomes.stream().filter(StrikeCash.StruckBefore.class::isInstance).count());
        assertEquals(BookSums.NONE, books.month(shop, 8).totals());
        assertEquals(List.of(), books.month(shop, 8).lines());
        List<CashEntry> kept = await(books.read.cash(books.pool, shop.id(), day(8, 3), day(8, 3)));
        assertEquals(List.of(-77_000L, 77_000L), kept.stream().map(CashEntry::signedVnd).sorted().toList());
        assertEquals(1, kept.stream().filter(entry -> entry.struckAt().isPresent()).count());
    }

    @Test
    void strikeShouldStandInThePresentMonthWhenTheEntrysMonthIsClosed() {
        Shop shop = books.shop("Sửa sau", 1);
        Order order = books.cash(shop, day(7, 3), 40_000);
        books.record(order);
        books.close(shop, 7);
        assertInstanceOf(StrikeCash.Struck.class, books.strike(shop, order.entryId()));
        assertEquals(40_000, books.month(shop, 7).totals().cashVnd(), "what is closed stays");
        assertEquals(List.of(new BookLine(day(8, 12), day(7, 3), Optional.of(shop.outlet()),
                new BookSums(0, 0, 0, 0, 0, 0, -1, -40_000))), books.month(shop, 8).lines());
    }

    @Test
    void strikeShouldFindNeitherAnotherShopsEntryNorAStrike() {
        Shop shop = books.shop("Của tôi", 1);
        Shop other = books.shop("Của người", 1);
        Order order = books.cash(shop, day(8, 3), 5_000);
        books.record(order);
        assertEquals(new StrikeCash.NotFound(), books.strike(other, order.entryId()));
        StrikeCash.Struck struck = (StrikeCash.Struck) books.strike(shop, order.entryId());
        assertEquals(new StrikeCash.NotFound(), books.strike(shop, struck.strike().id()));
    }

    @Test
    void databaseShouldRefuseToChangeCashAndAStrikeThatSaysSomethingElse() {
        Shop shop = books.shop("Bất biến", 1);
        Order order = books.cash(shop, day(8, 3), 5_000);
        books.record(order);
        UUID merchant = shop.id().value();
        assertEquals(Optional.of("book_frozen"),
                books.refusedBy("UPDATE cash_entry SET amount_vnd = 6000 WHERE merchant_id = $1", merchant));
        assertEquals(Optional.of("book_frozen"),
                books.refusedBy("DELETE FROM cash_entry WHERE merchant_id = $1", merchant));
        String strike = "INSERT INTO cash_entry (merchant_id, entry_id, kind, outlet_id, book_month, entered_date,"
                + " business_date, amount_vnd, note, strikes_entry_id, recorded_at, recorded_by) VALUES ($1,"
                + " gen_random_uuid(), 'STRUCK', $2, '2026-08-01', '2026-08-03', '2026-08-03', $4, '', $3, now(), $1)";
        assertEquals(Optional.of("cash_entry_strikes_fk"),
                books.refusedBy(strike, merchant, shop.outlet().value(), order.entryId(), 4_999L));
        books.strike(shop, order.entryId());
        assertEquals(Optional.of("cash_entry_struck_once_uq"),
                books.refusedBy(strike, merchant, shop.outlet().value(), order.entryId(), 5_000L));
    }
}
