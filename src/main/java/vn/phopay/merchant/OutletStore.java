package vn.phopay.merchant;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import vn.phopay.db.Sql;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.place.Place;
import vn.phopay.time.BusinessDay;

/**
 * Outlets in the database, and the editions of where they stand: each ends the day before the next one starts, and the
 * last one is open. Every future fails only on a database fault.
 */
public final class OutletStore {
    private static final Sql INSERT = Sql.load("merchant/insert_outlet");
    private static final Sql UPDATE = Sql.load("merchant/update_outlet");
    private static final Sql CLOSE_LOCATION = Sql.load("merchant/close_location");
    private static final Sql OPEN_LOCATION = Sql.load("merchant/open_location");
    private static final Sql LIST = Sql.load("merchant/list_outlets");
    private static final Sql READ_LOCATION = Sql.load("merchant/read_location_as_of");
    private static final Sql READ_OWNER = Sql.load("merchant/read_outlet_owner");

    /** An outlet to be added to a merchant under a new id. */
    record Addition(MerchantId merchant, OutletId id, NewOutlet outlet) {}

    /** A merchant's outlets with where they stand now, oldest first. */
    public Future<List<Outlet>> list(SqlClient client, MerchantId merchant) {
        return LIST.execute(client, Tuple.of(merchant.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(MerchantRows::toOutlet).toList());
    }

    /** Where an outlet stood on {@code asOf}; empty before its first day. */
    public Future<Optional<Outlet.Location>> locationAsOf(SqlClient client, OutletId outlet, LocalDate asOf) {
        return READ_LOCATION.execute(client, Tuple.of(outlet.value(), asOf))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).findFirst().map(MerchantRows::toLocation));
    }

    /** Whose an outlet is; empty where there is no such outlet. */
    public Future<Optional<MerchantId>> owner(SqlClient client, OutletId outlet) {
        return READ_OWNER.execute(client, Tuple.of(outlet.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).findFirst()
                        .map(row -> new MerchantId(row.getUUID("merchant_id"))));
    }

    /** Adds an outlet that stands in its place from the business day of {@code now} on. */
    Future<Void> add(SqlClient transaction, Addition addition, Instant now) {
        NewOutlet outlet = addition.outlet();
        Tuple parameters = Tuple.of(
                addition.id().value(),
                addition.merchant().value(),
                outlet.name(),
                outlet.address(),
                MerchantRows.timestamp(now));
        return INSERT.execute(transaction, parameters)
                .compose(added -> open(transaction, addition.id(), outlet.place(), BusinessDay.of(now)));
    }

    /** Writes a changed name and address. */
    Future<Void> rename(SqlClient transaction, OutletId id, String name, String address) {
        return UPDATE.execute(transaction, Tuple.of(id.value(), name, address)).mapEmpty();
    }

    /** Lets an outlet stand elsewhere from {@code today} on; where it stood until yesterday is kept. */
    Future<Void> move(SqlClient transaction, OutletId id, OutletPlace place, LocalDate today) {
        return CLOSE_LOCATION.execute(transaction, Tuple.of(id.value(), today))
                .compose(closed -> open(transaction, id, place, today));
    }

    private static Future<Void> open(SqlClient transaction, OutletId id, OutletPlace place, LocalDate today) {
        Tuple parameters = Tuple.of(
                id.value(),
                today,
                place.district().placeId(),
                place.ward().map(Place::placeId).orElse(null),
                place.street().map(Place::placeId).orElse(null));
        return OPEN_LOCATION.execute(transaction, parameters).mapEmpty();
    }
}
