package vn.phopay.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.book.BookFixture.day;
import static vn.phopay.testing.TestPostgres.await;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.book.BookFixture.Paid;
import vn.phopay.book.BookFixture.Shop;
import vn.phopay.identity.OutletId;
import vn.phopay.payment.PaymentReader;
import vn.phopay.payment.PaymentView;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Receipts are found by amount, time and last digits, and nobody else's are. */
class SearchBookTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("book_search");

    private final BookFixture books = new BookFixture(DB);
    private final Shop shop = books.shop("Tìm", 2);

    private record Wanted(Optional<Long> min, Optional<Long> max, Optional<LocalTime> after, Optional<LocalTime> before,
                          Optional<String> digits, Optional<OutletId> outlet) {
        static final Wanted ALL = new Wanted(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());

        SearchBook.Filter filter() {
            return new SearchBook.Filter(day(7, 1), day(8, 12), min, max, after, before, digits, outlet);
        }
    }

    private List<String> find(Shop whose, SearchBook.Filter filter) {
        return await(books.search.search(books.pool, whose.id(), filter, new PaymentReader.PageRequest(
                Optional.empty(), 50))).items().stream().map(PaymentView::bankReference).toList();
    }

    private List<String> digits(String digits) {
        return find(shop, new Wanted(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(digits), Optional.empty()).filter());
    }

    @Test
    void searchShouldFindByAmountWithBothEndsIncluded() {
        books.pay(books.pool, shop, shop.outlet(), "A1", day(8, 1), 100);
        books.pay(books.pool, shop, shop.outlet(), "A2", day(8, 2), 200);
        books.pay(books.pool, shop, null, "A3", day(8, 3), 300);
        books.pay(books.pool, shop, null, "A4", day(6, 30), 200);
        assertEquals(List.of("A3", "A2"), find(shop, amounts(200L, 300L)));
        assertEquals(List.of("A2"), find(shop, amounts(200L, 200L)));
        assertEquals(List.of(), find(shop, amounts(201L, 299L)));
    }

    private static SearchBook.Filter amounts(long min, long max) {
        return new Wanted(Optional.of(min), Optional.of(max), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty()).filter();
    }

    @Test
    void searchShouldFindByTimeOfDayInVietnam() {
        books.pay(books.pool, shop, shop.outlet(), "T1", day(8, 1), 100);
        LocalTime booked = LocalTime.of(10, 30);
        assertEquals(List.of("T1"), find(shop, times(booked, booked)));
        assertEquals(List.of(), find(shop, times(booked.plusMinutes(1), LocalTime.MAX)));
        assertEquals(List.of(), find(shop, times(LocalTime.MIN, booked.minusMinutes(1))));
    }

    private static SearchBook.Filter times(LocalTime after, LocalTime before) {
        return new Wanted(Optional.empty(), Optional.empty(), Optional.of(after), Optional.of(before),
                Optional.empty(), Optional.empty()).filter();
    }

    @Test
    void searchShouldFindByLastDigitsOfTheReferenceAndOfNoMoreOfThePayersAccountThanIsShown() {
        // The payer's account ends in the last four digits of the amount: 00998877 1234.
        books.pay(books.pool, shop, shop.outlet(), "FT26213ab77", day(8, 1), 71_234);
        assertEquals(List.of("FT26213ab77"), digits("AB77"));
        assertEquals(List.of("FT26213ab77"), digits("26213ab77"));
        assertEquals(List.of("FT26213ab77"), digits("1234"));
        assertEquals(List.of(), digits("71234"), "the digit before the last four is hidden from the merchant");
        assertEquals(List.of(), digits("1235"));
    }

    @Test
    void searchShouldFollowAssignmentsAndMarkWhatWasTakenOrGivenBack() {
        Shop other = books.shop("Khác", 1);
        Paid mine = books.pay(books.pool, shop, shop.outlet(), "S1", day(8, 1), 500);
        Paid lost = books.pay(books.pool, shop, shop.outlet(), "S2", day(8, 2), 500);
        Paid won = books.pay(books.pool, other, other.outlet(), "S3", day(8, 3), 500);
        books.assign(books.pool, lost.id(), 1, other, other.outlet());
        books.assign(books.pool, won.id(), 1, shop, shop.outlets().get(1));
        books.reverse(books.pool, mine, day(8, 4));
        assertEquals(List.of("S3", "S1"), find(shop, Wanted.ALL.filter()));
        assertEquals(List.of("S2"), find(other, Wanted.ALL.filter()));
        PaymentView reversed = await(books.search.search(books.pool, shop.id(), Wanted.ALL.filter(),
                new PaymentReader.PageRequest(Optional.empty(), 50))).items().getLast();
        assertTrue(reversed.reversed());
        assertEquals(List.of("S3"), find(shop, new Wanted(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.of(shop.outlets().get(1))).filter()));
    }

    @Test
    void searchShouldGiveEachReceiptOnceWhenItIsReadPageByPage() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            expected.add(books.pay(books.pool, shop, shop.outlet(), day(8, 1 + i % 5), 100 + i).reference());
        }
        List<String> read = new ArrayList<>();
        Optional<PaymentReader.Cursor> after = Optional.empty();
        do {
            PaymentReader.Page page = await(books.search.search(books.pool, shop.id(), Wanted.ALL.filter(),
                    new PaymentReader.PageRequest(after, 5)));
            assertTrue(page.items().size() <= 5);
            page.items().forEach(item -> read.add(item.bankReference()));
            after = page.next();
        } while (after.isPresent());
        assertEquals(expected.stream().sorted().toList(), read.stream().sorted().toList());
    }
}
