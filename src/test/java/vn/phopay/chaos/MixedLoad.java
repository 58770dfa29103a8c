package vn.phopay.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import vn.phopay.chaos.ChaosTown.Bank;
import vn.phopay.chaos.ChaosTown.Shop;
import vn.phopay.simulator.sender.Answer;
import vn.phopay.simulator.sender.Movement;
import vn.phopay.simulator.sender.Movement.Payer;

/**
 * All banks telling at once, several calls each: new credits, some of them reversed, some told again although they were
 * heard. What is not taken is told again, as senders do. It remembers everything, across as many services as it takes.
 */
final class MixedLoad {
    private static final int LANES_A_BANK = 4;
    private static final int REPEATED_PERCENT = 10;
    private static final int REVERSED_PERCENT = 6;
    private static final long PAUSE_MS = 50;
    private static final long PATIENCE_SECONDS = 60;
    private static final int TRIES_MAX = 200;
    private static final long NUMBERS_A_BANK = 1_000_000_000;

    private final ChaosTown town;
    private final Clock clock;
    private final Random random;
    private final List<Told> all = new ArrayList<>();
    private final Map<Bank, List<Told>> bankToTold = new HashMap<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final AtomicLong refusals = new AtomicLong();

    MixedLoad(ChaosTown town, Clock clock, Random random) {
        this.town = town;
        this.clock = clock;
        this.random = random;
        town.banks().forEach(bank -> bankToTold.put(bank, new ArrayList<>()));
    }

    /** Starts telling the service at {@code base}. */
    Running start(URI base) {
        return new Running(base);
    }

    /** Everything told so far, taken or not. */
    synchronized List<Told> all() {
        return List.copyOf(all);
    }

    /** Answers that told a sender to repeat, and calls that nobody answered. */
    long refusals() {
        return refusals.get();
    }

    /** What senders heard that they must never hear: it has to be empty in the end. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** What they heard so far, and forgets it: for a test that expects it. */
    List<String> forgetComplaints() {
        List<String> heard = complaints();
        complaints.clear();
        return heard;
    }

    /** Tells {@code count} new movements, each at most {@code tries} times, and gives them. */
    List<Told> tellSome(URI base, int count, int tries) throws InterruptedException {
        List<Told> fresh = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            fresh.add(credit(town.banks().get(i % town.banks().size())));
        }
        try (BankClient client = new BankClient(base, clock)) {
            atOnce(fresh, told -> tell(client, told, tries));
        }
        return fresh;
    }

    /** Tells again whatever was not taken, until all is. */
    void tellTheRest(URI base) throws InterruptedException {
        List<Told> rest = all().stream().filter(told -> !told.isTaken()).toList();
        try (BankClient client = new BankClient(base, clock)) {
            atOnce(rest, told -> tell(client, told, TRIES_MAX));
        }
        assertEquals(List.of(), all().stream().filter(told -> !told.isTaken()).map(Told::key).toList(), "never taken");
    }

    /** What may throw. */
    private interface Telling {
        void tell(Told told) throws InterruptedException;
    }

    private void atOnce(List<Told> some, Telling telling) throws InterruptedException {
        Semaphore room = new Semaphore(LANES_A_BANK * town.banks().size());
        try (ExecutorService tellers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Told told : some) {
                room.acquire();
                tellers.submit(() -> {
                    try {
                        telling.tell(told);
                    } finally {
                        room.release();
                    }
                    return null;
                });
            }
        }
    }

    private void tell(BankClient client, Told told, int tries) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 1; !tell(client, told) && i < tries; i++) {
            assertTrue(!never.await(PAUSE_MS, TimeUnit.MILLISECONDS));
        }
    }

    /** Whether it was taken now. */
    private boolean tell(BankClient client, Told told) {
        Answer answer = client.tell(told);
        boolean taken = told.hear(answer, complaints::add);
        if (!taken) {
            refusals.incrementAndGet();
        }
        return taken;
    }

    private synchronized Told next(Bank bank) {
        List<Told> earlier = bankToTold.get(bank);
        int chance = random.nextInt(100);
        if (!earlier.isEmpty() && chance < REPEATED_PERCENT) {
            return earlier.get(random.nextInt(earlier.size()));
        }
        if (!earlier.isEmpty() && chance < REPEATED_PERCENT + REVERSED_PERCENT && bank.sender().tellsDebits()) {
            Movement latest = earlier.getLast().movement();
            if (latest.isCredit()) {
                long number = number(bank);
                return remember(bank, latest.reversal("RV" + number, number, now()));
            }
        }
        return credit(bank);
    }

    private synchronized Told credit(Bank bank) {
        long number = number(bank);
        Shop shop = town.shops().get(random.nextInt(town.shops().size()));
        String memo = random.nextInt(4) == 0 ? "" : "MBVCB." + number + '.' + shop.reference() + ".CT tu 0987";
        Payer payer = new Payer("NGUYEN VAN AN", "9000" + random.nextInt(1000), "970436");
        return remember(bank, new Movement("FT" + number, number, "TR" + number, shop.account(), null,
                1_000L * (1 + random.nextInt(500)), memo, now(), payer, null));
    }

    private Told remember(Bank bank, Movement movement) {
        Told told = new Told(bank, movement);
        bankToTold.get(bank).add(told);
        all.add(told);
        return told;
    }

    /** Numbers of different banks differ, or traces would say that it is one transfer. */
    private long number(Bank bank) {
        return NUMBERS_A_BANK * (1 + town.banks().indexOf(bank)) + bankToTold.get(bank).size();
    }

    /** Banks write whole seconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** A load that goes on until it is closed. */
    final class Running implements AutoCloseable {
        private final CountDownLatch stop = new CountDownLatch(1);
        private final Semaphore taken = new Semaphore(0);
        private final BankClient client;
        private final ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor();

        private Running(URI base) {
            client = new BankClient(base, clock);
            for (Bank bank : town.banks()) {
                for (int i = 0; i < LANES_A_BANK; i++) {
                    lanes.submit(() -> lane(bank));
                }
            }
        }

        /** Waits until {@code count} more calls were answered as taken. */
        void awaitTaken(int count) throws InterruptedException {
            assertTrue(taken.tryAcquire(count, PATIENCE_SECONDS, TimeUnit.SECONDS),
                    () -> "only " + taken.availablePermits() + " of " + count + " calls were taken in time; "
                            + complaints());
        }

        /** How many calls were answered as taken, and not yet waited for. */
        int taken() {
            return taken.availablePermits();
        }

        /** Forgets how many were taken so far. */
        void forget() {
            taken.drainPermits();
        }

        /** Waits until {@code count} more calls were answered by no or were not answered. */
        void awaitRefused(int count) throws InterruptedException {
            long enough = refusals.get() + count;
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (refusals.get() < enough) {
                assertTrue(System.nanoTime() < deadline, "nobody was refused");
                assertTrue(!stop.await(PAUSE_MS, TimeUnit.MILLISECONDS));
            }
        }

        private Void lane(Bank bank) throws InterruptedException {
            while (stop.getCount() > 0) {
                Told told = next(bank);
                while (!tell(client, told)) {
                    if (stop.await(PAUSE_MS, TimeUnit.MILLISECONDS)) {
                        return null;
                    }
                }
                taken.release();
            }
            return null;
        }

        /** Ends it after the calls in flight. */
        @Override
        public void close() {
            stop.countDown();
            lanes.close();
            client.close();
        }
    }
}
