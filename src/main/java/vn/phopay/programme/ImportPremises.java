package vn.phopay.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.place.Place;

/** Takes a list of a street's places of trade into the register, after somebody has seen what it would change. */
public final class ImportPremises {
    private final PremisesStore store;
    private final AuditLog audit;

    /** Writes to {@code store}. */
    public ImportPremises(PremisesStore store, AuditLog audit) {
        this.store = store;
        this.audit = audit;
    }

    /** What a line of the file does. */
    public enum Effect {
        /** A place of trade that was not known. */
        NEW,
        /** It is known; what was seen is newer. */
        UPDATED,
        /** It is known, and what is known is newer or the same. */
        UNCHANGED
    }

    /**
     * A line and what it does.
     *
     * @param seen what it says
     * @param effect what it does
     */
    public record Change(Premises.Seen seen, Effect effect) {}

    /** What the file would do, line by line; writes nothing. */
    public List<Change> preview(SqlClient client, Place street, PremisesFile file) {
        Map<String, Premises> known = new HashMap<>();
        Future.await(store.list(client, street)).forEach(one -> known.put(one.seen().key(), one));
        return file.lines().stream()
                .flatMap(line -> line.seen().stream())
                .map(seen -> new Change(seen, effect(known.get(seen.key()), seen)))
                .toList();
    }

    /** Writes it; how many lines changed something. On a virtual thread. */
    public long apply(SqlClient transaction, Place street, PremisesFile file, AuditEntry.Actor actor) {
        PremisesStore.Desk desk = new PremisesStore.Desk(transaction, street, actor.requireId());
        long changed = file.lines().stream()
                .flatMap(line -> line.seen().stream())
                .sorted(Comparator.comparing(Premises.Seen::key))
                .filter(seen -> Future.await(store.save(desk, seen)) == PremisesStore.Outcome.SAVED)
                .count();
        Future.await(audit.record(transaction,
                AuditEntry.of(actor, "premises.import", "STREET", street.placeId())
                        .with("lines", file.lines().size())
                        .with("changed", changed)));
        return changed;
    }

    private static Effect effect(@Nullable Premises known, Premises.Seen seen) {
        if (known == null) {
            return Effect.NEW;
        }
        Premises.Seen before = known.seen();
        boolean same = before.status() == seen.status() && before.source().equals(seen.source())
                && before.on().equals(seen.on());
        return same || seen.on().isBefore(before.on()) ? Effect.UNCHANGED : Effect.UPDATED;
    }
}
