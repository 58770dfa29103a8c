package vn.phopay.simulator.day;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.phopay.simulator.Fault;
import vn.phopay.simulator.Memos;
import vn.phopay.simulator.day.Errand.Step;
import vn.phopay.simulator.day.Errand.When;
import vn.phopay.simulator.day.Town.Bank;
import vn.phopay.simulator.day.Town.Request;
import vn.phopay.simulator.day.Town.Shop;
import vn.phopay.simulator.sender.Movement;
import vn.phopay.time.BusinessDay;

/** Where the stories of one day play: it draws, numbers and keeps what they leave behind. */
final class Stage {
    private static final int OPENS_SECOND = 9 * 3_600;
    private static final int OPEN_SECONDS = 12 * 3_600;
    private static final long THOUSAND_VND = 1_000;
    private static final int THOUSANDS_MIN = 10;
    private static final int THOUSANDS_MAX = 900;
    private static final long SEEDS = 9_000;
    private static final long NUMBERS_A_SEED = 1_000_000_000;

    private final Town town;
    private final LocalDate day;
    private final Random random;
    private final long firstNumber;
    private final String mark;
    private final List<Errand> errands = new ArrayList<>();
    private final Map<Fault, Integer> faultToStories = new HashMap<>();
    private final Map<String, Integer> bankToMovements = new HashMap<>();
    private final Book book = new Book();
    private final Truth truth = new Truth();
    private long serial;

    Stage(Town town, LocalDate day, long seed) {
        this.town = town;
        this.day = day;
        this.random = new Random(seed);
        this.firstNumber = (Math.floorMod(seed, SEEDS) + 1_000) * NUMBERS_A_SEED;
        this.mark = Long.toUnsignedString(seed, Character.MAX_RADIX).toUpperCase(Locale.ROOT);
    }

    Town town() {
        return town;
    }

    LocalDate day() {
        return day;
    }

    Random random() {
        return random;
    }

    Book book() {
        return book;
    }

    Truth truth() {
        return truth;
    }

    List<Errand> errands() {
        return errands;
    }

    /** How many stories each fault had. */
    Map<Fault, Integer> stories() {
        return faultToStories;
    }

    /** How many movements each sender knows. */
    Map<String, Integer> movements() {
        return bankToMovements;
    }

    void begins(@Nullable Fault fault) {
        if (fault != null) {
            faultToStories.merge(fault, 1, Integer::sum);
        }
    }

    void send(When when, List<Step> steps) {
        if (!steps.isEmpty()) {
            errands.add(new Errand(when, steps));
        }
    }

    /** Any shop whose sender {@code fits}; empty where there is none. */
    Optional<Shop> shop(Predicate<Shop> fits) {
        int from = random.nextInt(town.shops().size());
        for (int i = 0; i < town.shops().size(); i++) {
            Shop shop = town.shops().get((from + i) % town.shops().size());
            if (fits.test(shop)) {
                return Optional.of(shop);
            }
        }
        return Optional.empty();
    }

    /** Another sender than {@code bank} that names traces too. */
    Optional<Bank> otherThan(Bank bank) {
        return town.banks().stream()
                .filter(other -> !other.equals(bank) && other.sender().tellsTraces())
                .findFirst();
    }

    /** The request that is paid next. */
    Optional<Request> openRequest(Shop shop) {
        return Optional.ofNullable(shop.open().poll());
    }

    long amountVnd() {
        return THOUSAND_VND * random.nextInt(THOUSANDS_MIN, THOUSANDS_MAX);
    }

    /** A moment between opening and closing time. */
    Instant daytime() {
        return BusinessDay.startOf(day).plusSeconds(OPENS_SECOND + (long) random.nextInt(OPEN_SECONDS));
    }

    /** Money that comes in on {@code account}, booked by day. */
    Movement credit(Bank bank, String account, long amountVnd, String memo) {
        bankToMovements.merge(bank.code(), 1, Integer::sum);
        long number = nextNumber();
        return new Movement("FT" + mark + 'N' + number, number, "TR" + mark + 'T' + number, account, null, amountVnd,
                memo, daytime(), payer(), null);
    }

    /** The same transfer as {@code other} knows it. */
    Movement knownAs(Bank other, Movement movement) {
        bankToMovements.merge(other.code(), 1, Integer::sum);
        long number = nextNumber();
        return movement.knownAs("OT" + mark + 'N' + number, number);
    }

    /** The debit that takes {@code credit} back, two minutes later. */
    Movement reversal(Bank bank, Movement credit) {
        bankToMovements.merge(bank.code(), 1, Integer::sum);
        long number = nextNumber();
        return credit.reversal("RV" + mark + 'N' + number, number, credit.bookedAt().plusSeconds(120));
    }

    private Movement.Payer payer() {
        return new Movement.Payer(Memos.payer(random), Memos.digits(12, random), "970436");
    }

    private long nextNumber() {
        serial++;
        return firstNumber + serial;
    }
}
