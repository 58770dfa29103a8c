package vn.phopay.geo;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import vn.phopay.db.Sql;
import vn.phopay.place.Membership;
import vn.phopay.place.Place;
import vn.phopay.place.Succession;

/** Writes what an edition does to places, and takes it back. Futures fail only where the database refuses. */
final class EditionPlaces {
    private static final Sql START_PLACES = Sql.load("geo/start_places");
    private static final Sql END_PLACES = Sql.load("geo/end_places");
    private static final Sql START_MEMBERS = Sql.load("geo/start_members");
    private static final Sql END_MEMBERS = Sql.load("geo/end_members");
    private static final Sql START_SUCCESSIONS = Sql.load("geo/start_successions");
    private static final List<Sql> UNDO = List.of(
            Sql.load("geo/undo_choices"), Sql.load("geo/undo_successions"), Sql.load("geo/undo_started_members"),
            Sql.load("geo/undo_ended_members"), Sql.load("geo/undo_baselines"), Sql.load("geo/undo_started_places"),
            Sql.load("geo/undo_ended_places"));

    /** Old wards end before new ones begin, so that no code means two areas. */
    Future<Void> write(SqlClient transaction, UUID edition, EditionPlan plan) {
        String[] ended = plan.ended().stream().map(Place::placeId).toArray(String[]::new);
        var last = plan.validFrom().minusDays(1);
        Tuple endPlaces = Tuple.tuple().addArrayOfString(ended).addLocalDate(last).addUUID(edition);
        JsonArray goneMembers = rows(plan.endedMemberships(), EditionPlaces::toJson);
        return END_PLACES.execute(transaction, endPlaces)
                .compose(done -> END_MEMBERS.execute(transaction, Tuple.of(goneMembers, last, edition)))
                .compose(done -> start(START_PLACES, transaction, edition, rows(plan.started(), EditionPlaces::toJson)))
                .compose(done -> start(START_MEMBERS, transaction, edition,
                        rows(plan.startedMemberships(), EditionPlaces::toJson)))
                .compose(done -> start(START_SUCCESSIONS, transaction, edition,
                        rows(plan.successions(), EditionPlaces::toJson)))
                .mapEmpty();
    }

    /** As if it had never been written; fails where something else names a place of the edition. */
    Future<Void> undo(SqlClient transaction, UUID edition) {
        Future<Void> undone = Future.succeededFuture();
        for (Sql step : UNDO) {
            undone = undone.compose(before -> step.execute(transaction, Tuple.of(edition)).mapEmpty());
        }
        return undone;
    }

    private static Future<?> start(Sql sql, SqlClient transaction, UUID edition, JsonArray rows) {
        return sql.execute(transaction, Tuple.of(rows, edition)).map(RowSet::rowCount);
    }

    private static <T> JsonArray rows(List<T> items, Function<T, JsonObject> writer) {
        return new JsonArray(items.stream().map(writer).toList());
    }

    private static JsonObject toJson(Place place) {
        return new JsonObject()
                .put("place_id", place.placeId())
                .put("kind", place.kind().name())
                .put("code", place.code())
                .put("name_vi", place.nameVi())
                .put("name_en", place.nameEn())
                .put("valid_from", place.validity().from().toString())
                .put("details", place.details());
    }

    private static JsonObject toJson(Membership membership) {
        return new JsonObject()
                .put("member_place_id", membership.memberPlaceId())
                .put("container_place_id", membership.containerPlaceId())
                .put("segment", membership.segment())
                .put("valid_from", membership.validity().from().toString())
                .put("details", membership.details());
    }

    private static JsonObject toJson(Succession succession) {
        return new JsonObject()
                .put("old_place_id", succession.oldPlaceId())
                .put("new_place_id", succession.newPlaceId())
                .put("split", succession.split());
    }
}
