package vn.phopay.geo;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.db.Sql;
import vn.phopay.place.PlaceDirectory;

/** Denominators in the database. Every future fails only on a database fault. */
public final class BaselineStore {
    private static final Sql LOCK = Sql.load("geo/lock_baselines");
    private static final Sql READ_BEFORE = Sql.load("geo/read_baselines_before");
    private static final Sql SAVE = Sql.load("geo/save_baselines");
    private static final Sql LIST = Sql.load("geo/list_baselines");

    /** The place and day that a baseline is of. */
    record Key(String placeId, LocalDate day) {
        static Key of(Baseline baseline) {
            return new Key(baseline.place().placeId(), baseline.validFrom());
        }
    }

    /** What holds on a day, and since when. */
    record InForce(LocalDate since, Baseline.Figures figures) {}

    /** What holds today and what will hold later, by place id and day. */
    public Future<List<Baseline>> list(SqlClient client, PlaceDirectory places, LocalDate today) {
        return LIST.execute(client, Tuple.of(today)).map(rows -> {
            List<Baseline> list = new ArrayList<>();
            rows.forEach(row -> places.byId(row.getString("place_id")).ifPresent(place ->
                    list.add(new Baseline(place, row.getLocalDate("valid_from"), toFigures(row)))));
            return list;
        });
    }

    Future<Void> lock(SqlClient transaction) {
        return LOCK.execute(transaction).mapEmpty();
    }

    Future<Map<Key, InForce>> before(SqlClient client, List<Baseline> baselines) {
        Tuple parameters = Tuple.tuple()
                .addArrayOfString(baselines.stream().map(one -> one.place().placeId()).toArray(String[]::new))
                .addArrayOfLocalDate(baselines.stream().map(Baseline::validFrom).toArray(LocalDate[]::new));
        return READ_BEFORE.execute(client, parameters).map(rows -> {
            Map<Key, InForce> before = new HashMap<>();
            rows.forEach(row -> before.put(
                    new Key(row.getString("place_id"), row.getLocalDate("valid_from")),
                    new InForce(row.getLocalDate("since"), toFigures(row))));
            return before;
        });
    }

    Future<Void> save(SqlClient transaction, List<Baseline> baselines, UUID by, Instant at) {
        JsonArray rows = new JsonArray(baselines.stream().map(BaselineStore::toJson).toList());
        return SAVE.execute(transaction, Tuple.of(rows, by, at.atOffset(ZoneOffset.UTC))).mapEmpty();
    }

    private static JsonObject toJson(Baseline baseline) {
        return new JsonObject()
                .put("place_id", baseline.place().placeId())
                .put("valid_from", baseline.validFrom().toString())
                .put("premises", baseline.figures().premises())
                .put("target_rate", baseline.figures().target().map(BigDecimal::toPlainString).orElse(null))
                .put("source", baseline.figures().source());
    }

    private static Baseline.Figures toFigures(Row row) {
        return new Baseline.Figures(row.getInteger("premises"),
                Optional.ofNullable(row.getBigDecimal("target_rate")).map(rate -> rate.setScale(4)),
                row.getString("source"));
    }
}
