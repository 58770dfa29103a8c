package vn.phopay.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.adoption.FoldOutcome;
import vn.phopay.adoption.FoldPayments;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.payment.PaymentFixtures.Request;
import vn.phopay.payment.PaymentFixtures.Shop;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/**
 * What happened is drawn at random; what senders make of it reaches the real writers in two different orders, in
 * batches that run at once, while people decide and rollups are folded. Both must end where a plain list of what
 * happened ends.
 */
class TransferHistoryTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("transfer_history").keepingInvariants();

    private static final List<String> BANKS = List.of("bank", "sepay", "casso");
    private static final int SHOPS = 3;
    private static final int TRANSFERS = 60;
    private static Desk desk;
    private static FoldPayments fold;

    @BeforeAll
    static void open() {
        desk = new Desk(DB);
        BANKS.forEach(code -> desk.fixtures.bank(code, Desk.BIN));
        fold = new FoldPayments(DB.pool(), Clock.systemUTC(), 40);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    enum Names { REQUEST, NOTHING, VIRTUAL_ACCOUNT }

    enum Back { NOT, BY_NAME, BY_TRACE }

    /** One transfer as it happened; {@code assignedTo} is the shop to whose request a person gave it. */
    record Transfer(
            int id, int shop, Names names, int tellers, boolean traced, Back back, @Nullable Integer assignedTo,
            long refundedVnd) {
        long amountVnd() {
            return 10_000 + id;
        }

        static Transfer random(int id, Random random) {
            int tellers = 1 + random.nextInt(3);
            boolean traced = tellers > 1 || random.nextBoolean();
            Back back = random.nextInt(3) > 0 ? Back.NOT
                    : traced && random.nextBoolean() ? Back.BY_TRACE : Back.BY_NAME;
            Integer assignedTo = random.nextInt(6) == 0 ? Integer.valueOf(random.nextInt(SHOPS)) : null;
            // What was taken back cannot be given back, so where both happen the order decides; here one does.
            long refundedVnd = back == Back.NOT && random.nextInt(6) == 0 ? 1 + random.nextInt(10_000) : 0;
            return new Transfer(id, random.nextInt(SHOPS), Names.values()[random.nextInt(3)], tellers, traced, back,
                    assignedTo, refundedVnd);
        }
    }

    /** The shops of one order of arrival. */
    record World(String name, List<Shop> shops, List<Request> requests) {
        static World make(String name) {
            List<Shop> shops = new ArrayList<>();
            List<Request> requests = new ArrayList<>();
            for (int i = 0; i < SHOPS; i++) {
                shops.add(desk.fixtures.shop(Desk.BIN, name + i));
                requests.add(desk.fixtures.request(shops.get(i), 5_000_000, Desk.NOW.plusSeconds(900)));
                desk.fixtures.virtualAccount(shops.get(i), Desk.BIN, name + "V" + i);
            }
            return new World(name, shops, requests);
        }

        String reference(Transfer transfer, int teller) {
            return name + "-" + transfer.id() + "-" + teller;
        }
    }

    record Telling(String bank, TransactionNotice notice) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void stateShouldBeWhatHappenedWhateverTheOrderOfArrival(long seed) {
        Random random = new Random(seed);
        List<Transfer> history = IntStream.range(0, TRANSFERS).mapToObj(id -> Transfer.random(id, random)).toList();
        for (int order = 0; order < 2; order++) {
            World world = World.make("S" + seed + "O" + order);
            play(world, history, new Random(seed * 31 + order));
            for (int shop = 0; shop < SHOPS; shop++) {
                String where = "seed " + seed + " order " + order + " shop " + shop;
                assertEquals(paid(history, shop), desk.fixtures.paid(world.requests().get(shop)), where);
                assertEquals(traded(history, shop), desk.fixtures.rolledUp(world.shops().get(shop)), where);
            }
        }
    }

    private static long paid(List<Transfer> history, int shop) {
        return history.stream()
                .filter(t -> t.back() == Back.NOT)
                .filter(t -> t.assignedTo() != null ? t.assignedTo() == shop
                        : t.names() == Names.REQUEST && t.shop() == shop)
                .mapToLong(t -> t.amountVnd() - t.refundedVnd())
                .sum();
    }

    private static long traded(List<Transfer> history, int shop) {
        return history.stream()
                .filter(t -> t.back() == Back.NOT)
                .filter(t -> t.assignedTo() != null ? t.assignedTo() == shop : t.shop() == shop)
                .mapToLong(Transfer::amountVnd)
                .sum();
    }

    private static void play(World world, List<Transfer> history, Random random) {
        List<Telling> tellings = new ArrayList<>();
        history.forEach(transfer -> tell(world, transfer, random, tellings));
        List<Telling> copies = tellings.stream().filter(t -> random.nextInt(4) == 0).toList();
        tellings.addAll(copies);
        Collections.shuffle(tellings, random);
        List<Transfer> undecided = new ArrayList<>(history.stream()
                .filter(t -> t.assignedTo() != null || t.refundedVnd() > 0)
                .toList());
        int at = 0;
        while (at < tellings.size()) {
            int upto = Math.min(tellings.size(), at + 1 + random.nextInt(40));
            send(tellings.subList(at, upto), random);
            decide(world, undecided, () -> random.nextBoolean());
            await(fold.fold());
            at = upto;
        }
        decide(world, undecided, () -> true);
        FoldOutcome.Folded folded;
        do {
            folded = (FoldOutcome.Folded) await(fold.fold());
        } while (folded.more());
    }

    /** At once, over both writers. */
    private static void send(List<Telling> batch, Random random) {
        Map<String, List<TransactionNotice>> bankToNotices = batch.stream().collect(Collectors.groupingBy(
                Telling::bank, Collectors.mapping(Telling::notice, Collectors.toList())));
        await(Future.all(bankToNotices.entrySet().stream()
                .map(entry -> desk.send(entry.getKey(), random.nextInt(2), entry.getValue()))
                .toList()));
    }

    private static void decide(World world, List<Transfer> undecided, BooleanSupplier now) {
        for (Iterator<Transfer> left = undecided.iterator(); left.hasNext();) {
            Transfer transfer = left.next();
            if (now.getAsBoolean() && desk.fixtures.isTold(BANKS.get(0), world.reference(transfer, 0))) {
                var payment = desk.fixtures.counting(BANKS.get(0), world.reference(transfer, 0));
                if (transfer.assignedTo() != null) {
                    desk.assignToRequest(payment, world.requests().get(transfer.assignedTo()));
                }
                if (transfer.refundedVnd() > 0) {
                    desk.refund(payment, world.reference(transfer, 0), transfer.refundedVnd());
                }
                left.remove();
            }
        }
    }

    /** One sender at least says all there is to say; the others may leave out code and virtual account. */
    private static void tell(World world, Transfer transfer, Random random, List<Telling> tellings) {
        int knows = random.nextInt(transfer.tellers());
        String account = world.name() + (transfer.names() == Names.VIRTUAL_ACCOUNT ? 0 : transfer.shop());
        String trace = transfer.traced() ? world.name() + "-FT" + transfer.id() : null;
        for (int teller = 0; teller < transfer.tellers(); teller++) {
            boolean tellsAll = teller == knows || random.nextBoolean();
            TransactionNotice.Builder credit = TransactionNotice
                    .credit(world.reference(transfer, teller), account, transfer.amountVnd())
                    .bookedAt(Desk.NOW)
                    .bankTrace(trace);
            if (tellsAll && transfer.names() == Names.REQUEST) {
                credit.memo("CT " + world.requests().get(transfer.shop()).code() + " x");
            }
            if (tellsAll && transfer.names() == Names.VIRTUAL_ACCOUNT) {
                credit.virtualAccount(world.name() + "V" + transfer.shop());
            }
            tellings.add(new Telling(BANKS.get(teller), credit.build()));
            if (transfer.back() != Back.NOT && (teller == 0 || random.nextBoolean())) {
                tellings.add(new Telling(BANKS.get(teller), TransactionNotice
                        .debit(world.reference(transfer, teller) + "R", account, transfer.amountVnd())
                        .bookedAt(Desk.NOW)
                        .bankTrace(transfer.back() == Back.BY_TRACE ? trace : null)
                        .reversalOf(transfer.back() == Back.BY_NAME ? world.reference(transfer, teller) : null)
                        .build()));
            }
        }
    }
}
