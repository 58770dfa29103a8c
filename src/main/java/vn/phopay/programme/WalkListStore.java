package vn.phopay.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import vn.phopay.db.Sql;
import vn.phopay.db.SqlOutcome;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.StaffId;

/** Keeps walk lists and what came of them. Every future fails only on a database fault. */
public final class WalkListStore {
    private static final Sql INSERT = Sql.load("programme/insert_walk_list");
    private static final Sql INSERT_STOP = Sql.load("programme/insert_walk_stop");
    private static final Sql LIST_OF_STREET = Sql.load("programme/list_walk_lists_of_street");
    private static final Sql LIST_OF_STAFF = Sql.load("programme/list_walk_lists_of_staff");
    private static final Sql LIST_OPEN = Sql.load("programme/list_open_walk_lists");
    private static final Sql FIND = Sql.load("programme/find_walk_list");
    private static final Sql LIST_STOPS = Sql.load("programme/list_walk_stops");
    private static final Sql LIST_VISITS = Sql.load("programme/list_walk_visits");
    private static final Sql LIST_TAKEN = Sql.load("programme/list_taken_premises");
    private static final Sql INSERT_VISIT = Sql.load("programme/insert_walk_visit");
    private static final Sql END = Sql.load("programme/end_walk_list");
    private static final Sql RELEASE = Sql.load("programme/release_walk_stops");
    private static final Sql HAND_OVER = Sql.load("programme/hand_over_walk_list");
    private static final Sql LIST_HANDOVERS = Sql.load("programme/list_walk_handovers");

    private final IdSource ids;
    private final Clock clock;

    /** A store that names lists by {@code ids}. */
    public WalkListStore(IdSource ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A list to be written.
     *
     * @param streetPlaceId the street
     * @param task who goes there until when
     * @param premises what is visited, in the order of the walk
     * @param assignedBy who gives it
     */
    public record NewList(String streetPlaceId, WalkList.Task task, List<UUID> premises, UUID assignedBy) {
        /** Copies {@code premises}. */
        public NewList {
            premises = List.copyOf(premises);
        }
    }

    /** A stop as a visit names it: its list, its premises, and the edition that is written. */
    public record StopKey(UUID list, UUID premises, int edition) {}

    /** Writes a list; empty where another open list has one of its stops: roll the transaction back. */
    public Future<Optional<UUID>> insert(SqlClient transaction, NewList list) {
        UUID id = ids.next();
        WalkList.Task task = list.task();
        Tuple parameters = Tuple.of(id, list.streetPlaceId(), task.assignee().id().value(), list.assignedBy(),
                task.dueOn(), task.note().orElse(null)).addOffsetDateTime(now());
        List<Tuple> stops = new ArrayList<>();
        for (UUID premises : list.premises()) {
            stops.add(Tuple.of(id, premises, stops.size() + 1));
        }
        return INSERT.execute(transaction, parameters)
                .compose(done -> INSERT_STOP.executeBatch(transaction, stops))
                .map(done -> Optional.of(id))
                .recover(fault -> SqlOutcome.broke(fault, "walk_stop_open_uq")
                        ? Future.succeededFuture(Optional.empty())
                        : Future.failedFuture(fault));
    }

    /** The lists of a street, open ones first, then the latest ended ones. */
    public Future<List<WalkList>> ofStreet(SqlClient client, String streetPlaceId) {
        return LIST_OF_STREET.execute(client, Tuple.of(streetPlaceId)).map(WalkListStore::toLists);
    }

    /** Somebody's open lists, the most urgent first. */
    public Future<List<WalkList>> openOf(SqlClient client, StaffId staff) {
        return LIST_OF_STAFF.execute(client, Tuple.of(staff.value())).map(WalkListStore::toLists);
    }

    /** All open lists, the most urgent first. */
    public Future<List<WalkList>> open(SqlClient client) {
        return LIST_OPEN.execute(client).map(WalkListStore::toLists);
    }

    /** One list. */
    public Future<Optional<WalkList>> find(SqlClient client, UUID id) {
        return FIND.execute(client, Tuple.of(id)).map(rows -> toLists(rows).stream().findFirst());
    }

    /** The stops of a list with all their visits, in the order of the walk. */
    public Future<List<WalkStop>> stops(SqlClient client, UUID list) {
        return LIST_VISITS.execute(client, Tuple.of(list)).compose(visits -> {
            Map<UUID, List<Visit>> premisesToVisits = new HashMap<>();
            visits.forEach(row -> premisesToVisits
                    .computeIfAbsent(row.getUUID("premises_id"), premises -> new ArrayList<>())
                    .add(toVisit(row)));
            return LIST_STOPS.execute(client, Tuple.of(list)).map(rows -> StreamSupport
                    .stream(rows.spliterator(), false)
                    .map(row -> new WalkStop(row.getInteger("position"), PremisesStore.toPremises(row),
                            premisesToVisits.getOrDefault(row.getUUID("premises_id"), List.of())))
                    .toList());
        });
    }

    /** The places of trade of a street that stand on an open list. */
    public Future<List<UUID>> taken(SqlClient client, String streetPlaceId) {
        return LIST_TAKEN.execute(client, Tuple.of(streetPlaceId)).map(rows -> StreamSupport
                .stream(rows.spliterator(), false).map(row -> row.getUUID("premises_id")).toList());
    }

    /** Adds a visit; false where somebody else wrote this edition first: roll the transaction back. */
    public Future<Boolean> addVisit(SqlClient transaction, StopKey stop, Visit.Report report, StaffId by) {
        Tuple parameters = Tuple.of(stop.list(), stop.premises(), stop.edition(), report.outcome().name(),
                report.comeAgainOn().orElse(null), report.note().orElse(null));
        parameters.addOffsetDateTime(now()).addUUID(by.value());
        return INSERT_VISIT.execute(transaction, parameters).map(true)
                .recover(fault -> SqlOutcome.broke(fault, "walk_visit_pk")
                        ? Future.succeededFuture(false)
                        : Future.failedFuture(fault));
    }

    /** Ends an open list and frees its stops for another one; false where it has ended already. */
    public Future<Boolean> end(SqlClient transaction, UUID list, StaffId by) {
        return END.execute(transaction, Tuple.of(list, now(), by.value())).compose(rows -> rows.rowCount() == 0
                ? Future.succeededFuture(false)
                : RELEASE.execute(transaction, Tuple.of(list)).map(true));
    }

    /** Gives an open list to somebody else; false where it has ended, or is another's by now. */
    public Future<Boolean> handOver(SqlClient transaction, HandOverWalkList.Order order, StaffId by) {
        Tuple parameters = Tuple.of(order.list().id(), order.list().task().assignee().id().value(),
                order.to().id().value(), order.dueOn(), order.reason());
        parameters.addOffsetDateTime(now()).addUUID(by.value());
        return HAND_OVER.execute(transaction, parameters).map(rows -> rows.rowCount() > 0);
    }

    /** To whom a list was given on, the first first. */
    public Future<List<Handover>> handovers(SqlClient client, UUID list) {
        return LIST_HANDOVERS.execute(client, Tuple.of(list)).map(rows -> StreamSupport
                .stream(rows.spliterator(), false).map(WalkListStore::toHandover).toList());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static List<WalkList> toLists(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(WalkListStore::toList).toList();
    }

    private static WalkList toList(Row row) {
        WalkList.Task task = new WalkList.Task(
                new Helper(new StaffId(row.getUUID("assigned_to")), row.getString("assignee_name")),
                row.getLocalDate("due_on"),
                Optional.ofNullable(row.getString("note")));
        WalkList.Progress progress = new WalkList.Progress(
                row.getOffsetDateTime("created_at").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("ended_at")).map(OffsetDateTime::toInstant),
                row.getLong("stops"),
                row.getLong("visited"));
        return new WalkList(row.getUUID("walk_list_id"), row.getString("street_place_id"), task, progress);
    }

    private static Handover toHandover(Row row) {
        return new Handover(row.getString("from_name"), row.getString("to_name"),
                new Handover.Due(row.getLocalDate("due_before"), row.getLocalDate("due_on")),
                row.getString("reason"), row.getOffsetDateTime("handed_at").toInstant(),
                row.getString("giver_name"));
    }

    private static Visit toVisit(Row row) {
        Visit.Report report = new Visit.Report(
                Visit.Outcome.valueOf(row.getString("outcome")),
                Optional.ofNullable(row.getLocalDate("come_again_on")),
                Optional.ofNullable(row.getString("note")));
        return new Visit(row.getInteger("edition"), report, row.getOffsetDateTime("visited_at").toInstant(),
                row.getString("visitor_name"));
    }
}
