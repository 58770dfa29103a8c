package vn.phopay.place;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.phopay.db.Sql;

/** Places in the database. Every future fails only on a database fault. */
public final class PlaceStore {
    private static final Sql READ_VERSION = Sql.load("place/read_version");
    private static final Sql RAISE_VERSION = Sql.load("place/raise_version");
    private static final Sql READ_PLACES = Sql.load("place/read_places");
    private static final Sql READ_MEMBERS = Sql.load("place/read_place_members");
    private static final Sql READ_SUCCESSIONS = Sql.load("place/read_successions");
    private static final Sql SAVE_PLACES = Sql.load("place/save_places");
    private static final Sql SAVE_MEMBERS = Sql.load("place/save_place_members");
    private static final Sql SAVE_SUCCESSIONS = Sql.load("place/save_successions");

    /**
     * Reads every place into a snapshot. The version is read first: what changes meanwhile has a higher one, and is
     * read by the next {@link RefreshPlaces}.
     */
    public Future<PlaceDirectory> load(SqlClient client) {
        return version(client).compose(version -> READ_PLACES.execute(client)
                .compose(places -> READ_MEMBERS.execute(client)
                        .compose(members -> READ_SUCCESSIONS.execute(client).map(successions -> new PlaceDirectory(
                                version,
                                list(places, PlaceStore::toPlace),
                                list(members, PlaceStore::toMembership),
                                list(successions, PlaceStore::toSuccession))))));
    }

    /** The number that is another one whenever the places are. */
    Future<Long> version(SqlClient client) {
        return READ_VERSION.execute(client).map(rows -> rows.iterator().next().getLong("version"));
    }

    /** Tells every instance that the places have changed. */
    public Future<Void> raiseVersion(SqlClient transaction) {
        return RAISE_VERSION.execute(transaction).mapEmpty();
    }

    /** Writes what is new or has changed; gives the number of rows that were written. */
    Future<Integer> savePlaces(SqlClient client, List<Place> places) {
        JsonArray rows = new JsonArray(places.stream().map(PlaceStore::toJson).toList());
        return SAVE_PLACES.execute(client, Tuple.of(rows)).map(RowSet::rowCount);
    }

    /** Writes what is new or has changed; gives the number of rows that were written. */
    Future<Integer> saveMemberships(SqlClient client, List<Membership> memberships) {
        JsonArray rows = new JsonArray(memberships.stream().map(PlaceStore::toJson).toList());
        return SAVE_MEMBERS.execute(client, Tuple.of(rows)).map(RowSet::rowCount);
    }

    /** Writes what is new or has changed; gives the number of rows that were written. */
    Future<Integer> saveSuccessions(SqlClient client, List<Succession> successions) {
        JsonArray rows = new JsonArray(successions.stream().map(PlaceStore::toJson).toList());
        return SAVE_SUCCESSIONS.execute(client, Tuple.of(rows)).map(RowSet::rowCount);
    }

    private static JsonObject toJson(Place place) {
        return dated(place.validity())
                .put("place_id", place.placeId())
                .put("kind", place.kind().name())
                .put("code", place.code())
                .put("name_vi", place.nameVi())
                .put("name_en", place.nameEn())
                .put("details", place.details());
    }

    private static JsonObject toJson(Membership membership) {
        return dated(membership.validity())
                .put("member_place_id", membership.memberPlaceId())
                .put("container_place_id", membership.containerPlaceId())
                .put("segment", membership.segment())
                .put("details", membership.details());
    }

    private static JsonObject toJson(Succession succession) {
        return new JsonObject()
                .put("old_place_id", succession.oldPlaceId())
                .put("new_place_id", succession.newPlaceId())
                .put("split", succession.split());
    }

    private static JsonObject dated(Validity validity) {
        @Nullable LocalDate end = validity.to();
        return new JsonObject()
                .put("valid_from", validity.from().toString())
                .put("valid_to", end == null ? null : end.toString());
    }

    private static Place toPlace(Row row) {
        return new Place(
                row.getString("place_id"),
                PlaceKind.valueOf(row.getString("kind")),
                row.getString("code"),
                row.getString("name_vi"),
                row.getString("name_en"),
                toValidity(row),
                row.getJsonObject("details"));
    }

    private static Membership toMembership(Row row) {
        return new Membership(
                row.getString("member_place_id"),
                row.getString("container_place_id"),
                row.getString("segment"),
                toValidity(row),
                row.getJsonObject("details"));
    }

    private static Succession toSuccession(Row row) {
        return new Succession(
                row.getString("old_place_id"), row.getString("new_place_id"), row.getBoolean("split"));
    }

    private static Validity toValidity(Row row) {
        return new Validity(row.getLocalDate("valid_from"), row.getLocalDate("valid_to"));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> reader) {
        List<T> list = new ArrayList<>(rows.size());
        rows.forEach(row -> list.add(reader.apply(row)));
        return list;
    }
}
