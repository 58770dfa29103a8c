package vn.phopay.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.place.Place;

/** Gives the places of trade that should be visited, or some of them, to one of the digital team. */
public final class AssignWalkList {
    private final WalkListStore lists;
    private final AuditLog audit;

    /** Writes to {@code lists}. */
    public AssignWalkList(WalkListStore lists, AuditLog audit) {
        this.lists = lists;
        this.audit = audit;
    }

    /**
     * What is given.
     *
     * @param street where
     * @param strip the street as it is now
     * @param chosen which of those to visit; others of it are left out
     * @param task to whom, until when
     */
    public record Order(Place street, StreetStrip strip, Set<UUID> chosen, WalkList.Task task) {
        /** Copies {@code chosen}. */
        public Order {
            chosen = Set.copyOf(chosen);
        }
    }

    /** What came of it. */
    public sealed interface Outcome permits Assigned, NothingToVisit, OnAnotherList {}

    /** The list is given. */
    public record Assigned(UUID list) implements Outcome {}

    /** None of the chosen is idle or unregistered, or too many are. */
    public record NothingToVisit() implements Outcome {}

    /** Another open list has one of them: roll the transaction back. */
    public record OnAnotherList() implements Outcome {}

    /** Gives the list, in the order of the walk; on a virtual thread. */
    public Outcome assign(SqlClient transaction, Order order, AuditEntry.Actor actor) {
        List<UUID> premises = order.strip().toVisit().stream()
                .map(Premises::id)
                .filter(order.chosen()::contains)
                .limit(WalkList.STOPS_MAX)
                .toList();
        if (premises.isEmpty()) {
            return new NothingToVisit();
        }
        Optional<UUID> list = Future.await(lists.insert(transaction, new WalkListStore.NewList(
                order.street().placeId(), order.task(), premises, actor.requireId())));
        if (list.isEmpty()) {
            return new OnAnotherList();
        }
        Future.await(audit.record(transaction,
                AuditEntry.of(actor, "walk.assign", "WALK_LIST", list.get().toString())
                        .with("street", order.street().code())
                        .with("assignee", order.task().assignee().id().toString())
                        .with("stops", premises.size())
                        .with("dueOn", order.task().dueOn().toString())));
        return new Assigned(list.get());
    }
}
