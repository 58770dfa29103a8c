package vn.phopay.testing;

import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Shops of some districts with a month of takings, written straight into a test database whose places are seeded, and
 * the figures that belong to them. Equal seeds give equal towns, row ids included.
 */
public final class ReleaseTown {
    private final Pool pool;
    private final Random random;
    private final List<Shop> shops = new ArrayList<>();
    private int serial;

    /** A shop, where it stands and what it takes in a month. */
    private record Shop(UUID outlet, String district, String ward, String street, String category, long amount,
                        long payments) {}

    /** A town in the database behind {@code pool}. */
    public ReleaseTown(Pool pool, long seed) {
        this.pool = pool;
        this.random = new Random(seed);
        this.serial = (int) (3_000_000 + seed % 1_000 * 10_000);
    }

    /** Adds shops that stand there since 2025. */
    public ReleaseTown shops(int count, String district, String ward, String street) {
        for (int i = 0; i < count; i++) {
            serial++;
            UUID merchant = new UUID(random.nextLong(), random.nextLong());
            UUID outlet = new UUID(random.nextLong(), random.nextLong());
            String category = i % 3 == 0 ? "5411" : "5812";
            run("INSERT INTO merchant (merchant_id, status, legal_name, display_name, tax_code, phone_e164,"
                    + " category_code, locale, created_at, updated_at) VALUES ($1, 'APPROVED', 'x', 'x', $2, $3, $4,"
                    + " 'vi', '2025-08-01', '2025-08-01')",
                    Tuple.of(merchant, "tax" + serial, "+84" + serial, category));
            run("INSERT INTO outlet (outlet_id, merchant_id, name, address, created_at)"
                    + " VALUES ($1, $2, 'x', 'x', '2025-08-01')", Tuple.of(outlet, merchant));
            run("INSERT INTO outlet_location (outlet_id, valid_from, district_place_id, ward_place_id,"
                    + " street_place_id) VALUES ($1, '2025-08-01', $2, $3, $4)",
                    Tuple.of(outlet, district, ward, street.isEmpty() ? null : street));
            long payments = 20 + random.nextInt(60);
            shops.add(new Shop(outlet, district, ward, street, category, payments * (30_000 + random.nextInt(50_000)),
                    payments));
        }
        return this;
    }

    /** Counted premises of a place, and the rate to be reached. */
    public ReleaseTown premises(String place, int premises) {
        run("INSERT INTO baseline (place_id, valid_from, premises, target_rate, source, recorded_at)"
                + " VALUES ($1, '2025-07-01', $2, 0.8, 'Đếm tay, phường', now())"
                + " ON CONFLICT (place_id, valid_from) DO UPDATE SET premises = EXCLUDED.premises",
                Tuple.of(place, premises));
        return this;
    }

    /** Every shop, or the first of them, trades on ten days of {@code month}; its figures are written anew. */
    public ReleaseTown trade(YearMonth month, int trading) {
        run("DELETE FROM outlet_day WHERE business_date BETWEEN $1 AND $2",
                Tuple.of(month.atDay(1), month.atEndOfMonth()));
        List<Shop> open = shops.subList(0, Math.min(trading, shops.size()));
        List<Tuple> rows = new ArrayList<>();
        for (Shop shop : open) {
            for (int day = 0; day < 10; day++) {
                LocalDate date = month.atEndOfMonth().minusDays(day * 2L);
                rows.add(Tuple.of(date, shop.outlet(), shop.payments() / 10 + 1, shop.amount() / 10,
                        shop.district(), shop.ward()).addString(shop.street()));
            }
        }
        await(pool.preparedQuery("INSERT INTO outlet_day (business_date, outlet_id, transactions, amount_vnd,"
                + " district_place_id, ward_place_id, street_place_id) VALUES ($1, $2, $3, $4, $5, $6, $7)")
                .executeBatch(rows));
        writeFigures(month, open);
        settle(month);
        return this;
    }

    /** Says that the month's figures are computed and nothing of it waits, as the job does when it is done. */
    private void settle(YearMonth month) {
        run("DELETE FROM figure_mark", Tuple.tuple());
        run("INSERT INTO figure_day (business_date, computed_at)"
                + " SELECT day, now() FROM generate_series($1::date, $2::date, '1 day') AS day"
                + " ON CONFLICT (business_date) DO UPDATE SET dirty_since = NULL, computed_at = now()",
                Tuple.of(month.atDay(1), month.atEndOfMonth()));
    }

    /** Says that a day of the month changed since its figures were computed. */
    public void disturb(LocalDate day) {
        run("UPDATE figure_day SET dirty_since = now() WHERE business_date = $1", Tuple.of(day));
    }

    private void writeFigures(YearMonth month, List<Shop> open) {
        Map<String, JsonObject> scopeToMeasures = new TreeMap<>();
        shops.forEach(shop -> scopes(shop).forEach(scope -> count(scopeToMeasures, scope, shop, open.contains(shop))));
        scopeToMeasures.forEach((scope, measures) -> {
            Long premises = scope.equals("city") ? Long.valueOf(5_000) : premises(scope);
            if (premises != null) {
                measures.put("premises", premises);
            }
            run("INSERT INTO figure (scope_id, interval, period_start, measures, computed_at)"
                    + " VALUES ($1, 'MONTH', $2, $3, now()) ON CONFLICT (scope_id, interval, period_start)"
                    + " DO UPDATE SET measures = EXCLUDED.measures", Tuple.of(scope, month.atDay(1), measures));
        });
    }

    private static List<String> scopes(Shop shop) {
        List<String> scopes = new ArrayList<>(
                List.of("city", shop.district(), shop.ward(), "category-" + shop.category()));
        if (!shop.street().isEmpty()) {
            scopes.add(shop.street());
        }
        return scopes;
    }

    private Long premises(String place) {
        RowSet<Row> rows = await(pool.preparedQuery(
                "SELECT premises FROM baseline WHERE place_id = $1").execute(Tuple.of(place)));
        return rows.size() == 0 ? null : rows.iterator().next().getLong(0);
    }

    private static void count(Map<String, JsonObject> all, String scope, Shop shop, boolean trades) {
        JsonObject measures = all.computeIfAbsent(scope, none -> new JsonObject());
        for (String head : List.of("registeredMerchants", "registeredOutlets", "approvedMerchants")) {
            add(measures, head, 1);
        }
        if (trades) {
            for (String head : List.of("activeOutlets7", "activeOutlets30", "habitualOutlets28")) {
                add(measures, head, 1);
            }
            add(measures, "transactions", (shop.payments() / 10 + 1) * 10);
            add(measures, "amountVnd", shop.amount() / 10 * 10);
            measures.put("ticketMedianVnd", 45_000L).put("ticketLowerQuartileVnd", 30_000L)
                    .put("ticketUpperQuartileVnd", 70_000L);
        }
    }

    private static void add(JsonObject measures, String name, long more) {
        measures.put(name, measures.getLong(name, 0L) + more);
    }

    private void run(String sql, Tuple parameters) {
        await(pool.preparedQuery(sql).execute(parameters));
    }
}
