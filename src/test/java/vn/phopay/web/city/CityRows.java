package vn.phopay.web.city;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.phopay.adoption.Interval;
import vn.phopay.figure.Figures;
import vn.phopay.figure.Period;
import vn.phopay.testing.TestPostgres;

/** Figures of a city that grows, written straight into a test database: what the pages show is known to the digit. */
final class CityRows {
    private static final List<String> DISTRICTS = List.of(
            "001", "002", "003", "004", "005", "006", "007", "008", "009", "016", "017", "018", "019", "020", "021",
            "250", "268", "269", "271", "272", "273", "274", "275", "276", "277", "278", "279", "280", "281", "282");
    private static final List<String> STREETS = List.of("hang-ngang", "hang-dao", "ma-may");
    private static final int DAYS = 120;

    private final Pool pool;
    private final LocalDate today;
    private final List<Tuple> rows = new ArrayList<>();

    CityRows(Pool pool, LocalDate today) {
        this.pool = pool;
        this.today = today;
    }

    /** Four months of a city in which Hoàn Kiếm leads, Sóc Sơn falls and Mỹ Đức has no figures. */
    void write() {
        for (int back = DAYS; back >= 0; back--) {
            LocalDate day = today.minusDays(back);
            keep(Figures.CITY, Period.of(Interval.DAY, day), measures(21_400 - 41L * back, 56_000, day));
        }
        for (int back = 5; back >= 0; back--) {
            Period month = Period.of(Interval.MONTH, today).plus(-back);
            keep(Figures.CITY, month, measures(21_400 - 1_250L * back, 56_000, month.end()));
            for (int at = 0; at < DISTRICTS.size() - 1; at++) {
                keep("district-" + DISTRICTS.get(at), month, measures(active(at, 30 * back), premises(at), today));
            }
        }
        for (int back = 20; back >= 0; back--) {
            Period week = Period.of(Interval.WEEK, today).plus(-back);
            keep("district-002", week, measures(active(1, 7 * back), premises(1), week.end()));
        }
        for (int back : List.of(0, 7, 14, 21, 28, 35, 42)) {
            Period day = Period.of(Interval.DAY, today.minusDays(back));
            for (int at = 0; at < DISTRICTS.size() - 1; at++) {
                keep("district-" + DISTRICTS.get(at), day, measures(active(at, back), premises(at), day.start()));
            }
            for (int at = 0; at < STREETS.size(); at++) {
                keep("street-" + STREETS.get(at), day, measures(120 - 30L * at + back, 240, day.start()));
            }
        }
        flush();
        premises();
        edition(1);
    }

    /** Another figure of the city's day, in the next edition. */
    void change(String measure, long value, long edition) {
        JsonObject measures = measures(21_400, 56_000, today).put(measure, value);
        keep(Figures.CITY, Period.of(Interval.DAY, today), measures);
        flush();
        edition(edition);
    }

    /** A campaign in the whole city. */
    void campaign(String name, LocalDate from, LocalDate to) {
        run("INSERT INTO campaign (campaign_id, name_vi, starts_on, ends_on) VALUES ($1, $2, $3, $4)",
                Tuple.of(UUID.randomUUID(), name, from, to));
    }

    void edition(long edition) {
        run("UPDATE figure_edition SET edition = $1, changed_at = $2", Tuple.of(edition, now()));
    }

    /** The lead figure of a district so many days ago. */
    static long active(int at, int daysAgo) {
        if (DISTRICTS.get(at).equals("016")) {
            return 310 + daysAgo;
        }
        long now = 1_900 - 57L * at + at % 7 * 31L;
        return Math.max(8, now - daysAgo * (2L + at % 5));
    }

    static long premises(int at) {
        return at < 9 ? 5_200 + 1_900L * (at % 6) : 900 + 190L * at;
    }

    private void premises() {
        for (int at = 0; at < DISTRICTS.size() - 2; at++) {
            run("INSERT INTO baseline (place_id, valid_from, premises, target_rate, source, recorded_at)"
                    + " VALUES ($1, $2, $3, $4, $5, $6)", Tuple.of("district-" + DISTRICTS.get(at),
                    LocalDate.of(2026, 7, 1), (int) premises(at), BigDecimal.valueOf(35, 2),
                    "Chi cục Thống kê, điều tra tháng 7/2026", now()));
        }
    }

    private JsonObject measures(long active, long premises, LocalDate day) {
        return new JsonObject()
                .put("activeOutlets30", active).put("activeOutlets7", active * 8 / 10).put("premises", premises)
                .put("registeredMerchants", active * 13 / 10).put("approvedMerchants", active * 12 / 10)
                .put("registeredOutlets", active * 14 / 10).put("habitualOutlets28", active * 6 / 10)
                .put("transactions", active * (5 + day.getDayOfMonth() % 4)).put("amountVnd", active * 412_000L)
                .put("firstPaymentHoursMedian", 19).put("firstPaymentHoursP90", 96)
                .put("dynamicTransactions", active * 2);
    }

    private void keep(String scopeId, Period period, JsonObject measures) {
        rows.add(Tuple.of(scopeId, period.interval().name(), period.start(), measures, now()));
    }

    private void flush() {
        TestPostgres.await(pool.preparedQuery("INSERT INTO figure (scope_id, interval, period_start, measures,"
                + " computed_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT ON CONSTRAINT figure_pk DO UPDATE SET"
                + " measures = excluded.measures").executeBatch(List.copyOf(rows)));
        rows.clear();
    }

    private void run(String sql, Tuple parameters) {
        TestPostgres.await(pool.preparedQuery(sql).execute(parameters));
    }

    private OffsetDateTime now() {
        return Instant.parse("2026-11-23T02:00:00Z").atOffset(ZoneOffset.UTC);
    }
}
