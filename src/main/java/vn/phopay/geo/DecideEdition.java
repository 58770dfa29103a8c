package vn.phopay.geo;

import static io.vertx.core.Future.await;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.db.Sql;
import vn.phopay.db.SqlOutcome;
import vn.phopay.place.PlaceStore;
import vn.phopay.time.BusinessDay;

/**
 * Confirms, withdraws or undoes an edition, each in one transaction with its audit entry. Confirming reads the file
 * again and holds it against the places as they are at that moment. Runs on a virtual thread.
 */
public final class DecideEdition {
    private static final Logger LOG = LoggerFactory.getLogger(DecideEdition.class);
    private static final Sql BEGIN_UNDO = Sql.load("geo/begin_undo");
    private static final Sql REFUSE_UNDO = Sql.load("geo/refuse_undo");
    private static final String SECOND_PERSON = "place_edition_second_person";
    private static final String ONE_A_DAY = "place_edition_day_uq";

    private final EditionStore editions;
    private final EditionPlaces writer = new EditionPlaces();
    private final PlaceStore places = new PlaceStore();
    private final AuditLog audit;
    private final Clock clock;

    /** Decides about {@code editions}. */
    public DecideEdition(EditionStore editions, AuditLog audit, Clock clock) {
        this.editions = editions;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome permits Done, NotFound, WrongState, SecondPersonNeeded, Faulty, TooLate, InUse {}

    /** It is done once the transaction commits. */
    public record Done() implements Outcome {}

    /** There is no such edition. */
    public record NotFound() implements Outcome {}

    /** Its state does not allow this. */
    public record WrongState(Edition.Status status) implements Outcome {}

    /** Who proposed it does not confirm it. */
    public record SecondPersonNeeded() implements Outcome {}

    /** Places have changed since it was proposed, and the file does not fit them any more. */
    public record Faulty(List<SheetFault> faults) implements Outcome {
        /** Copies the list. */
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /** Its first day has come: what was counted by it stays. */
    public record TooLate() implements Outcome {}

    /** Something else, such as a target, names one of its places; that has to go first. */
    public record InUse() implements Outcome {}

    /** Writes the edition's places; outlets move on its first day. */
    public Outcome confirm(SqlConnection transaction, UUID id, AuditEntry.Actor actor) {
        Optional<Edition> edition = held(transaction, id);
        if (edition.isEmpty() || edition.get().status() != Edition.Status.PROPOSED) {
            return notThere(edition);
        }
        if (edition.get().history().proposedBy().equals(actor.requireId())) {
            return new SecondPersonNeeded();
        }
        Instant now = clock.instant();
        byte[] csv = edition.get().csv().getBytes(StandardCharsets.UTF_8);
        return switch (EditionSheet.read(csv, await(places.load(transaction)), BusinessDay.of(now))) {
            case EditionSheet.Faulty(List<SheetFault> faults) -> new Faulty(faults);
            case EditionSheet.Good(EditionDraft draft) -> write(transaction, edition.get(), draft, actor);
        };
    }

    /** Takes a proposed edition back, {@code why}. */
    public Outcome withdraw(SqlConnection transaction, UUID id, String why, AuditEntry.Actor actor) {
        Optional<Edition> edition = held(transaction, id);
        return edition.isEmpty() || edition.get().status() != Edition.Status.PROPOSED
                ? notThere(edition)
                : end(transaction, edition.get(), Edition.Status.WITHDRAWN, new Wish(actor, why));
    }

    /** Takes a confirmed edition back before its first day, {@code why}: as if it had never been there. */
    public Outcome undo(SqlConnection transaction, UUID id, String why, AuditEntry.Actor actor) {
        Optional<Edition> edition = held(transaction, id);
        if (edition.isEmpty() || edition.get().status() != Edition.Status.CONFIRMED) {
            return notThere(edition);
        }
        if (!BusinessDay.of(clock.instant()).isBefore(edition.get().validFrom())) {
            return new TooLate();
        }
        await(BEGIN_UNDO.execute(transaction));
        if (refusal(writer.undo(transaction, id)).isPresent()) {
            await(REFUSE_UNDO.execute(transaction));
            return new InUse();
        }
        await(places.raiseVersion(transaction));
        return end(transaction, edition.get(), Edition.Status.UNDONE, new Wish(actor, why));
    }

    private Outcome write(SqlConnection transaction, Edition edition, EditionDraft draft, AuditEntry.Actor actor) {
        EditionPlan plan = EditionPlan.of(await(places.load(transaction)), draft);
        Optional<String> refused = refusal(
                editions.confirm(transaction, edition.id(), clock.instant(), actor.requireId()));
        if (refused.isPresent()) {
            return switch (refused.get()) {
                case SECOND_PERSON -> new SecondPersonNeeded();
                case ONE_A_DAY -> new WrongState(edition.status());
                default -> throw new IllegalStateException("an edition was refused by " + refused.get());
            };
        }
        await(writer.write(transaction, edition.id(), plan));
        await(places.raiseVersion(transaction));
        await(audit.record(transaction, entry(actor, "edition.confirm", edition)
                .with("started", plan.started().size())
                .with("ended", plan.ended().size())
                .with("successions", plan.successions().size())));
        LOG.info("event=edition_confirmed editionId={} validFrom={} started={} ended={}", edition.id(),
                edition.validFrom(), plan.started().size(), plan.ended().size());
        return new Done();
    }

    /** Who ends an edition, and why. */
    private record Wish(AuditEntry.Actor actor, String why) {}

    private Outcome end(SqlClient transaction, Edition edition, Edition.Status status, Wish wish) {
        EditionStore.Ending ending =
                new EditionStore.Ending(clock.instant(), wish.actor().requireId(), wish.why());
        if (!await(editions.end(transaction, edition.id(), status, ending))) {
            throw new IllegalStateException("the edition is held, and yet somebody else changed it");
        }
        String action = status == Edition.Status.UNDONE ? "edition.undo" : "edition.withdraw";
        await(audit.record(transaction, entry(wish.actor(), action, edition).because(wish.why())));
        return new Done();
    }

    private static AuditEntry entry(AuditEntry.Actor actor, String action, Edition edition) {
        return AuditEntry.of(actor, action, "PLACE_EDITION", edition.id().toString())
                .with("validFrom", edition.validFrom().toString());
    }

    private Optional<Edition> held(SqlClient transaction, UUID id) {
        await(editions.lock(transaction, id));
        return await(editions.find(transaction, id));
    }

    private static Outcome notThere(Optional<Edition> edition) {
        return edition.<Outcome>map(one -> new WrongState(one.status())).orElseGet(NotFound::new);
    }

    /** The constraint that refused a write; other faults go on as what they are. */
    private static Optional<String> refusal(Future<?> write) {
        return await(write.map(done -> Optional.<String>empty()).recover(fault -> {
            Optional<String> broken = SqlOutcome.brokenConstraint(fault);
            return broken.isPresent() ? Future.succeededFuture(broken) : Future.failedFuture(fault);
        }));
    }
}
