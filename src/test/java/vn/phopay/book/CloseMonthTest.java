package vn.phopay.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.book.BookFixture.day;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.book.BookFixture.Paid;
import vn.phopay.book.BookFixture.Shop;
import vn.phopay.book.CloseMonth.Changed;
import vn.phopay.book.CloseMonth.Closed;
import vn.phopay.book.CloseMonth.ClosedBefore;
import vn.phopay.book.CloseMonth.NotOver;
import vn.phopay.book.CloseMonth.OutOfTurn;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Months that are closed for ever, and what comes afterwards. */
class CloseMonthTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("book_close");

    private final BookFixture books = new BookFixture(DB);

    @AfterEach
    void booksShouldEqualTheirFacts() {
        books.fold();
        assertEquals(List.of(), books.offenders());
    }

    @Test
    void closeShouldFreezeWhatTheMonthSaysWithItsHash() {
        Shop shop = books.shop("Phở Bát Đàn", 2);
        Paid paid = books.pay(books.pool, shop, shop.outlet(), day(7, 3), 200_000);
        books.reverse(books.pool, paid, day(7, 4));
        UUID kept = books.pay(books.pool, shop, shop.outlets().get(1), day(7, 5), 90_000).id();
        books.refund(books.pool, kept, 20_000, day(7, 6));
        books.record(books.cash(shop, day(7, 7), 15_000));
        BookMonth before = openMonth(shop, 7);
        Closed closed = (Closed) books.close(shop, 7);
        assertEquals(before.lines(), closed.month().lines());
        assertEquals(new BookSums(2, 290_000, 1, 200_000, 1, 20_000, 1, 15_000), closed.month().totals());
        assertEquals(85_000, closed.month().totals().netVnd());
        assertEquals(closed.month(), books.month(shop, 7), "it is read as it was closed");
        var row = books.run("SELECT document, hash, net_vnd FROM book_month WHERE merchant_id = $1", shop.id().value())
                .iterator().next();
        assertEquals(BookDocument.hash(row.getString("document")), row.getString("hash"));
        assertEquals(row.getString("hash"), closed.month().closing().orElseThrow().hash());
        assertEquals(85_000, row.getLong("net_vnd"));
    }

    private BookMonth openMonth(Shop shop, int month) {
        books.fold();
        return books.month(shop, month);
    }

    @Test
    void paymentShouldStandInTheNextMonthWithItsDayWhenItsOwnIsClosed() {
        Shop shop = books.shop("Bánh cuốn", 1);
        books.pay(books.pool, shop, shop.outlet(), day(6, 30), 50_000);
        BookMonth june = ((Closed) books.close(shop, 6)).month();
        books.pay(books.pool, shop, shop.outlet(), day(6, 28), 70_000);
        books.fold();
        assertEquals(june, books.month(shop, 6));
        assertEquals(List.of(), books.month(shop, 7).lines(), "July is open, but it came in August");
        BookMonth august = books.month(shop, 8);
        assertEquals(List.of(new BookLine(day(8, 12), day(6, 28), Optional.of(shop.outlet()),
                new BookSums(1, 70_000, 0, 0, 0, 0, 0, 0))), august.lateLines());
        BookItem item = await(books.read.items(books.pool, shop.id(), day(8, 1), day(8, 31))).getFirst();
        assertEquals(BookItem.Kind.RECEIVED, item.kind());
        assertTrue(item.late());
        assertEquals(day(6, 28), item.payment().businessDate());
    }

    @Test
    void reversalShouldStandOnItsOwnDayWhenThePaymentsMonthIsClosed() {
        Shop shop = books.shop("Nem", 1);
        Paid paid = books.pay(books.pool, shop, shop.outlet(), day(7, 30), 30_000);
        BookMonth july = ((Closed) books.close(shop, 7)).month();
        books.reverse(books.pool, paid, day(8, 2));
        books.refund(books.pool, books.pay(books.pool, shop, shop.outlet(), day(8, 1), 9_000).id(), 4_000, day(8, 3));
        books.fold();
        assertEquals(july, books.month(shop, 7));
        assertEquals(List.of(), books.month(shop, 8).lateLines());
        assertEquals(new BookSums(1, 9_000, 1, 30_000, 1, 4_000, 0, 0), books.month(shop, 8).totals());
        assertEquals(List.of(BookItem.Kind.REVERSED, BookItem.Kind.REFUNDED),
                await(books.read.items(books.pool, shop.id(), day(8, 1), day(8, 31))).stream()
                        .map(BookItem::kind).toList());
    }

    @Test
    void paymentThatTurnsOutToBeAnothersShouldBeTakenAwayInThePresentMonth() {
        Shop shop = books.shop("Người mất", 1);
        Shop other = books.shop("Người được", 1);
        Paid paid = books.pay(books.pool, shop, shop.outlet(), day(7, 30), 30_000);
        BookMonth july = ((Closed) books.close(shop, 7)).month();
        books.assign(books.pool, paid.id(), 1, other, other.outlet());
        books.fold();
        assertEquals(july, books.month(shop, 7));
        assertEquals(new BookSums(-1, -30_000, 0, 0, 0, 0, 0, 0), books.month(shop, 8).totals());
        assertEquals(30_000, books.month(other, 7).totals().receivedVnd(), "its July is open");
    }

    @Test
    void closeShouldTakeInWhatWasCommittedAndNotFoldedYet() {
        Shop shop = books.shop("Vừa trả", 1);
        books.pay(books.pool, shop, shop.outlet(), day(7, 1), 1_000);
        books.fold();
        CloseMonth.Order seen = books.order(shop, 7);
        books.pay(books.pool, shop, shop.outlet(), day(7, 2), 2_000);
        assertEquals(new Changed(), books.close(seen), "nobody closes what they have not seen");
        books.fold();
        assertEquals(3_000, ((Closed) books.close(shop, 7)).month().totals().receivedVnd());
    }

    @Test
    void closeShouldLeaveToTheNextMonthWhatWasNotCommittedYet() {
        Shop shop = books.shop("Giao dịch treo", 1);
        books.pay(books.pool, shop, shop.outlet(), day(7, 1), 1_000);
        SqlConnection connection = await(books.pool.getConnection());
        Transaction open = await(connection.begin());
        books.pay(connection, shop, shop.outlet(), day(7, 2), 2_000);
        Closed closed = (Closed) books.close(shop, 7);
        await(open.commit());
        await(connection.close());
        books.fold();
        assertEquals(1_000, closed.month().totals().receivedVnd());
        assertEquals(closed.month(), books.month(shop, 7));
        assertEquals(2_000, books.month(shop, 8).totals().receivedVnd());
    }

    @Test
    void closeShouldHappenOnceWhenManyCloseAtOnce() throws Exception {
        Shop shop = books.shop("Chốt một lần", 1);
        books.pay(books.pool, shop, shop.outlet(), day(7, 1), 1_000);
        books.fold();
        CloseMonth.Order order = books.order(shop, 7);
        List<CloseMonth.Outcome> outcomes = AtOnce.run(8, i -> books.close(order));
        assertEquals(1, outcomes.stream().filter(Closed.class::isInstance).count(), outcomes.toString());
        assertEquals(7, outcomes.stream().filter(ClosedBefore.class::isInstance).count(), outcomes.toString());
    }

    @Test
    void closeShouldKeepToTheOrderOfMonthsAndToThoseThatAreOver() {
        Shop shop = books.shop("Thứ tự", 1);
        assertEquals(new OutOfTurn(Optional.empty()), books.close(shop, 7), "an empty book has nothing to close");
        books.pay(books.pool, shop, shop.outlet(), day(5, 1), 1_000);
        books.fold();
        assertEquals(new OutOfTurn(Optional.of(YearMonth.of(2026, 5))), books.close(shop, 7));
        assertEquals(new OutOfTurn(Optional.of(YearMonth.of(2026, 5))), books.close(shop, 4));
        assertInstanceOf(Closed.class, books.close(shop, 5));
        assertEquals(new OutOfTurn(Optional.of(YearMonth.of(2026, 6))), books.close(shop, 7));
        assertInstanceOf(Closed.class, books.close(shop, 6), "an empty month is closed like any other");
        assertInstanceOf(Closed.class, books.close(shop, 7));
        assertEquals(new NotOver(), books.close(shop, 8));
        assertEquals(new ClosedBefore(), books.close(shop, 6));
        assertEquals(new ClosedBefore(), books.close(shop, 4), "what lies before the first month is closed with it");
        // 31 August, 16:59:59 UTC is one second before midnight in Hanoi.
        books.clock.advance(Duration.between(books.clock.instant(),
                Instant.parse("2026-08-31T16:59:59Z")));
        assertEquals(new NotOver(), books.close(shop, 8));
        books.clock.advance(Duration.ofSeconds(1));
        assertInstanceOf(Closed.class, books.close(shop, 8));
    }

    @Test
    void closedMonthsShouldNameTheHashOfTheMonthBefore() {
        Shop shop = books.shop("Chuỗi", 1);
        books.pay(books.pool, shop, shop.outlet(), day(6, 1), 1_000);
        String june = ((Closed) books.close(shop, 6)).month().closing().orElseThrow().hash();
        books.close(shop, 7);
        var rows = books.run("SELECT document FROM book_month WHERE merchant_id = $1 ORDER BY month",
                shop.id().value());
        List<String> previous = new ArrayList<>();
        rows.forEach(row -> previous.add(new JsonObject(row.getString(0)).getString("previous")));
        assertEquals(List.of("", june), previous);
    }

    @Test
    void cashAndCloseShouldNeverBothSucceedUnseenWhenTheyComeAtOnce() throws Exception {
        for (int round = 0; round < 12; round++) {
            Shop shop = books.shop("Đua " + round, 1);
            books.pay(books.pool, shop, shop.outlet(), day(7, 1), 1_000);
            books.fold();
            CloseMonth.Order order = books.order(shop, 7);
            List<Object> outcomes = AtOnce.run(2, i -> i == 0
                    ? books.close(order) : books.record(books.cash(shop, day(7, 31), 500)));
            boolean closed = outcomes.get(0) instanceof Closed;
            boolean recorded = outcomes.get(1) instanceof RecordCash.Recorded;
            assertNotEquals(closed, recorded, outcomes.toString());
            assertEquals(recorded ? 500 : 0, books.month(shop, 7).totals().cashVnd());
        }
    }

    @Test
    void cashShouldWaitForACloseAndThenBeRefused() {
        Shop shop = books.shop("Chờ chốt", 1);
        books.pay(books.pool, shop, shop.outlet(), day(7, 1), 1_000);
        books.fold();
        SqlConnection connection = await(books.pool.getConnection());
        Transaction closing = await(connection.begin());
        assertInstanceOf(Closed.class, books.close(connection, books.order(shop, 7)));
        CompletableFuture<RecordCash.Outcome> cash =
                meanwhile(() -> books.record(books.cash(shop, day(7, 31), 500)));
        awaitLockWait();
        await(closing.commit());
        await(connection.close());
        assertEquals(new RecordCash.MonthClosed(YearMonth.of(2026, 7)), cash.join());
    }

    @Test
    void closeShouldWaitForCashAndThenAskToLookAgain() {
        Shop shop = books.shop("Chờ ghi", 1);
        books.pay(books.pool, shop, shop.outlet(), day(7, 1), 1_000);
        books.fold();
        CloseMonth.Order order = books.order(shop, 7);
        SqlConnection connection = await(books.pool.getConnection());
        Transaction writing = await(connection.begin());
        assertInstanceOf(RecordCash.Recorded.class, books.record(connection, books.cash(shop, day(7, 31), 500)));
        CompletableFuture<CloseMonth.Outcome> close = meanwhile(() -> books.close(order));
        awaitLockWait();
        await(writing.commit());
        await(connection.close());
        assertEquals(new Changed(), close.join());
    }

    /** On a thread of its own: the common pool is needed for waiting. */
    private static <T> CompletableFuture<T> meanwhile(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Thread::startVirtualThread);
    }

    private void awaitLockWait() {
        Eventually.until(() -> books.run("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND wait_event_type = 'Lock'").iterator().next().getLong(0), waiting -> waiting > 0);
    }

    @Test
    void databaseShouldRefuseToChangeAClosedMonthToCloseItTwiceOrOutOfOrder() {
        Shop shop = books.shop("Khóa", 1);
        books.pay(books.pool, shop, shop.outlet(), day(6, 1), 1_000);
        books.close(shop, 6);
        UUID merchant = shop.id().value();
        assertEquals(Optional.of("book_frozen"),
                books.refusedBy("UPDATE book_month SET net_vnd = 0 WHERE merchant_id = $1", merchant));
        assertEquals(Optional.of("book_frozen"),
                books.refusedBy("DELETE FROM book_month WHERE merchant_id = $1", merchant));
        String copy = "INSERT INTO book_month SELECT merchant_id, $2, $3, closed_at, closed_by, received_vnd,"
                + " reversed_vnd, refunded_vnd, cash_vnd, net_vnd, document, hash FROM book_month"
                + " WHERE merchant_id = $1";
        assertEquals(Optional.of("book_month_pk"), books.refusedBy(copy, merchant, day(6, 1), day(5, 1)));
        assertEquals(Optional.of("book_month_previous_uq"), books.refusedBy(copy, merchant, day(8, 1), null));
        assertEquals(Optional.of("book_month_previous_fk"), books.refusedBy(copy, merchant, day(8, 1), day(7, 1)));
        assertEquals(Optional.of("book_month_follows"), books.refusedBy(copy, merchant, day(8, 1), day(6, 1)));
        assertEquals(Optional.of("book_month_hash_fits"), books.refusedBy("INSERT INTO book_month SELECT merchant_id,"
                + " '2026-07-01', month, closed_at, closed_by, received_vnd, reversed_vnd, refunded_vnd, cash_vnd,"
                + " net_vnd, document || ' ', hash FROM book_month WHERE merchant_id = $1", merchant));
    }
}
