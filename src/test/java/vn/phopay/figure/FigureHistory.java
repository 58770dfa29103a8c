package vn.phopay.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.figure.FigureRows.Paid;
import vn.phopay.figure.FigureRows.Shop;
import vn.phopay.figure.FigureRows.Told;

/**
 * A small city and what happens in it, at random: payments of every outcome, twins, reversals before and after their
 * payment, assignments, moves, a recycled ward code, suspensions, late bookings, and everything that staff correct.
 */
final class FigureHistory {
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 20);
    private static final LocalDate RECYCLED = LocalDate.of(2026, 4, 1);
    private static final List<String> BANKS = List.of("alpha", "beta");
    private static final List<String> CATEGORIES = List.of("5812", "5411", "7230");
    private static final List<String> DECISIONS = List.of("APPROVED", "SUSPENDED", "REJECTED");
    private static final List<String> ZONES = List.of("zone-z1", "zone-z2");
    private static final List<String> STREETS = List.of("street-s1", "street-s2", "street-s3");
    private static final List<Long> AMOUNTS =
            List.of(19_999L, 20_000L, 35_000L, 49_999L, 50_000L, 99_999L, 100_000L, 200_000L, 499_999L, 500_000L);

    private final FigureRows rows;
    private final Random random;
    private final List<Shop> shops = new ArrayList<>();
    private final List<Paid> paid = new ArrayList<>();
    private final List<UUID> requests = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();
    private final List<UUID> reportCases = new ArrayList<>();
    private final List<UUID> unmatchedCases = new ArrayList<>();
    private final UUID helper;
    private LocalDate today;

    FigureHistory(FigureRows rows, Random random, LocalDate today) {
        this.rows = rows;
        this.random = random;
        this.today = today;
        LocalDate long2025 = LocalDate.of(2025, 1, 1);
        for (String district : List.of("district-a", "district-b")) {
            rows.place(district, "DISTRICT", long2025, null);
        }
        rows.place("ward-w1-2024", "WARD", long2025, RECYCLED.minusDays(1));
        rows.place("ward-w1-2026", "WARD", RECYCLED, null);
        rows.place("ward-w2-2025", "WARD", long2025, null);
        STREETS.forEach(street -> rows.place(street, "STREET", long2025, null));
        ZONES.forEach(zone -> rows.place(zone, "ZONE", LocalDate.of(2026, 2, 10), null));
        List.of("district-a", "ward-w1-2024", "ward-w1-2026", "zone-z1")
                .forEach(in -> rows.member("street-s1", in, ""));
        List.of("district-b", "ward-w2-2025", "zone-z1", "zone-z2")
                .forEach(in -> rows.member("street-s2", in, ""));
        rows.member("street-s2", "zone-z1", "the other end");
        rows.member("street-s3", "district-b", "");
        BANKS.forEach(bank -> rows.bank(bank, FIRST_DAY.plusDays(BANKS.indexOf(bank))));
        helper = rows.helper();
        register(FIRST_DAY);
    }

    void tomorrow() {
        today = today.plusDays(1);
    }

    /** Some hundred things. */
    void play(int things) {
        for (int thing = 0; thing < things; thing++) {
            LocalDate day = random.nextInt(3) == 0 ? today : someDay();
            switch (random.nextInt(30)) {
                case 0 -> register(day);
                case 1 -> rows.decide(pick(shops).merchant(), pick(DECISIONS), today);
                case 2 -> move(pick(shops), day);
                case 3 -> requests.add(request(pick(shops), day));
                case 4 -> codes.add(rows.code(pick(shops), day, 1 + random.nextInt(60)));
                case 5 -> revoke();
                case 6, 7 -> check(day);
                case 8 -> reportCases.add(report(day));
                case 9 -> resolve();
                case 10 -> unmatched(day);
                case 11 -> rows.tally(pick(BANKS), day, random.nextInt(3), random.nextInt(3));
                case 12 -> rows.baseline(pick(somewhere()), someDay(), random.nextInt(6));
                case 13 -> rows.openZone(pick(ZONES), day, random.nextInt(700), 701 + random.nextInt(700));
                case 14 -> reverse();
                case 15 -> twin();
                case 16 -> assign();
                case 17 -> rows.recategorize(pick(shops).merchant(), pick(CATEGORIES), today);
                case 18 -> orphanReversal(day);
                default -> pay(day);
            }
        }
    }

    private LocalDate someDay() {
        return FIRST_DAY.plusDays(random.nextInt((int) (today.toEpochDay() - FIRST_DAY.toEpochDay()) + 1));
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static List<String> somewhere() {
        return List.of(
                "district-a", "district-b", "ward-w2-2025", "ward-w1-2026", "street-s1", "street-s2", "street-s3");
    }

    private record Spot(String district, String ward, String street) {}

    private Spot spot() {
        return pick(List.of(
                new Spot("district-a", "ward-w1-2024", "street-s1"),
                new Spot("district-a", "ward-w1-2026", "street-s1"),
                new Spot("district-b", "ward-w2-2025", "street-s2"), new Spot("district-b", "", "street-s3"),
                new Spot("district-b", "ward-w2-2025", ""), new Spot("district-a", "", "")));
    }

    private void register(LocalDate day) {
        UUID merchant = rows.merchant(day, pick(CATEGORIES), random.nextInt(3) == 0 ? helper : null);
        int outlets = 1 + random.nextInt(2);
        for (int outlet = 0; outlet < outlets; outlet++) {
            Spot spot = spot();
            shops.add(rows.outlet(merchant, day, spot.district(), spot.ward(), spot.street()));
        }
        if (random.nextInt(3) > 0) {
            rows.decide(merchant, "APPROVED", day);
        }
    }

    private void move(Shop shop, LocalDate day) {
        if (day.isAfter(shop.registered())) {
            Spot spot = spot();
            rows.move(shop.outlet(), day, spot.district(), spot.ward(), spot.street());
        }
    }

    private UUID request(Shop shop, LocalDate day) {
        UUID request = rows.request(shop, pick(AMOUNTS), day);
        if (random.nextBoolean()) {
            pay(shop, day, request);
        }
        return request;
    }

    private void revoke() {
        if (!codes.isEmpty()) {
            rows.revoke(pick(codes), someDay());
        }
    }

    private void check(LocalDate day) {
        Shop shop = pick(shops);
        String code = rows.code(shop, day, 30);
        rows.check(shop, code, day, random.nextInt(4) > 0);
    }

    private UUID report(LocalDate day) {
        return rows.report(pick(List.of("district-a", "district-b")), random.nextBoolean() ? pick(shops) : null, day);
    }

    private void resolve() {
        if (random.nextBoolean() && !reportCases.isEmpty()) {
            rows.resolve(reportCases.removeLast(), pick(List.of("CONFIRM", "IGNORE")), today);
        } else if (!unmatchedCases.isEmpty()) {
            rows.resolve(unmatchedCases.removeLast(), "ASSIGN", today);
        }
    }

    private void unmatched(LocalDate day) {
        String bank = pick(BANKS);
        Paid nobodys = rows.credit(new Told(bank, "CALLBACK", "UNMATCHED", null, null, null), "0", pick(AMOUNTS), day);
        paid.add(nobodys);
        unmatchedCases.add(rows.unmatchedCase(bank, nobodys, day));
    }

    private void pay(LocalDate day) {
        pay(pick(shops), day, null);
    }

    private void pay(Shop shop, LocalDate day, @Nullable UUID request) {
        // Some shops are paid again and again, so that habits come about.
        Shop payee = request == null && random.nextInt(3) > 0 ? shops.getFirst() : shop;
        LocalDate on = payee.equals(shop) && !day.isBefore(payee.registered()) ? day : today;
        String source = random.nextInt(8) == 0 ? "STATEMENT" : "CALLBACK";
        String outcome = request == null ? pick(List.of("OUTLET", "LATE")) : "MATCHED";
        paid.add(rows.credit(new Told(bankOf(payee), source, outcome, payee, request, null), payee.account(),
                pick(AMOUNTS), payee.equals(shops.getFirst()) ? day : on));
    }

    private static String bankOf(Shop shop) {
        return BANKS.get(Math.floorMod(shop.outlet().hashCode(), BANKS.size()));
    }

    private void reverse() {
        if (!paid.isEmpty()) {
            Paid one = pick(paid);
            BANKS.forEach(bank -> rows.reverse(bank, one, today));
        }
    }

    /** A reversal whose payment comes later in the same round, or never. */
    private void orphanReversal(LocalDate day) {
        Shop shop = pick(shops);
        LocalDate on = day.isBefore(shop.registered()) ? today : day;
        Paid later = rows.credit(
                new Told(bankOf(shop), "CALLBACK", "REVERSED", shop, null, null), shop.account(), 70_000, on);
        rows.reverse(bankOf(shop), later, on);
    }

    private void twin() {
        if (!paid.isEmpty()) {
            Paid one = pick(paid);
            rows.credit(new Told("beta", "CALLBACK", "OUTLET", null, null, one.payment()), one.account(),
                    one.amountVnd(), one.day());
        }
    }

    private void assign() {
        if (!paid.isEmpty()) {
            Paid one = pick(paid);
            Shop shop = pick(shops);
            boolean knowable = !one.day().isBefore(shop.registered());
            UUID request = random.nextInt(3) == 0 && !requests.isEmpty() ? pick(requests) : null;
            switch (random.nextInt(3)) {
                case 0 -> rows.assign(one.payment(), "UNMATCHED", null, null);
                default -> rows.assign(one.payment(), "OUTLET", knowable ? shop : shops.getFirst(), request);
            }
        }
    }
}
