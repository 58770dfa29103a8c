package vn.phopay.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.access.AuditEntry;
import vn.phopay.book.BookFixture.Paid;
import vn.phopay.book.BookFixture.Shop;
import vn.phopay.identity.OutletId;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.time.BusinessDay;

/**
 * Random histories of half a year: payments of today and of months ago, reversals before and after their payment,
 * refunds, decisions of staff, cash and its corrections, transactions that roll back, folds and closes in between.
 * The books equal what this class keeps by hand, entry by entry, and what was closed never changes.
 */
final class BookHistoryTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("book_history");

    private static final int SHOPS = 3;
    private static final int ROUNDS = 60;

    private final BookFixture books = new BookFixture(DB);
    private final List<Shop> shops = new ArrayList<>();
    private final List<Known> payments = new ArrayList<>();
    private final List<Known> awaited = new ArrayList<>();
    private final Map<Shop, List<RecordCash.Order>> cash = new HashMap<>();
    private final Map<Shop, Map<YearMonth, BookMonth>> closed = new HashMap<>();
    /** What is committed and not folded yet: it finds its month when it is. */
    private final List<Entry> waiting = new ArrayList<>();
    private final Map<Shop, Map<Place, BookSums>> ledger = new HashMap<>();
    /** One fact of a payment a transaction is enough. */
    private final List<Known> touched = new ArrayList<>();
    private Random random = new Random();

    /** A payment as this class knows it: whose it is, and what happened to it. */
    private static final class Known {
        private final Paid paid;
        private @Nullable Shop shop;
        private @Nullable OutletId outlet;
        private @Nullable LocalDate reversedOn;
        private final List<Refund> refunds = new ArrayList<>();
        private int assignments;

        Known(Paid paid) {
            this.paid = paid;
        }
    }

    private record Refund(LocalDate date, long amountVnd) {}

    private record Entry(Shop shop, @Nullable OutletId outlet, LocalDate date, BookSums sums) {}

    private record Place(YearMonth month, LocalDate entered, LocalDate business, Optional<OutletId> outlet) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void bookShouldEqualWhatWasKeptByHandWhenHistoriesAreRandom(long seed) {
        random = new Random(seed);
        for (int i = 0; i < SHOPS; i++) {
            Shop shop = books.shop("Quán " + seed + " " + i, 1 + random.nextInt(2));
            shops.add(shop);
            cash.put(shop, new ArrayList<>());
            closed.put(shop, new TreeMap<>());
            ledger.put(shop, new HashMap<>());
        }
        books.clock.advance(Duration.ofDays(-200));
        for (int round = 0; round < ROUNDS; round++) {
            books.clock.advance(Duration.ofHours(24 * 3 + random.nextInt(24)));
            playRound();
            if (random.nextInt(3) > 0) {
                fold();
            }
            if (random.nextInt(4) == 0) {
                closeNext(shops.get(random.nextInt(SHOPS)));
            }
            if (round % 10 == 9) {
                fold();
                compare("seed " + seed + " round " + round);
            }
        }
        assertTrue(closed.values().stream().mapToInt(Map::size).sum() > 3, "months were closed");
    }

    private LocalDate today() {
        return BusinessDay.of(books.clock.instant());
    }

    /** Some facts in one transaction, which commits or not. */
    private void playRound() {
        SqlConnection connection = await(books.pool.getConnection());
        Transaction transaction = await(connection.begin());
        boolean commits = random.nextInt(6) > 0;
        List<Runnable> remembered = new ArrayList<>();
        touched.clear();
        int facts = 1 + random.nextInt(8);
        for (int i = 0; i < facts; i++) {
            remembered.add(randomFact(connection));
        }
        await(commits ? transaction.commit() : transaction.rollback());
        await(connection.close());
        if (commits) {
            remembered.forEach(Runnable::run);
        }
        if (random.nextInt(2) == 0) {
            writeCash(shops.get(random.nextInt(SHOPS)));
        }
    }

    /** Writes one fact and gives what to remember of it once it is committed. */
    private Runnable randomFact(SqlClient client) {
        List<Known> untouched = payments.stream().filter(known -> !touched.contains(known)).toList();
        Known known = untouched.isEmpty() ? null : untouched.get(random.nextInt(untouched.size()));
        return switch (known == null ? 0 : random.nextInt(8)) {
            case 0, 1, 2 -> pay(client);
            case 3 -> known.reversedOn == null && known.refunds.isEmpty() ? reverse(client, known) : pay(client);
            case 4 -> known.reversedOn == null && known.refunds.isEmpty() ? refund(client, known) : pay(client);
            case 5 -> assign(client, known);
            case 6 -> reverseBefore(client);
            default -> awaited.isEmpty() || touched.contains(awaited.getFirst()) ? pay(client) : payAwaited(client);
        };
    }

    private @Nullable OutletId anyOutlet(Shop shop) {
        int choice = random.nextInt(shop.outlets().size() + 1);
        return choice == shop.outlets().size() ? null : shop.outlets().get(choice);
    }

    private LocalDate anyDay() {
        return today().minusDays(random.nextInt(3) == 0 ? random.nextInt(75) : random.nextInt(4));
    }

    private Runnable pay(SqlClient client) {
        Shop shop = random.nextInt(5) == 0 ? null : shops.get(random.nextInt(SHOPS));
        OutletId outlet = shop == null ? null : anyOutlet(shop);
        Known known = new Known(books.pay(client, shop, outlet, anyDay(), 1_000 + random.nextInt(900_000)));
        return () -> {
            known.shop = shop;
            known.outlet = outlet;
            payments.add(known);
            addAll(known, 1);
        };
    }

    private Runnable reverse(SqlClient client, Known known) {
        LocalDate date = anyDay();
        books.reverse(client, known.paid, date);
        touched.add(known);
        return () -> {
            known.reversedOn = date;
            add(known, later(known, date), reversal(known.paid.amountVnd()), 1);
        };
    }

    /** The reversal of a payment that has not come yet. */
    private Runnable reverseBefore(SqlClient client) {
        Known known = new Known(new Paid(UUID.randomUUID(), "AW" + UUID.randomUUID(), anyDay(),
                1_000 + random.nextInt(900_000)));
        LocalDate date = anyDay();
        books.reverse(client, known.paid, date);
        return () -> {
            known.reversedOn = date;
            awaited.add(known);
        };
    }

    private Runnable payAwaited(SqlClient client) {
        Known announced = awaited.getFirst();
        touched.add(announced);
        Shop shop = shops.get(random.nextInt(SHOPS));
        OutletId outlet = anyOutlet(shop);
        Known known = new Known(books.pay(client, shop, outlet, announced.paid.reference(), announced.paid.date(),
                announced.paid.amountVnd()));
        known.reversedOn = announced.reversedOn;
        return () -> {
            awaited.remove(announced);
            known.shop = shop;
            known.outlet = outlet;
            payments.add(known);
            addAll(known, 1);
        };
    }

    private Runnable refund(SqlClient client, Known known) {
        Refund refund = new Refund(anyDay(), 1 + random.nextInt((int) known.paid.amountVnd()));
        books.refund(client, known.paid.id(), refund.amountVnd(), refund.date());
        touched.add(known);
        return () -> {
            known.refunds.add(refund);
            add(known, later(known, refund.date()), refund(refund.amountVnd()), 1);
        };
    }

    private Runnable assign(SqlClient client, Known known) {
        Shop shop = shops.get(random.nextInt(SHOPS));
        OutletId outlet = shop.outlets().get(random.nextInt(shop.outlets().size()));
        books.assign(client, known.paid.id(), known.assignments + 1, shop, outlet);
        touched.add(known);
        return () -> {
            known.assignments++;
            addAll(known, -1);
            known.shop = shop;
            known.outlet = outlet;
            addAll(known, 1);
        };
    }

    private static LocalDate later(Known known, LocalDate date) {
        return date.isAfter(known.paid.date()) ? date : known.paid.date();
    }

    private static BookSums receipt(long amountVnd) {
        return new BookSums(1, amountVnd, 0, 0, 0, 0, 0, 0);
    }

    private static BookSums reversal(long amountVnd) {
        return new BookSums(0, 0, 1, amountVnd, 0, 0, 0, 0);
    }

    private static BookSums refund(long amountVnd) {
        return new BookSums(0, 0, 0, 0, 1, amountVnd, 0, 0);
    }

    private void addAll(Known known, int sign) {
        add(known, known.paid.date(), receipt(known.paid.amountVnd()), sign);
        if (known.reversedOn != null) {
            add(known, later(known, known.reversedOn), reversal(known.paid.amountVnd()), sign);
        }
        known.refunds.forEach(refund -> add(known, later(known, refund.date()), refund(refund.amountVnd()), sign));
    }

    private void add(Known known, LocalDate date, BookSums sums, int sign) {
        if (known.shop != null) {
            waiting.add(new Entry(known.shop, known.outlet, date, times(sums, sign)));
        }
    }

    private static BookSums times(BookSums sums, int sign) {
        return new BookSums(sign * sums.payments(), sign * sums.receivedVnd(), sign * sums.reversals(),
                sign * sums.reversedVnd(), sign * sums.refunds(), sign * sums.refundedVnd(),
                sign * sums.cashEntries(), sign * sums.cashVnd());
    }

    private void writeCash(Shop shop) {
        List<RecordCash.Order> written = cash.get(shop);
        if (!written.isEmpty() && random.nextInt(3) == 0) {
            RecordCash.Order order = written.remove(random.nextInt(written.size()));
            assertInstanceOf(StrikeCash.Struck.class, books.strike(shop, order.entryId()));
            enter(shop, order.date(), Optional.of(order.outlet()),
                    new BookSums(0, 0, 0, 0, 0, 0, -1, -order.amountVnd()));
            return;
        }
        RecordCash.Order order = books.cash(shop, anyDay(), 1_000 + random.nextInt(90_000));
        boolean isClosed = last(shop).filter(month -> !YearMonth.from(order.date()).isAfter(month)).isPresent();
        RecordCash.Outcome outcome = books.record(order);
        if (isClosed) {
            assertInstanceOf(RecordCash.MonthClosed.class, outcome);
        } else if (outcome instanceof RecordCash.Recorded) {
            written.add(order);
            enter(shop, order.date(), Optional.of(order.outlet()),
                    new BookSums(0, 0, 0, 0, 0, 0, 1, order.amountVnd()));
        } else {
            assertInstanceOf(RecordCash.TooMany.class, outcome);
        }
    }

    private void fold() {
        books.fold();
        waiting.forEach(entry ->
                enter(entry.shop(), entry.date(), Optional.ofNullable(entry.outlet()), entry.sums()));
        waiting.clear();
    }

    /** By hand: into the month of its day, or where that is closed into the month of today. */
    private void enter(Shop shop, LocalDate date, Optional<OutletId> outlet, BookSums sums) {
        boolean late = last(shop).filter(month -> !YearMonth.from(date).isAfter(month)).isPresent();
        LocalDate entered = late ? today() : date;
        ledger.get(shop).merge(new Place(YearMonth.from(entered), entered, date, outlet), sums, BookSums::plus);
    }

    private Optional<YearMonth> last(Shop shop) {
        return closed.get(shop).keySet().stream().max(YearMonth::compareTo);
    }

    private void closeNext(Shop shop) {
        fold();
        Optional<YearMonth> next = books.span(shop).next().filter(month -> month.isBefore(YearMonth.from(today())));
        if (next.isEmpty()) {
            return;
        }
        BookMonth open = await(books.read.month(books.pool, shop.id(), next.get())).orElseThrow();
        CloseMonth.Closed done = assertInstanceOf(CloseMonth.Closed.class, books.close(new CloseMonth.Order(
                shop.id(), next.get(), ReadBook.fingerprint(open),
                new AuditEntry.Actor(shop.id().value(), "MERCHANT", null))));
        closed.get(shop).put(next.get(), done.month());
    }

    private void compare(String where) {
        assertEquals(List.of(), books.offenders(), where);
        for (Shop shop : shops) {
            closed.get(shop).forEach((month, kept) -> {
                assertEquals(kept, await(books.read.month(books.pool, shop.id(), month)).orElseThrow(), where);
                assertEquals(kept.lines(), await(new BookStore().lines(books.pool, shop.id(), month)), where);
            });
            TreeMap<String, BookSums> byHand = new TreeMap<>();
            ledger.get(shop).forEach((place, sums) -> {
                if (!sums.equals(BookSums.NONE)) {
                    byHand.put(place.toString(), sums);
                }
            });
            assertEquals(byHand, kept(shop), where + " shop " + shops.indexOf(shop));
        }
    }

    private TreeMap<String, BookSums> kept(Shop shop) {
        TreeMap<String, BookSums> kept = new TreeMap<>();
        YearMonth month = YearMonth.from(today());
        for (YearMonth at = YearMonth.of(2025, 1); !at.isAfter(month); at = at.plusMonths(1)) {
            YearMonth of = at;
            await(books.read.month(books.pool, shop.id(), at)).orElseThrow().lines().forEach(line -> kept.put(
                    new Place(of, line.entered(), line.business(), line.outlet()).toString(), line.sums()));
        }
        return kept;
    }
}
