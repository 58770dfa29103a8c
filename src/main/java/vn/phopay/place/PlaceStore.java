package vn.phopay.place;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import vn.phopay.db.Sql;

/** Places in the database. Every future fails only on a database fault. */
public final class PlaceStore {
    private static final Sql READ_PLACES = Sql.load("place/read_places");
    private static final Sql READ_MEMBERS = Sql.load("place/read_place_members");
    private static final Sql SAVE_PLACE = Sql.load("place/save_place");
    private static final Sql SAVE_MEMBER = Sql.load("place/save_place_member");

    /** Reads every place into a snapshot. */
    public Future<PlaceDirectory> load(SqlClient client) {
        return READ_PLACES.execute(client).compose(places -> READ_MEMBERS.execute(client).map(members -> {
            List<Place> allPlaces = new ArrayList<>();
            List<Membership> allMembers = new ArrayList<>();
            places.forEach(row -> allPlaces.add(toPlace(row)));
            members.forEach(row -> allMembers.add(toMembership(row)));
            return new PlaceDirectory(allPlaces, allMembers);
        }));
    }

    /** Writes what is new or has changed; gives the number of rows that were written. */
    Future<Integer> save(SqlClient client, Place place) {
        Validity validity = place.validity();
        Tuple parameters = Tuple.of(place.placeId(), place.kind().name(), place.code(), place.nameVi(), place.nameEn());
        parameters.addLocalDate(validity.from()).addLocalDate(validity.to()).addValue(place.details());
        return SAVE_PLACE.execute(client, parameters).map(rows -> rows.rowCount());
    }

    /** Writes what is new or has changed; gives the number of rows that were written. */
    Future<Integer> save(SqlClient client, Membership membership) {
        Validity validity = membership.validity();
        Tuple parameters = Tuple.of(
                membership.memberPlaceId(), membership.containerPlaceId(), membership.segment(),
                validity.from(), validity.to(), membership.details());
        return SAVE_MEMBER.execute(client, parameters).map(rows -> rows.rowCount());
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

    private static Validity toValidity(Row row) {
        return new Validity(row.getLocalDate("valid_from"), row.getLocalDate("valid_to"));
    }
}
