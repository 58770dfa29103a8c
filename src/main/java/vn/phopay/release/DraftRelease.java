package vn.phopay.release;

import static io.vertx.core.Future.await;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.identity.IdSource;
import vn.phopay.metric.MetricBook;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.time.BusinessDay;

/**
 * Drafts the release of a month that is over: reads its figures as they are now, decides what is withheld, makes the
 * files and freezes them. Nothing of it is public before two people said so.
 */
public final class DraftRelease {
    private static final Logger LOG = LoggerFactory.getLogger(DraftRelease.class);

    private final ReleaseStore releases;
    private final MonthSource source;
    private final ReleaseMetrics metrics;
    private final Office office;

    /**
     * What a draft needs besides figures.
     *
     * @param vertx where files are made: never on an event loop
     * @param audit who did it
     * @param ids where ids come from
     * @param clock tells whether a month is over, and the day of the draft
     */
    public record Office(Vertx vertx, AuditLog audit, IdSource ids, Clock clock) {}

    /** Drafts figures of {@code places} by the definitions of {@code book}. */
    public DraftRelease(ReleaseStore releases, PlaceDirectory places, MetricBook book, Office office) {
        this.releases = releases;
        this.source = new MonthSource(new ReleaseScopes(places));
        this.metrics = new ReleaseMetrics(book);
        this.office = office;
    }

    /**
     * What is asked for.
     *
     * @param month the month
     * @param reasons why a published release is corrected; empty for a first one
     * @param actor who asks
     */
    public record Order(YearMonth month, String reasons, AuditEntry.Actor actor) {}

    /** What came of it. */
    public sealed interface Outcome permits Drafted, NotOver, NoFigures, Busy, OpenAlready, NeedsReasons, Unchanged {}

    /** It is there once the transaction commits. */
    public record Drafted(Release release) implements Outcome {}

    /** The month is not over. */
    public record NotOver() implements Outcome {}

    /** The month's figures were not computed yet, or there are none. */
    public record NoFigures() implements Outcome {}

    /** Somebody else is drafting this month at this moment. */
    public record Busy() implements Outcome {}

    /** Another draft of the month waits for a decision. */
    public record OpenAlready(Release release) implements Outcome {}

    /** The month was published: a correction has to say why. */
    public record NeedsReasons(ReleaseNumber published) implements Outcome {}

    /** A correction would say just what the published revision says. */
    public record Unchanged(ReleaseNumber published) implements Outcome {}

    /** Writes through {@code transaction}, which has done nothing yet; runs on a virtual thread. */
    public Outcome draft(SqlConnection transaction, Order order) {
        Instant now = office.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        if (!order.month().isBefore(YearMonth.from(BusinessDay.of(now)))) {
            return new NotOver();
        }
        await(releases.holdSnapshot(transaction));
        if (!await(releases.tryLock(transaction, order.month()))) {
            return new Busy();
        }
        List<Release> all = await(releases.list(transaction, order.month(), order.month()));
        Optional<Release> open = all.stream().filter(Release::isOpen).findFirst();
        if (open.isPresent()) {
            return new OpenAlready(open.get());
        }
        Optional<Release> published = newest(all);
        if (published.isPresent() && order.reasons().isBlank()) {
            return new NeedsReasons(published.get().number());
        }
        Optional<MonthSource.Facts> facts = source.read(transaction, order.month());
        return facts.isEmpty() ? new NoFigures()
                : keep(transaction, order, new Situation(facts.get(), all, published, now));
    }

    /** What is known when a draft is made. */
    private record Situation(
            MonthSource.Facts facts, List<Release> all, Optional<Release> published, Instant now) {
        ReleaseNumber number() {
            return new ReleaseNumber(
                    facts.month(), published.map(release -> release.number().revision() + 1).orElse(1));
        }

        int attempt() {
            ReleaseNumber number = number();
            return 1 + Math.toIntExact(all.stream().filter(release -> release.number().equals(number)).count());
        }
    }

    private Outcome keep(SqlConnection transaction, Order order, Situation situation) {
        List<MonthDisclosure> earlier = await(releases.secrets(transaction, order.month())).stream()
                .map(secret -> ReleaseSecrets.read(order.month(), secret)).toList();
        Optional<PublishedCells> before = situation.published().map(release -> PublishedCells.read(
                file(transaction, release, ReleaseJson.PATH).bytes()));
        Optional<ReleaseContent.Previous> previous = previous(transaction, order.month().minusMonths(1));
        Made made = await(office.vertx().executeBlocking(
                () -> make(order, situation, new Earlier(earlier, before, previous)), false));
        if (made.content().correction().filter(correction -> correction.changes().isEmpty()).isPresent()) {
            return new Unchanged(situation.published().orElseThrow().number());
        }
        Release release = new Release(office.ids().next(), situation.number(), situation.attempt(), situation.now(),
                Optional.empty(), situation.published().isPresent() ? order.reasons().strip() : "",
                ReleaseFiles.manifest(made.files()).sha256(), ReleaseNotes.of(made.content()), List.of());
        await(releases.insert(transaction, new ReleaseStore.Draft(release, Optional.ofNullable(order.actor().id()),
                metrics.definitions().version(), situation.published().flatMap(DraftRelease::approval), made.files(),
                made.secret())));
        await(office.audit().record(transaction, AuditEntry
                .of(order.actor(), "release.draft", "RELEASE", release.number().toString())
                .because(release.reasons().isEmpty() ? null : release.reasons())
                .with("hash", release.contentHash())));
        LOG.info("event=release_drafted number={} attempt={} hash={}", release.number(), release.attempt(),
                release.contentHash());
        return new Drafted(release);
    }

    /** What was published before. */
    private record Earlier(List<MonthDisclosure> disclosures, Optional<PublishedCells> cells,
                           Optional<ReleaseContent.Previous> previous) {}

    /** What a draft is made of. */
    private record Made(ReleaseContent content, List<ReleaseFile> files, Buffer secret) {}

    private Made make(Order order, Situation situation, Earlier earlier) {
        MonthDisclosure disclosure = MonthDisclosure.decide(situation.facts().cells(), earlier.disclosures());
        List<ReleaseCell> cells = new MakeContent(metrics).cells(situation.facts(), disclosure, earlier.cells());
        Optional<ReleaseContent.Correction> correction = situation.published().map(
                release -> new ReleaseContent.Correction(release.number(), order.reasons().strip(),
                        earlier.cells().orElseThrow().changesTo(cells)));
        ReleaseContent content = new ReleaseContent(situation.number(), BusinessDay.of(situation.now()),
                metrics.definitions(), cells, situation.facts().baselines(), earlier.previous(),
                MakeContent.quality(situation.facts(), disclosure), correction);
        return new Made(content, ReleaseFiles.make(content), ReleaseSecrets.write(disclosure));
    }

    private Optional<ReleaseContent.Previous> previous(SqlConnection transaction, YearMonth month) {
        return newest(await(releases.list(transaction, month, month))).map(release -> {
            JsonObject json = new JsonObject(file(transaction, release, ReleaseJson.PATH).bytes());
            Map<String, BigDecimal> rates = new HashMap<>();
            json.getJsonArray("items").stream().map(JsonObject.class::cast)
                    .filter(item -> item.getValue("adoptionRate") != null)
                    .forEach(item -> rates.put(item.getString("districtCode"),
                            new BigDecimal(item.getNumber("adoptionRate").toString()).setScale(4)));
            return new ReleaseContent.Previous(
                    release.number(), file(transaction, release, ReleaseTables.DISTRICTS_WIDE).sha256(), rates);
        });
    }

    private ReleaseFile file(SqlConnection transaction, Release release, String path) {
        return await(releases.file(transaction, release.id(), path)).orElseThrow();
    }

    private static Optional<Release> newest(List<Release> all) {
        return all.stream().filter(release -> release.state() == ReleaseState.PUBLISHED).findFirst();
    }

    private static Optional<UUID> approval(Release release) {
        return release.act(ReleaseAct.Kind.APPROVE).map(ReleaseAct::id);
    }
}
