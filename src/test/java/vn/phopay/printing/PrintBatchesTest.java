package vn.phopay.printing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.phopay.access.AuditLog;
import vn.phopay.access.Principal;
import vn.phopay.access.Role;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.http.issuing.IssuingFixture;
import vn.phopay.http.issuing.IssuingFixture.Shop;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.PrintBatchId;
import vn.phopay.identity.QrId;
import vn.phopay.issuing.IssueQrCode;
import vn.phopay.issuing.QrCode;
import vn.phopay.issuing.RevocationStore;
import vn.phopay.issuing.RevokeQrCode;
import vn.phopay.merchant.Caller;
import vn.phopay.paper.PrintLayout;
import vn.phopay.printing.PrintBatch.Paper;
import vn.phopay.printing.PrintCodes.Existing;
import vn.phopay.printing.PrintCodes.NewTables;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

class PrintBatchesTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("print_batches");

    @TempDir
    static Path keys;

    private static final Paper CARD = new Paper(PrintLayout.A6_CARD, 2);
    private static final Paper STICKERS = new Paper(PrintLayout.STICKER_SHEET, 1);

    private static IssuingFixture fixture;
    private static VirtualThreads threads;
    private static IdSource ids;
    private static IssueQrCode issue;
    private static RevokeQrCode revoke;
    private static PrintCodes print;
    private static RecallBatch recall;
    private static final PrintBatchStore BATCHES = new PrintBatchStore();

    @BeforeAll
    static void open() throws Exception {
        fixture = new IssuingFixture(DB, keys);
        threads = await(VirtualThreads.open(TestPostgres.vertx()));
        ids = new IdSource(fixture.clock);
        AuditLog audit = new AuditLog(ids, fixture.clock);
        issue = new IssueQrCode(fixture.parts, Duration.ofDays(365));
        revoke = new RevokeQrCode(fixture.parts, new RevocationStore(), audit);
        print = new PrintCodes(fixture.parts.merchants(), BATCHES, issue, fixture.clock);
        recall = new RecallBatch(BATCHES, revoke, audit, fixture.clock);
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Test
    void printShouldNumberAMerchantsBatchesAndKeepWhatIsOnThem() {
        Shop shop = fixture.shop();
        QrId door = code(shop);
        QrId till = code(shop);
        PrintBatch first = printed(shop, CARD, new Existing(List.of(till, door)));
        PrintBatch second = printed(shop, STICKERS, new Existing(List.of(door)));

        assertEquals(List.of(1, 2), List.of(first.number(), second.number()));
        assertEquals(1, printed(fixture.shop(), CARD, new NewTables("Bàn", 1, 1)).number(), "each shop counts from 1");
        assertEquals(Optional.of(first), await(BATCHES.find(fixture.pool, merchant(shop), first.id())));
        assertEquals(List.of(till, door), first.codes());
        assertEquals(List.of(second, first), await(BATCHES.list(fixture.pool, merchant(shop))));
        assertEquals(4, first.sheets());
        assertEquals(List.of(2), await(BATCHES.sharing(fixture.pool, first)));
    }

    @Test
    void printShouldMakeACodeForEachTable() {
        Shop shop = fixture.shop();
        PrintBatch batch = printed(shop, STICKERS, new NewTables("Bàn", 7, 3));
        List<String> labels = batch.codes().stream()
                .map(id -> await(fixture.parts.codes().find(fixture.pool, id)).orElseThrow())
                .map(code -> code.label().orElseThrow() + "/" + code.terminal().orElseThrow()).toList();
        assertEquals(List.of("Bàn 7/Bàn 7", "Bàn 8/Bàn 8", "Bàn 9/Bàn 9"), labels);
    }

    @Test
    void printShouldBeOneBatchWhenTheOrderComesAgain() {
        Shop shop = fixture.shop();
        PrintCodes.Order order = order(shop, STICKERS, new NewTables("Bàn", 1, 2));
        PrintBatch first = ((PrintCodes.Printed) print(shop, order)).batch();
        assertEquals(first, ((PrintCodes.PrintedBefore) print(shop, order)).batch());
        assertEquals(2, count("SELECT count(*) FROM qr_code WHERE merchant_id = $1", shop.merchant()));
        assertInstanceOf(PrintCodes.NotFound.class, print(fixture.shop(), order), "another shop's outlet");
        Shop other = fixture.shop();
        PrintCodes.Order taken = new PrintCodes.Order(
                order.id(), other.outlet(), STICKERS, new NewTables("Bàn", 1, 2), Optional.empty());
        assertInstanceOf(PrintCodes.NotFound.class, print(other, taken), "another shop's batch");
    }

    @RepeatedTest(10)
    void printShouldBeOneBatchWhenTheOrderComesTwiceAtOnce() throws Exception {
        Shop shop = fixture.shop();
        PrintCodes.Order order = order(shop, STICKERS, new NewTables("Bàn", 1, 2));
        List<PrintCodes.Outcome> outcomes = AtOnce.run(3, i -> print(shop, order));
        assertEquals(1, outcomes.stream().filter(PrintCodes.Printed.class::isInstance).count(), outcomes::toString);
        assertEquals(2, outcomes.stream().filter(PrintCodes.PrintedBefore.class::isInstance).count());
        assertEquals(2, count("SELECT count(*) FROM qr_code WHERE merchant_id = $1", shop.merchant()));
        assertEquals(1, count("SELECT count(*) FROM print_batch WHERE merchant_id = $1", shop.merchant()));
    }

    @RepeatedTest(5)
    void batchesShouldCountOnWhenSeveralArePrintedAtOnce() throws Exception {
        Shop shop = fixture.shop();
        List<Integer> numbers = AtOnce.run(5, i -> printed(shop, CARD, new NewTables("Bàn", 1 + i, 1)).number());
        assertEquals(List.of(1, 2, 3, 4, 5), numbers.stream().sorted().toList());
    }

    @Test
    void printShouldRefuseCodesThatNobodyShouldHangUpAndLeaveNothing() {
        Shop shop = fixture.shop();
        QrId good = code(shop);
        QrId dead = code(shop);
        inTransaction(transaction -> revoke.revokeAll(transaction, List.of(dead), "mất", caller(shop)));
        QrId others = code(fixture.shop());
        for (List<QrId> bad : List.of(List.of(dead), List.of(good, dead), List.of(others), List.of(good, others))) {
            assertInstanceOf(PrintCodes.NotGood.class, print(shop, order(shop, CARD, new Existing(bad))));
        }
        Shop pending = fixture.shop();
        fixture.run("UPDATE merchant SET status = 'SUSPENDED' WHERE merchant_id = $1", pending.merchant());
        assertInstanceOf(PrintCodes.NotApproved.class,
                print(pending, order(pending, CARD, new NewTables("Bàn", 1, 1))));
        for (Shop nothing : List.of(shop, pending)) {
            assertEquals(0, count("SELECT count(*) FROM print_batch WHERE merchant_id = $1", nothing.merchant()));
        }
    }

    @Test
    void printShouldRefuseTheFirstValueOutOfRange() {
        Shop shop = fixture.shop();
        QrId code = code(shop);
        int copies = Paper.COPIES_MAX;
        assertInstanceOf(PrintCodes.Printed.class, print(shop, new Paper(PrintLayout.A6_CARD, copies), code));
        assertInstanceOf(PrintCodes.OutOfRange.class, print(shop, new Paper(PrintLayout.A6_CARD, copies + 1), code));
        assertInstanceOf(PrintCodes.OutOfRange.class, print(shop, new Paper(PrintLayout.A6_CARD, 0), code));
        assertTrue(new NewTables("Bàn", 900, PrintCodes.TABLES_MAX).isInRange());
        assertFalse(new NewTables("Bàn", 901, 1).isInRange());
        assertFalse(new NewTables("Bàn", 0, 1).isInRange());
        assertFalse(new NewTables("Bàn", 1, PrintCodes.TABLES_MAX + 1).isInRange());
        assertFalse(new NewTables("Bàn", 1, 0).isInRange());
        assertTrue(new Paper(PrintLayout.A4_POSTER, 2).isInRange(50));
        assertFalse(new Paper(PrintLayout.A4_POSTER, 2).isInRange(51));
        assertFalse(new Paper(PrintLayout.A4_POSTER, 2).isInRange(0));
    }

    @Test
    void recallShouldRevokeEveryCodeOfTheBatchAndNameTheOthersThatHoldThem() {
        Shop shop = fixture.shop();
        PrintBatch batch = printed(shop, STICKERS, new NewTables("Bàn", 1, 3));
        PrintBatch again = printed(shop, CARD, new Existing(batch.codes().subList(0, 1)));
        PrintBatch apart = printed(shop, CARD, new NewTables("Bàn", 4, 1));
        QrId before = batch.codes().get(1);
        inTransaction(transaction -> revoke.revokeAll(transaction, List.of(before), "rách", caller(shop)));

        RecallBatch.Recalled recalled = (RecallBatch.Recalled) recall(shop, batch.id());

        assertEquals(Set.of(batch.codes().get(0), batch.codes().get(2)), Set.copyOf(recalled.revoked()));
        assertEquals(List.of(again.number()), recalled.alsoOn());
        batch.codes().forEach(code -> assertEquals("REVOKED", verdict(code)));
        assertEquals("GENUINE", verdict(apart.codes().getFirst()));
        assertEquals("bị dán đè", await(BATCHES.find(fixture.pool, merchant(shop), batch.id())).orElseThrow()
                .recall().orElseThrow().reason());
        assertInstanceOf(RecallBatch.RecalledBefore.class, recall(shop, batch.id()));
        assertInstanceOf(PrintCodes.NotGood.class, print(shop, order(shop, CARD, new Existing(again.codes()))));
        assertEquals(2, count("SELECT count(*) FROM audit_entry WHERE action = 'qr.revoke' AND reason = 'bị dán đè'"
                + " AND actor_id = $1", shop.merchant()));
        assertEquals(1, count("SELECT count(*) FROM audit_entry WHERE action = 'print-batch.recall' AND actor_id = $1",
                shop.merchant()));
    }

    @Test
    void recallShouldFindNothingOfAnotherShop() {
        Shop shop = fixture.shop();
        PrintBatch batch = printed(shop, CARD, new NewTables("Bàn", 1, 1));
        Shop other = fixture.shop();
        assertInstanceOf(RecallBatch.NotFound.class, recall(other, batch.id()));
        assertEquals(Optional.empty(), await(BATCHES.find(fixture.pool, merchant(other), batch.id())));
        assertEquals(List.of(), await(new ReadMyCodes(fixture.clock).list(fixture.pool, merchant(other), true)));
        assertEquals("GENUINE", verdict(batch.codes().getFirst()));
    }

    @RepeatedTest(10)
    void recallShouldHappenOnceWhenItIsAskedForAtOnceAndBatchesShareCodes() throws Exception {
        Shop shop = fixture.shop();
        PrintBatch batch = printed(shop, STICKERS, new NewTables("Bàn", 1, 4));
        PrintBatch reversed = printed(shop, STICKERS, new Existing(batch.codes().reversed()));
        List<RecallBatch.Outcome> outcomes =
                AtOnce.run(4, i -> recall(shop, i % 2 == 0 ? batch.id() : reversed.id()));
        List<RecallBatch.Recalled> recalled = outcomes.stream().filter(RecallBatch.Recalled.class::isInstance)
                .map(RecallBatch.Recalled.class::cast).toList();
        assertEquals(2, recalled.size(), outcomes::toString);
        assertEquals(4, recalled.stream().mapToInt(outcome -> outcome.revoked().size()).sum(), "each code once");
        assertEquals(2, count("SELECT count(*) FROM print_recall r JOIN print_batch b USING (batch_id)"
                + " WHERE b.merchant_id = $1", shop.merchant()));
    }

    @Test
    void myCodesShouldTellWhatAnOwnerAsks() {
        Shop shop = fixture.shop();
        ReadMyCodes read = new ReadMyCodes(fixture.clock);
        QrId plain = code(shop);
        QrId gone = code(shop);
        PrintBatch batch = printed(shop, CARD, new Existing(List.of(plain)));
        inTransaction(transaction -> revoke.revokeAll(transaction, List.of(gone), "rách", caller(shop)));
        UUID payment = fixture.credit(shop, null, new IssuingFixture.Credit("FT-" + shop.accountNumber(), 1, "OUTLET"));
        fixture.run("UPDATE payment SET qr_id = $1 WHERE payment_id = $2", plain.value(), payment);

        MyCode mine = await(read.list(fixture.pool, merchant(shop), false)).getFirst();
        assertEquals(plain, mine.code().id());
        assertEquals(Optional.of(batch.printedAt()), mine.lastPrintedAt());
        assertEquals(Optional.of(fixture.clock.instant()), mine.lastPaidAt());
        assertEquals(Set.of(), mine.warnings());
        List<MyCode> all = await(read.list(fixture.pool, merchant(shop), true));
        assertEquals(List.of(QrCode.Status.ACTIVE, QrCode.Status.REVOKED), all.stream().map(MyCode::status).toList());
        assertEquals(Set.of(), all.get(1).warnings(), "of what is gone nothing is warned");
        QrId fresh = code(shop);
        assertEquals(Set.of(CodeWarning.NOT_PRINTED),
                await(read.find(fixture.pool, merchant(shop), fresh)).orElseThrow().warnings());
        fixture.run("UPDATE merchant_account SET status = 'REPLACED', replaced_at = now() WHERE account_id = $1",
                shop.account());
        fixture.run("UPDATE qr_code SET expires_at = $1 WHERE qr_id = $2",
                fixture.clock.instant().plus(CodeWarning.SOON).minusSeconds(1).atOffset(ZoneOffset.UTC), fresh.value());
        assertEquals(EnumSet.allOf(CodeWarning.class),
                await(read.find(fixture.pool, merchant(shop), fresh)).orElseThrow().warnings());
    }

    private static PrintCodes.Outcome print(Shop shop, Paper paper, QrId code) {
        return print(shop, order(shop, paper, new Existing(List.of(code))));
    }

    private static PrintBatch printed(Shop shop, Paper paper, PrintCodes.Codes codes) {
        return ((PrintCodes.Printed) print(shop, order(shop, paper, codes))).batch();
    }

    private static PrintCodes.Order order(Shop shop, Paper paper, PrintCodes.Codes codes) {
        return new PrintCodes.Order(new PrintBatchId(ids.next()), shop.outlet(), paper, codes, Optional.empty());
    }

    private static PrintCodes.Outcome print(Shop shop, PrintCodes.Order order) {
        return inTransaction(transaction -> print.print(transaction, order, caller(shop)));
    }

    private static RecallBatch.Outcome recall(Shop shop, PrintBatchId id) {
        return inTransaction(transaction -> recall.recall(transaction, id, "bị dán đè", caller(shop)));
    }

    private static QrId code(Shop shop) {
        IssueQrCode.Order order =
                new IssueQrCode.Order(shop.outlet(), Optional.empty(), Optional.empty(), Optional.empty());
        return ((IssueQrCode.Issued) inTransaction(transaction ->
                issue.issue(transaction, order, caller(shop).principal()))).code().id();
    }

    private static String verdict(QrId id) {
        String payload = await(fixture.parts.codes().find(fixture.pool, id)).orElseThrow().payload();
        return IssuingFixture.body(200, fixture.http.send("POST", "/api/v1/qr-codes/verify",
                new JsonObject().put("payload", payload))).getString("status");
    }

    /** Commits what a page would answer with less than 400. */
    private static <T> T inTransaction(Function<SqlConnection, T> work) {
        return await(threads.call(() -> {
            SqlConnection connection = Future.await(fixture.pool.getConnection());
            try {
                Transaction transaction = Future.await(connection.begin());
                T outcome = work.apply(connection);
                boolean refused = outcome instanceof PrintCodes.NotGood || outcome instanceof PrintCodes.NotApproved
                        || outcome instanceof PrintCodes.OutOfRange || outcome instanceof PrintCodes.NotFound;
                Future.await(refused ? transaction.rollback() : transaction.commit());
                return outcome;
            } finally {
                connection.close();
            }
        }));
    }

    private static Caller caller(Shop shop) {
        return new Caller(new Principal(shop.merchant(), Role.MERCHANT, Set.of()), "req");
    }

    private static MerchantId merchant(Shop shop) {
        return new MerchantId(shop.merchant());
    }

    private static long count(String sql, Object parameter) {
        return fixture.run(sql, parameter).iterator().next().getLong(0);
    }
}
