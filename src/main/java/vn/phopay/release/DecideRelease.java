package vn.phopay.release;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.db.SqlOutcome;
import vn.phopay.figure.KeepWithheldValues;
import vn.phopay.identity.IdSource;

/**
 * Proposes, publishes or turns down a drafted release. One person proposes, another one, an administrator, publishes;
 * the database has the last word ({@code release_second_person}, {@code release_ends_once_uq}).
 */
public final class DecideRelease {
    private static final Logger LOG = LoggerFactory.getLogger(DecideRelease.class);
    private static final String ADMIN = "ADMIN";

    private final ReleaseStore releases;
    private final ReleaseSigner signer;
    private final AuditLog audit;
    private final IdSource ids;
    private final Clock clock;
    private final HoldToReleases live;
    private final KeepWithheldValues withheld = new KeepWithheldValues();

    /** Signs by {@code signer}, says so in {@code audit}, and holds the live figures to it by {@code live}. */
    public DecideRelease(ReleaseStore releases, ReleaseSigner signer, AuditLog audit, IdSource ids, Clock clock,
            HoldToReleases live) {
        this.releases = releases;
        this.signer = signer;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.live = live;
    }

    /**
     * What is asked for.
     *
     * @param month the month
     * @param releaseId the draft
     * @param seen hash of what whoever decides has looked at
     * @param note why, in the staff member's words
     * @param actor who decides
     */
    public record Order(YearMonth month, UUID releaseId, String seen, String note, AuditEntry.Actor actor) {}

    /** What came of it. */
    public sealed interface Outcome permits Done, NotFound, NotNow, SamePerson, AdminOnly, NeedsReason {}

    /** It is done once the transaction commits. */
    public record Done(Release release) implements Outcome {}

    /** There is no such draft, or it is not what was looked at. */
    public record NotFound() implements Outcome {}

    /** It is not in a state in which this can be done. */
    public record NotNow(ReleaseState state) implements Outcome {}

    /** Whoever proposed it does not publish it. */
    public record SamePerson() implements Outcome {}

    /** Only an administrator publishes. */
    public record AdminOnly() implements Outcome {}

    /** Turning it down needs a reason. */
    public record NeedsReason() implements Outcome {}

    /** Asks for its publication. */
    public Outcome propose(SqlConnection transaction, Order order) {
        Optional<Release> found = find(transaction, order);
        if (found.isEmpty()) {
            return new NotFound();
        }
        return found.get().state() == ReleaseState.DRAFT
                ? act(transaction, order, new Decided(found.get(), ReleaseAct.Kind.PROPOSE, null, null))
                : new NotNow(found.get().state());
    }

    /** Signs and publishes it, for ever. */
    public Outcome approve(SqlConnection transaction, Order order) {
        Optional<Release> found = find(transaction, order);
        if (found.isEmpty()) {
            return new NotFound();
        }
        Release release = found.get();
        if (release.state() != ReleaseState.PROPOSED) {
            return new NotNow(release.state());
        }
        if (!order.actor().role().equals(ADMIN)) {
            return new AdminOnly();
        }
        ReleaseAct proposal = release.act(ReleaseAct.Kind.PROPOSE).orElseThrow();
        if (proposal.actor().equals(order.actor().requireId())) {
            return new SamePerson();
        }
        ReleaseFile manifest =
                await(releases.file(transaction, release.id(), ReleaseFiles.MANIFEST)).orElseThrow();
        ReleaseSigner.Signed signed = signer.sign(manifest.bytes());
        await(releases.insertFiles(transaction, release.id(), signed.files()));
        Outcome outcome = act(transaction, order,
                new Decided(release, ReleaseAct.Kind.APPROVE, signed.keyId(), proposal));
        if (outcome instanceof Done) {
            Optional<Set<String>> scopes = live.withheld(transaction, order.month());
            await(withheld.keep(transaction, order.month(), scopes.orElseThrow(), clock.instant()));
        }
        return outcome;
    }

    /** Turns it down, with a reason; whoever proposed it may take it back so. */
    public Outcome reject(SqlConnection transaction, Order order) {
        Optional<Release> found = find(transaction, order);
        if (found.isEmpty()) {
            return new NotFound();
        }
        if (!found.get().isOpen()) {
            return new NotNow(found.get().state());
        }
        return order.note().isBlank() ? new NeedsReason()
                : act(transaction, order, new Decided(found.get(), ReleaseAct.Kind.REJECT, null, null));
    }

    /** Whoever decides holds the month, so that two people at once decide one after the other. */
    private Optional<Release> find(SqlConnection transaction, Order order) {
        if (!await(releases.tryLock(transaction, order.month()))) {
            return Optional.empty();
        }
        return await(releases.find(transaction, order.month(), order.releaseId()))
                .filter(release -> release.contentHash().equals(order.seen()));
    }

    /** A decision; {@code keyId} and {@code answers} are those of an approval. */
    private record Decided(Release release, ReleaseAct.Kind kind, @Nullable String keyId,
                           @Nullable ReleaseAct answers) {}

    private Outcome act(SqlConnection transaction, Order order, Decided decided) {
        Release release = decided.release();
        ReleaseStore.Deed deed = new ReleaseStore.Deed(ids.next(), release, decided.kind(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS), order.actor(), order.note().strip(),
                decided.keyId(), decided.answers());
        try {
            await(releases.act(transaction, deed));
        } catch (RuntimeException refused) {
            return refusal(refused);
        }
        String kind = decided.kind().name().toLowerCase(Locale.ROOT);
        await(audit.record(transaction, AuditEntry
                .of(order.actor(), "release." + kind, "RELEASE", release.number().toString())
                .because(order.note().isBlank() ? null : order.note().strip())
                .with("hash", release.contentHash())));
        LOG.info("event=release_{} number={} hash={}", kind, release.number(), release.contentHash());
        return new Done(release);
    }

    /** Two people at once: the database lets one in. The transaction is lost, as the caller sees by the outcome. */
    private static Outcome refusal(RuntimeException refused) {
        if (SqlOutcome.broke(refused, "release_second_person")) {
            return new SamePerson();
        }
        if (SqlOutcome.broke(refused, "release_approval_by_admin")) {
            return new AdminOnly();
        }
        if (SqlOutcome.broke(refused, "release_ends_once_uq")
                || SqlOutcome.broke(refused, "release_published_once_uq")) {
            return new NotNow(ReleaseState.PUBLISHED);
        }
        if (SqlOutcome.broke(refused, "release_proposed_once_uq")) {
            return new NotNow(ReleaseState.PROPOSED);
        }
        throw refused;
    }
}
