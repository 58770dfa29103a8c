package vn.phopay.dayclose;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.identity.IdSource;

/** Proposes to close a day in spite of what is found now; another person approves by closing it. */
public final class ProposeWaiver {
    /** Longest reason, in characters. */
    public static final int REASON_LENGTH_MAX = 1_000;

    private final DayStores stores;
    private final AuditLog audit;
    private final IdSource ids;
    private final Clock clock;

    /** Keeps proposals in {@code stores} and says so in {@code audit}. */
    public ProposeWaiver(DayStores stores, AuditLog audit, IdSource ids, Clock clock) {
        this.stores = stores;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is asked for: the day, in spite of what, why, and by whom. */
    public record Order(LocalDate date, BlockerKind blocker, String reason, AuditEntry.Actor actor) {}

    /** What came of it. */
    public sealed interface Outcome permits Proposed, NotFound, AlreadySealed {}

    /** It waits for another person. */
    public record Proposed(DayWaiver waiver, Blocker blocker) implements Outcome {}

    /** Nothing of that kind speaks against closing the day now, or it is none that can be waived. */
    public record NotFound() implements Outcome {}

    /** The day is closed. */
    public record AlreadySealed() implements Outcome {}

    /** Writes through {@code transaction}; runs on a virtual thread. */
    public Outcome propose(SqlConnection transaction, Order order) {
        if (Future.await(stores.seals().find(transaction, order.date())).isPresent()) {
            return new AlreadySealed();
        }
        long horizon = Future.await(stores.seals().horizon(transaction));
        Optional<Blocker> found = Future.await(stores.findings().find(transaction, order.date(), horizon)).blockers()
                .stream()
                .filter(blocker -> blocker.kind() == order.blocker() && blocker.kind().waivable())
                .findFirst();
        if (found.isEmpty()) {
            return new NotFound();
        }
        DayWaiver waiver = new DayWaiver(ids.next(), order.date(), order.blocker(), found.get().finding(),
                order.reason(), order.actor().requireId(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (Future.await(stores.waivers().insert(transaction, waiver))) {
            Future.await(audit.record(transaction, AuditEntry
                    .of(order.actor(), "day.propose-waiver", "DAY", order.date().toString())
                    .because(order.reason())
                    .with("blocker", order.blocker().name())));
        }
        return new Proposed(waiver, found.get());
    }
}
