package vn.phopay.dayclose;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.identity.StaffId;

/**
 * Closes a business day: counts its facts, judges them, and adds its seal to the chain, in one transaction.
 *
 * <p>The seal counts what transactions below its horizon told, the oldest one that still ran: below that nothing can
 * appear any more, however late it commits. A fact is counted in the first seal whose horizon lies past it and whose
 * day is not before its own, so in exactly one.
 */
public final class CloseDay {
    /** Longest note, in characters. */
    public static final int NOTE_LENGTH_MAX = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(CloseDay.class);
    /** SHA-256 of nothing: the accounts of a day on which nothing moved. */
    private static final String NO_ACCOUNTS = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final DayStores stores;
    private final SignSeal signSeal;
    private final AuditLog audit;
    private final Clock clock;

    /** Closes in {@code stores}, seals by {@code signSeal} and says so in {@code audit}. */
    public CloseDay(DayStores stores, SignSeal signSeal, AuditLog audit, Clock clock) {
        this.stores = stores;
        this.signSeal = signSeal;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param date the day
     * @param note why it is right to close it, in the words of whoever closes it; may be empty
     * @param waive in spite of what, each proposed by somebody else
     * @param begins whether the chain may begin with this day, although there are facts of earlier ones: they are then
     *     this seal's adjustments
     * @param actor a member of staff
     */
    public record Order(LocalDate date, String note, Set<BlockerKind> waive, boolean begins, AuditEntry.Actor actor) {
        /** Copies {@code waive}. */
        public Order {
            waive = Set.copyOf(waive);
        }
    }

    /** What came of it. */
    public sealed interface Outcome permits Closed, ClosedBefore, Blocked {}

    /** It is sealed once the transaction commits. */
    public record Closed(SealedDay day) implements Outcome {}

    /** It was sealed before; nothing changed. */
    public record ClosedBefore(SealedDay day) implements Outcome {}

    /** Something speaks against it; nothing changed. */
    public record Blocked(List<Blocker> blockers) implements Outcome {
        /** Copies {@code blockers}. */
        public Blocked {
            blockers = List.copyOf(blockers);
        }
    }

    /**
     * Writes through {@code transaction}; runs on a virtual thread. Two that close at once wait for each other, and
     * the constraint {@code day_seal_pk} has the last word.
     */
    public Outcome close(SqlConnection transaction, Order order) {
        Future.await(stores.seals().lockChain(transaction));
        Optional<SealedDay> before = Future.await(stores.seals().find(transaction, order.date()));
        if (before.isPresent()) {
            return new ClosedBefore(before.get());
        }
        NextDay next = Future.await(stores.nextDay(transaction));
        Optional<Blocker> outOfTurn = next.blocker(order.date(), order.begins(), clock.instant());
        if (outOfTurn.isPresent()) {
            return new Blocked(List.of(outOfTurn.get()));
        }
        long horizon = Future.await(stores.seals().horizon(transaction));
        DayFindings findings = Future.await(stores.findings().find(transaction, order.date(), horizon));
        List<DayWaiver> proposals = Future.await(stores.waivers().list(transaction, order.date()));
        Judgement judgement = Judgement.of(findings.blockers(), proposals, order);
        if (!judgement.open().isEmpty()) {
            return new Blocked(judgement.open());
        }
        SealedDay.Place place = next.end()
                .map(end -> new SealedDay.Place(end.hash(), end.horizon(), horizon))
                .orElseGet(() -> new SealedDay.Place(Seal.GENESIS, 0, horizon));
        return new Closed(seal(transaction, order, place, new Judged(findings, judgement.waived())));
    }

    private record Judged(DayFindings findings, List<DayWaiver> waived) {}

    private SealedDay seal(SqlConnection transaction, Order order, SealedDay.Place place, Judged judged) {
        List<DayPart> parts = Future.await(stores.seals().count(transaction, order.date(), place));
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        SealDocument document = new SealDocument(order.date(), place, now, regular(parts, order.date()),
                parts.stream().filter(part -> part.businessDate().isBefore(order.date())).toList(),
                judged.findings().toJson(), closing(order, judged.waived()));
        SealedDay day = new SealedDay(order.date(), signSeal.sign(document.toJson()), place, now,
                order.actor().requireId());
        Future.await(stores.seals().insert(transaction, day));
        for (DayWaiver waiver : judged.waived()) {
            Future.await(stores.waivers().insertSealed(transaction, waiver, day.sealedBy()));
        }
        Future.await(audit.record(transaction, AuditEntry
                .of(order.actor(), "day.close", "DAY", order.date().toString())
                .because(order.note())
                .with("hash", day.seal().hash())));
        LOG.info("event=day_sealed businessDate={} hash={} horizon={} waivers={}",
                day.businessDate(), day.seal().hash(), place.horizon(), judged.waived().size());
        return day;
    }

    private static DayPart regular(List<DayPart> parts, LocalDate date) {
        return parts.stream().filter(part -> part.businessDate().equals(date)).findFirst()
                .orElseGet(() -> new DayPart(date, 0, NO_ACCOUNTS, Map.of()));
    }

    private static JsonObject closing(Order order, List<DayWaiver> waived) {
        JsonArray waivers = new JsonArray();
        waived.forEach(waiver -> waivers.add(waiver.toJson(order.actor().requireId())));
        return new JsonObject()
                .put("by", new StaffId(order.actor().requireId()).toString())
                .put("note", order.note())
                .put("waivers", waivers);
    }

    /**
     * What still speaks against closing, and which proposals the caller approves by closing.
     *
     * @param open blockers that stand
     * @param waived the proposals that take the others away
     */
    record Judgement(List<Blocker> open, List<DayWaiver> waived) {
        static Judgement of(List<Blocker> blockers, List<DayWaiver> proposals, Order order) {
            List<Blocker> open = new ArrayList<>();
            List<DayWaiver> waived = new ArrayList<>();
            for (Blocker blocker : blockers) {
                Optional<DayWaiver> proposal = proposals.stream().filter(waiver -> fits(waiver, blocker, order))
                        .findFirst();
                proposal.ifPresentOrElse(waived::add, () -> open.add(blocker));
            }
            return new Judgement(open, waived);
        }

        private static boolean fits(DayWaiver waiver, Blocker blocker, Order order) {
            return blocker.kind().waivable() && order.waive().contains(blocker.kind())
                    && waiver.blocker() == blocker.kind() && waiver.finding().equals(blocker.finding())
                    && !waiver.proposedBy().equals(order.actor().id());
        }
    }
}
