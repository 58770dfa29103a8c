package vn.phopay.release;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.phopay.db.Sql;
import vn.phopay.disclosure.Area;
import vn.phopay.disclosure.Contribution;
import vn.phopay.disclosure.MonthCells;
import vn.phopay.disclosure.Scope;
import vn.phopay.time.BusinessDay;

/**
 * Reads the shops behind a month's figures, population by population, each in the area in which the figures count it:
 * what adds up over days by the category and the places of each day, what stands at the month's end by those of the
 * last day. A figure whose shops are not these very ones would be published by what is known of others.
 */
final class ReadMonthCells {
    private static final Sql LIST_TAKINGS = Sql.load("release/list_takings");
    private static final Sql LIST_REQUESTS = Sql.load("release/list_requests");
    private static final Sql LIST_ACTIVE = Sql.load("release/list_active");
    private static final Sql LIST_HABITUAL = Sql.load("release/list_habitual");
    private static final Sql LIST_STANDING = Sql.load("release/list_standing");
    private static final int HABIT_DAYS = 8;

    private final SqlConnection transaction;
    private final ReleaseScopes scopes;
    private final YearMonth month;

    /** Reads of {@code month} through {@code transaction}, on a virtual thread. */
    ReadMonthCells(SqlConnection transaction, ReleaseScopes scopes, YearMonth month) {
        this.transaction = transaction;
        this.scopes = scopes;
        this.month = month;
    }

    Map<Population, MonthCells> read() {
        LocalDate last = month.atEndOfMonth();
        Map<Population, MonthCells> cells = new EnumMap<>(Population.class);
        cells.put(Population.PAID, paid());
        cells.put(Population.REQUESTING, daily(LIST_REQUESTS));
        cells.put(Population.ACTIVE_7, atEnd(LIST_ACTIVE, Tuple.of(last.minusDays(6), last)));
        cells.put(Population.ACTIVE_30, atEnd(LIST_ACTIVE, Tuple.of(last.minusDays(29), last)));
        cells.put(Population.HABITUAL, atEnd(LIST_HABITUAL, Tuple.of(last.minusDays(27), last, HABIT_DAYS)));
        cells.put(Population.REGISTERED, atEnd(LIST_STANDING, standing(last, false)));
        cells.put(Population.APPROVED, atEnd(LIST_STANDING, standing(last, true)));
        return cells;
    }

    /** Those alone who were paid. */
    MonthCells paid() {
        return daily(LIST_TAKINGS);
    }

    private static Tuple standing(LocalDate last, boolean approvedOnly) {
        return Tuple.of(last, BusinessDay.startOf(last.plusDays(1)).atOffset(ZoneOffset.UTC), approvedOnly);
    }

    /** What adds up over days: places that began or ended, or streets that joined a zone, part the month. */
    private MonthCells daily(Sql sql) {
        List<Contribution> all = new ArrayList<>();
        for (ReleaseScopes.Spell spell : scopes.spells(month)) {
            add(all, sql, Tuple.of(spell.from(), spell.to()), new Areas(spell.layout()));
        }
        return new MonthCells(month, all);
    }

    private MonthCells atEnd(Sql sql, Tuple parameters) {
        List<Contribution> all = new ArrayList<>();
        add(all, sql, parameters, new Areas(scopes.layout(month.atEndOfMonth())));
        return new MonthCells(month, all);
    }

    private void add(List<Contribution> all, Sql sql, Tuple parameters, Areas areas) {
        await(sql.execute(transaction, parameters)).forEach(row -> all.add(new Contribution(
                ReleaseSecrets.pseudonym(row.getUUID("merchant_id")), areas.of(row), row.getLong("amount_vnd"),
                row.getLong("things"))));
    }

    /** In which scopes rows lie; areas that are alike are one object. */
    private static final class Areas {
        private final ReleaseScopes.Layout layout;
        private final Map<List<String>, Area> rowToArea = new HashMap<>();

        Areas(ReleaseScopes.Layout layout) {
            this.layout = layout;
        }

        Area of(Row row) {
            return rowToArea.computeIfAbsent(List.of(row.getString("district_place_id"),
                    row.getString("ward_place_id"), row.getString("street_place_id"),
                    row.getString("category_code")), this::area);
        }

        private Area area(List<String> row) {
            Set<Scope> inside = new HashSet<>();
            if (!row.get(0).isEmpty()) {
                inside.add(Scope.district(row.get(0)));
            }
            if (layout.inForce().contains(row.get(1))) {
                inside.add(Scope.ward(row.get(1)));
            }
            if (layout.inForce().contains(row.get(2))) {
                inside.add(Scope.street(row.get(2)));
            }
            layout.streetToZones().getOrDefault(row.get(2), Set.of()).forEach(zone -> inside.add(Scope.zone(zone)));
            inside.add(Scope.category(ReleaseScopes.categoryId(row.get(3))));
            return new Area(inside);
        }
    }
}
