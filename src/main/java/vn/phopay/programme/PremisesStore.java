package vn.phopay.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.phopay.db.Sql;
import vn.phopay.db.SqlOutcome;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.merchant.MerchantStatus;
import vn.phopay.place.Place;

/** Keeps places of trade. Every future fails only on a database fault. */
public final class PremisesStore {
    private static final Sql LIST = Sql.load("programme/list_premises");
    private static final Sql FIND = Sql.load("programme/find_premises");
    private static final Sql SAVE = Sql.load("programme/save_premises");
    private static final Sql CHANGE = Sql.load("programme/change_premises");
    private static final Sql LINK = Sql.load("programme/link_premises");
    private static final Sql UNLINK = Sql.load("programme/unlink_premises");
    private static final Sql LIST_OUTLETS = Sql.load("programme/list_street_outlets");

    private final IdSource ids;
    private final Clock clock;

    /** A store that names new rows by {@code ids}. */
    public static PremisesStore of(IdSource ids, Clock clock) {
        return new PremisesStore(ids, clock);
    }

    /** A store that names new rows by {@code ids}. */
    public PremisesStore(IdSource ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of a write. */
    public enum Outcome {
        /** It is written. */
        SAVED,
        /** What is there is newer, or the same. */
        UNCHANGED,
        /** Somebody has changed it since it was read, or it is not there. */
        CHANGED_MEANWHILE,
        /** The street has a place of trade of this number and name. */
        NAME_TAKEN,
        /** The place of trade has another outlet, or the outlet another place of trade. */
        LINKED_ELSEWHERE,
        /** It holds what looks like a phone number. */
        PHONE_NUMBER
    }

    /**
     * Who writes about which street.
     *
     * @param client the deed's own transaction
     * @param street the street
     * @param staff who writes; null for the service itself
     */
    public record Desk(SqlClient client, Place street, @Nullable UUID staff) {}

    /** The places of trade of a street. */
    public Future<List<Premises>> list(SqlClient client, Place street) {
        return LIST.execute(client, Tuple.of(street.placeId())).map(PremisesStore::toList);
    }

    /** One of a street. */
    public Future<Optional<Premises>> find(SqlClient client, Place street, UUID id) {
        return FIND.execute(client, Tuple.of(id, street.placeId())).map(rows -> toList(rows).stream().findFirst());
    }

    /** The outlets of a street. */
    public Future<List<StreetOutlet>> outlets(SqlClient client, Place street) {
        return LIST_OUTLETS.execute(client, Tuple.of(street.placeId())).map(rows ->
                StreamSupport.stream(rows.spliterator(), false).map(PremisesStore::toOutlet).toList());
    }

    /** Adds what was seen, or brings what is known up to date; a write that is refused spoils the transaction. */
    public Future<Outcome> save(Desk desk, Premises.Seen seen) {
        Tuple parameters = Tuple.of(ids.next(), desk.street().placeId());
        add(parameters, seen, desk.staff());
        return outcome(SAVE.execute(desk.client(), parameters)
                .map(rows -> rows.rowCount() == 1 ? Outcome.SAVED : Outcome.UNCHANGED));
    }

    /** Changes what {@code read} says to {@code seen}. */
    public Future<Outcome> change(Desk desk, Premises read, Premises.Seen seen) {
        Tuple parameters = Tuple.of(read.id(), desk.street().placeId(), read.version());
        add(parameters, seen, desk.staff());
        return outcome(CHANGE.execute(desk.client(), parameters)
                .map(rows -> rows.rowCount() == 1 ? Outcome.SAVED : Outcome.CHANGED_MEANWHILE));
    }

    /** Says which outlet trades at a place of trade; both are of {@code street}. */
    public Future<Outcome> link(Desk desk, UUID premises, OutletId outlet) {
        Tuple parameters = Tuple.of(premises, desk.street().placeId(), outlet.value(), now(), desk.staff());
        return outcome(LINK.execute(desk.client(), parameters)
                .map(rows -> rows.rowCount() == 1 ? Outcome.SAVED : Outcome.CHANGED_MEANWHILE));
    }

    /** Takes that back; empty where there was no outlet. */
    public Future<Optional<OutletId>> unlink(Desk desk, UUID premises) {
        return UNLINK.execute(desk.client(), Tuple.of(premises, desk.street().placeId())).map(rows ->
                StreamSupport.stream(rows.spliterator(), false).findFirst()
                        .map(row -> new OutletId(row.getUUID("outlet_id"))));
    }

    private void add(Tuple parameters, Premises.Seen seen, @Nullable UUID by) {
        parameters.addString(seen.house().text()).addString(seen.name())
                .addString(seen.categoryCode().orElse(null)).addString(seen.status().name())
                .addString(seen.source()).addLocalDate(seen.on()).addOffsetDateTime(now()).addUUID(by)
                .addString(seen.house().key()).addString(seen.nameKey());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Future<Outcome> outcome(Future<Outcome> write) {
        return write.recover(fault -> SqlOutcome.brokenConstraint(fault)
                .flatMap(PremisesStore::refusal)
                .map(Future::succeededFuture)
                .orElseGet(() -> Future.failedFuture(fault)));
    }

    private static Optional<Outcome> refusal(String constraint) {
        return switch (constraint) {
            case "premises_place_name_uq" -> Optional.of(Outcome.NAME_TAKEN);
            case "premises_outlet_pk", "premises_outlet_uq" -> Optional.of(Outcome.LINKED_ELSEWHERE);
            case "premises_no_phone" -> Optional.of(Outcome.PHONE_NUMBER);
            default -> Optional.empty();
        };
    }

    private static List<Premises> toList(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(PremisesStore::toPremises).toList();
    }

    static Premises toPremises(Row row) {
        Premises.Seen seen = new Premises.Seen(
                new HouseNumber(row.getString("house_number")),
                row.getString("name"),
                Optional.ofNullable(row.getString("category_code")),
                Premises.Status.valueOf(row.getString("status")),
                row.getString("source"),
                row.getLocalDate("seen_on"));
        return new Premises(row.getUUID("premises_id"), row.getLong("version"), seen,
                Optional.ofNullable(row.getUUID("outlet_id")).map(OutletId::new));
    }

    private static StreetOutlet toOutlet(Row row) {
        return new StreetOutlet(
                new OutletId(row.getUUID("outlet_id")),
                new MerchantId(row.getUUID("merchant_id")),
                row.getString("name"),
                row.getString("address"),
                MerchantStatus.valueOf(row.getString("status")),
                Optional.ofNullable(row.getLocalDate("last_credit_on")));
    }
}
