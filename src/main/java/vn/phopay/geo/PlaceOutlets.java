package vn.phopay.geo;

import static io.vertx.core.Future.await;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.access.Principal;
import vn.phopay.db.Sql;
import vn.phopay.identity.OutletId;

/**
 * The outlets of wards that an edition divides: which of them wait for a person, and where that person says they stand.
 * Before the first day of the edition the answer is kept until they move; after it they move at once.
 */
public final class PlaceOutlets {
    /** How many outlets are shown, and placed, at once. */
    public static final int AT_ONCE_MAX = 50;

    private static final Sql LIST = Sql.load("geo/list_waiting_outlets");
    private static final Sql CHOOSE = Sql.load("geo/choose_ward");
    private static final Sql PLACE = Sql.load("geo/place_outlet");

    private final AuditLog audit;
    private final Clock clock;

    /** Tells {@code audit}. */
    public PlaceOutlets(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An outlet that waits.
     *
     * @param outlet the outlet
     * @param fromPlaceId the ward it stood in
     * @param shop the merchant's name
     * @param name the outlet's name
     * @param address its address
     * @param districtCode the district it lies in
     * @param street the name of its street; empty where it is on none that we keep
     * @param streetPlaceId that street; empty where it is on none
     */
    public record Waiting(
            OutletId outlet, String fromPlaceId, String shop, String name, String address, String districtCode,
            String street, String streetPlaceId) {}

    /** The first of those who wait, and how many wait in all. */
    public record WorkList(List<Waiting> outlets, long all) {
        /** Copies the list. */
        public WorkList {
            outlets = List.copyOf(outlets);
        }
    }

    /** Who waits in the districts of {@code caller}, by old ward and address; fails only on a database fault. */
    public Future<WorkList> waiting(SqlClient client, UUID edition, Principal caller) {
        String @Nullable [] districts = caller.districtCodes().isEmpty()
                ? null
                : caller.districtCodes().toArray(String[]::new);
        Tuple parameters = Tuple.of(edition).addArrayOfString(districts).addInteger(AT_ONCE_MAX);
        return LIST.execute(client, parameters).map(PlaceOutlets::toWorkList);
    }

    /**
     * Places outlets that wait and that {@code caller} may place; others are passed over. Gives how many were placed.
     * Runs on a virtual thread.
     *
     * @param outletToWard the place ids of the new wards
     */
    public int place(
            SqlConnection transaction, UUID edition, Map<OutletId, String> outletToWard, Placing by) {
        Map<OutletId, Waiting> waiting = await(waiting(transaction, edition, by.caller())).outlets().stream()
                .collect(Collectors.toMap(Waiting::outlet, Function.identity(), (one, other) -> one));
        int placed = 0;
        for (Map.Entry<OutletId, String> choice : outletToWard.entrySet()) {
            Optional<Waiting> outlet = Optional.ofNullable(waiting.get(choice.getKey()));
            if (outlet.isPresent()) {
                place(transaction, edition, new Choice(outlet.get(), choice.getValue()), by);
                placed++;
            }
        }
        return placed;
    }

    /** Who places, with what rights, in which request. */
    public record Placing(Principal caller, AuditEntry.Actor actor) {}

    /** Where an outlet stands, as somebody says. */
    private record Choice(Waiting outlet, String ward) {}

    private void place(SqlClient transaction, UUID edition, Choice said, Placing by) {
        Waiting outlet = said.outlet();
        UUID outletId = outlet.outlet().value();
        Tuple choice = Tuple.of(edition, outletId, outlet.fromPlaceId(), said.ward(),
                clock.instant().atOffset(ZoneOffset.UTC), by.actor().requireId());
        await(CHOOSE.execute(transaction, choice));
        await(PLACE.execute(transaction, Tuple.of(edition, outletId, said.ward())));
        await(audit.record(transaction,
                AuditEntry.of(by.actor(), "outlet.place", "OUTLET", outlet.outlet().toString())
                        .with("editionId", edition.toString())
                        .with("from", outlet.fromPlaceId())
                        .with("to", said.ward())));
    }

    private static WorkList toWorkList(RowSet<Row> rows) {
        List<Waiting> outlets = new ArrayList<>();
        long all = 0;
        for (Row row : rows) {
            all = row.getLong("all_waiting");
            outlets.add(new Waiting(new OutletId(row.getUUID("outlet_id")), row.getString("from_place_id"),
                    row.getString("display_name"), row.getString("outlet_name"), row.getString("address"),
                    row.getString("district_code"), orEmpty(row.getString("street_name")),
                    orEmpty(row.getString("street_place_id"))));
        }
        return new WorkList(outlets, all);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
