package vn.phopay.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.book.BookFixture.day;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phopay.book.BookFixture.Shop;
import vn.phopay.ops.InvariantResult;
import vn.phopay.ops.Invariants;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** {@code recheck} finds whoever touches a book, or what stands behind a closed month. */
class BooksRecheckTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("books_recheck");

    private static Shop shop;

    @BeforeAll
    static void keepBooks() {
        BookFixture books = new BookFixture(DB);
        shop = books.shop("Kiểm tra", 2);
        books.pay(books.pool, shop, shop.outlet(), day(6, 3), 10_000);
        books.reverse(books.pool, books.pay(books.pool, shop, shop.outlet(), day(6, 3), 20_000), day(6, 4));
        books.record(books.cash(shop, day(6, 5), 5_000));
        books.close(shop, 6);
        books.close(shop, 7);
        books.refund(books.pool, books.pay(books.pool, shop, shop.outlet(), day(8, 3), 30_000).id(), 1_000, day(8, 4));
        books.fold();
    }

    @Test
    void recheckShouldHoldWhenNobodyTouchedAnything() {
        assertEquals(List.of(), broken(DB.pool(), "books-equal-their-facts"));
        assertEquals(List.of(), broken(DB.pool(), "closed-months-hold"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "books-equal-their-facts; UPDATE book_day SET received_vnd = 1 WHERE business_date = '2026-08-03'",
        "books-equal-their-facts; UPDATE book_day SET outlet_id = NULL WHERE business_date = '2026-08-03'",
        "books-equal-their-facts; DELETE FROM book_day WHERE business_date = '2026-06-04'",
        "books-equal-their-facts; UPDATE payment SET amount_vnd = 1 WHERE business_date = '2026-06-03'",
        "books-equal-their-facts; DELETE FROM payment_reversal",
        "books-equal-their-facts; DELETE FROM payment_fact",
        "closed-months-hold; UPDATE book_day SET received_vnd = 0 WHERE business_date = '2026-06-03'",
        "closed-months-hold; DELETE FROM book_day WHERE business_date = '2026-06-04'",
        "closed-months-hold; ALTER TABLE cash_entry DISABLE TRIGGER cash_entry_frozen. DELETE FROM cash_entry",
        "closed-months-hold; ALTER TABLE book_month DISABLE TRIGGER book_month_frozen."
            + " UPDATE book_month SET cash_vnd = cash_vnd + 1, net_vnd = net_vnd + 1 WHERE month = '2026-06-01'",
        "closed-months-hold; UPDATE book SET closed_through = NULL"})
    void recheckShouldReportTheInvariantWhenABookIsTouched(String invariant, String change) {
        SqlConnection connection = await(DB.pool().getConnection());
        Transaction transaction = await(connection.begin());
        try {
            for (String statement : change.split("\\. ")) {
                await(connection.query(statement.replaceAll("\\.$", "")).execute());
            }
            List<String> samples = broken(connection, invariant);
            assertTrue(samples.stream().anyMatch(sample -> sample.startsWith(shop.id().value().toString())),
                    samples.toString());
        } finally {
            await(transaction.rollback());
            await(connection.close());
        }
    }

    private static List<String> broken(SqlClient client, String name) {
        return await(Invariants.check(client)).stream()
                .filter(result -> result.invariant().equals(name))
                .map(InvariantResult::samples)
                .findFirst()
                .orElseThrow();
    }
}
