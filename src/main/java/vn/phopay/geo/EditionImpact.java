package vn.phopay.geo;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.phopay.db.Sql;
import vn.phopay.place.Place;

/**
 * What an edition moves besides places.
 *
 * @param wards each ward that ends and has outlets: where they go
 * @param lapsing denominators that end with their wards
 */
public record EditionImpact(List<Outlets> wards, List<Baseline> lapsing) {
    private static final Sql COUNT_OUTLETS = Sql.load("geo/count_outlets_in_wards");
    private static final Sql LIST_LAPSING = Sql.load("geo/list_lapsing_baselines");

    /** Copies both. */
    public EditionImpact {
        wards = List.copyOf(wards);
        lapsing = List.copyOf(lapsing);
    }

    /**
     * The outlets of a ward that ends.
     *
     * @param from the ward
     * @param automatic how many move into the one ward that follows
     * @param byPerson how many a person has to place
     */
    public record Outlets(Place from, long automatic, long byPerson) {}

    /** How many outlets move by themselves. */
    public long automatic() {
        return wards.stream().mapToLong(Outlets::automatic).sum();
    }

    /** How many outlets wait for a person. */
    public long byPerson() {
        return wards.stream().mapToLong(Outlets::byPerson).sum();
    }

    /** Counts what {@code plan} moves; fails only on a database fault. */
    static Future<EditionImpact> of(SqlClient client, EditionPlan plan) {
        Map<String, Place> idToWard = plan.ended().stream()
                .collect(Collectors.toMap(Place::placeId, Function.identity(), (one, other) -> one, TreeMap::new));
        String[] ids = idToWard.keySet().toArray(String[]::new);
        LocalDate first = plan.validFrom();
        return COUNT_OUTLETS.execute(client, Tuple.tuple().addArrayOfString(ids).addLocalDate(first))
                .compose(counts -> {
                    Map<String, Outlets> wards = new TreeMap<>();
                    counts.forEach(row -> {
                        Place from = place(idToWard, row.getString("ward_place_id"));
                        boolean automatic = !plan.isSplit(from) && plan.successorsOf(from).stream()
                                .allMatch(ward -> plan.touches(ward, row.getString("district_place_id")));
                        long outlets = row.getLong("outlets");
                        wards.merge(from.placeId(),
                                new Outlets(from, automatic ? outlets : 0, automatic ? 0 : outlets),
                                EditionImpact::sum);
                    });
                    return lapsing(client, idToWard, first.minusDays(1))
                            .map(lapsing -> new EditionImpact(List.copyOf(wards.values()), lapsing));
                });
    }

    private static Outlets sum(Outlets one, Outlets other) {
        return new Outlets(one.from(), one.automatic() + other.automatic(), one.byPerson() + other.byPerson());
    }

    private static Future<List<Baseline>> lapsing(SqlClient client, Map<String, Place> idToWard, LocalDate last) {
        String[] ids = idToWard.keySet().toArray(String[]::new);
        return LIST_LAPSING.execute(client, Tuple.tuple().addArrayOfString(ids).addLocalDate(last)).map(rows -> {
            List<Baseline> lapsing = new ArrayList<>();
            rows.forEach(row -> lapsing.add(new Baseline(place(idToWard, row.getString("place_id")),
                    row.getLocalDate("valid_from"), new Baseline.Figures(row.getInteger("premises"),
                            Optional.ofNullable(row.getBigDecimal("target_rate")).map(BigDecimal::stripTrailingZeros),
                            row.getString("source")))));
            return lapsing;
        });
    }

    private static Place place(Map<String, Place> idToWard, String id) {
        return Optional.ofNullable(idToWard.get(id)).orElseThrow();
    }
}
