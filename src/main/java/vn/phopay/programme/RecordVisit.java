package vn.phopay.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.Optional;
import vn.phopay.identity.StaffId;
import vn.phopay.place.Place;
import vn.phopay.time.BusinessDay;

/**
 * Writes down what came of a visit, and brings the register up to date with it: whoever was there has seen whether the
 * shop trades.
 */
public final class RecordVisit {
    private final WalkListStore lists;
    private final PremisesStore premises;
    private final Clock clock;

    /** Writes to both. */
    public RecordVisit(WalkListStore lists, PremisesStore premises, Clock clock) {
        this.lists = lists;
        this.premises = premises;
        this.clock = clock;
    }

    /**
     * A visit as it is told.
     *
     * @param street the street of the list
     * @param stop the stop as whoever writes has seen it
     * @param list the list it is on
     * @param edition the edition that whoever writes wants to add
     * @param report what was found
     * @param source what the register says about where it knows it from
     */
    public record Told(
            Place street, WalkList list, WalkStop stop, int edition, Visit.Report report, String source) {}

    /** False where somebody else wrote about the stop meanwhile: roll the transaction back. On a virtual thread. */
    public boolean record(SqlClient transaction, Told told, StaffId by) {
        WalkListStore.StopKey key = new WalkListStore.StopKey(
                told.list().id(), told.stop().premises().id(), told.edition());
        if (told.edition() != told.stop().nextEdition()
                || !Future.await(lists.addVisit(transaction, key, told.report(), by))) {
            return false;
        }
        Premises.Seen before = told.stop().premises().seen();
        Premises.Status status = told.report().outcome() == Visit.Outcome.CLOSED
                ? Premises.Status.CLOSED
                : Premises.Status.TRADING;
        Premises.Seen now = new Premises.Seen(before.house(), before.name(), Optional.empty(), status,
                told.source(), BusinessDay.of(clock.instant()));
        Future.await(premises.save(new PremisesStore.Desk(transaction, told.street(), by.value()), now));
        return true;
    }
}
