package vn.phopay.geo;

import static io.vertx.core.Future.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;

/**
 * Sets denominators, all or none. What says the same as before is not written, so that doing it again changes nothing;
 * what was there before is kept in the audit log. Runs on a virtual thread.
 */
public final class SetBaselines {
    private static final Logger LOG = LoggerFactory.getLogger(SetBaselines.class);

    private final BaselineStore store;
    private final AuditLog audit;
    private final Clock clock;

    /** Writes into {@code store}, tells {@code audit}. */
    public SetBaselines(BaselineStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** What becomes of one denominator. */
    public enum Effect {
        /** There was none of this day. */
        ADDED,
        /** There was another one of this day. */
        CHANGED,
        /** The same is there. */
        UNCHANGED
    }

    /**
     * One denominator and what it meets.
     *
     * @param baseline what is to hold
     * @param effect what becomes of it
     * @param before what holds on its first day without it; empty where nothing does
     * @param beforeSince since when
     */
    public record Change(
            Baseline baseline, Effect effect, Optional<Baseline.Figures> before, Optional<LocalDate> beforeSince) {}

    /** What would become of {@code baselines}; writes nothing. */
    public List<Change> preview(SqlClient client, List<Baseline> baselines) {
        Map<BaselineStore.Key, BaselineStore.InForce> before = await(store.before(client, baselines));
        return baselines.stream()
                .map(baseline -> change(baseline, Optional.ofNullable(before.get(BaselineStore.Key.of(baseline)))))
                .toList();
    }

    /** Writes what {@link #preview} shows, and nothing where it shows no difference. */
    public List<Change> set(SqlConnection transaction, List<Baseline> baselines, AuditEntry.Actor actor) {
        await(store.lock(transaction));
        List<Change> changes = preview(transaction, baselines);
        List<Change> written = changes.stream().filter(change -> change.effect() != Effect.UNCHANGED).toList();
        if (!written.isEmpty()) {
            await(store.save(transaction, written.stream().map(Change::baseline).toList(), actor.requireId(),
                    clock.instant()));
            await(audit.record(transaction, AuditEntry.of(actor, "baseline.set", "BASELINE", "city")
                    .with("changes", new JsonArray(written.stream().map(SetBaselines::toJson).toList()))));
            LOG.info("event=baselines_set count={}", written.size());
        }
        return changes;
    }

    private static Change change(Baseline baseline, Optional<BaselineStore.InForce> before) {
        Optional<Baseline.Figures> sameDay = before
                .filter(one -> one.since().equals(baseline.validFrom()))
                .map(BaselineStore.InForce::figures);
        Effect effect = sameDay.map(figures -> figures.equals(baseline.figures()) ? Effect.UNCHANGED : Effect.CHANGED)
                .orElse(Effect.ADDED);
        return new Change(baseline, effect, before.map(BaselineStore.InForce::figures),
                before.map(BaselineStore.InForce::since));
    }

    private static JsonObject toJson(Change change) {
        Baseline baseline = change.baseline();
        JsonObject json = new JsonObject()
                .put("placeId", baseline.place().placeId())
                .put("validFrom", baseline.validFrom().toString())
                .put("is", toJson(baseline.figures()));
        if (change.effect() == Effect.CHANGED) {
            change.before().ifPresent(figures -> json.put("was", toJson(figures)));
        }
        return json;
    }

    private static JsonObject toJson(Baseline.Figures figures) {
        return new JsonObject()
                .put("premises", figures.premises())
                .put("target", figures.target().map(BigDecimal::toPlainString).orElse(null))
                .put("source", figures.source());
    }
}
