package vn.phopay.testing;

import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.identity.IdSource;
import vn.phopay.metric.MetricBook;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.place.PlaceStore;
import vn.phopay.place.SeedPlaces;
import vn.phopay.qr.QrKeyRing;
import vn.phopay.release.DecideRelease;
import vn.phopay.release.DraftRelease;
import vn.phopay.release.HoldToReleases;
import vn.phopay.release.Release;
import vn.phopay.release.ReleaseFile;
import vn.phopay.release.ReleaseSigner;
import vn.phopay.release.ReleaseStore;

/** Staff who draft and decide releases, straight on a database whose places it seeds. */
public final class ReleaseOffice {
    private final Pool pool;
    private final VirtualThreads threads = await(VirtualThreads.open(TestPostgres.vertx()));
    private final ReleaseStore releases = new ReleaseStore();
    private final QrKeyRing keys;
    private final DraftRelease draft;
    private final DecideRelease decide;

    /** An office with the database behind {@code pool}, {@code clock} on the wall, and keys in {@code keyDir}. */
    public ReleaseOffice(Pool pool, Clock clock, Path keyDir) {
        this.pool = pool;
        PlaceStore places = new PlaceStore();
        await(pool.withTransaction(new SeedPlaces(places)::seed));
        PlaceDirectory directory = await(places.load(pool));
        IdSource ids = new IdSource(clock);
        AuditLog audit = new AuditLog(ids, clock);
        this.keys = QrKeyRing.openForReleases(keyDir, clock, new SecureRandom());
        this.draft = new DraftRelease(releases, directory, MetricBook.load(),
                new DraftRelease.Office(TestPostgres.vertx(), audit, ids, clock));
        this.decide = new DecideRelease(releases, new ReleaseSigner(keys::signingKey), audit, ids, clock,
                new HoldToReleases(directory));
    }

    /** Somebody of the city's staff. */
    public AuditEntry.Actor staff(String role) {
        UUID id = UUID.randomUUID();
        await(pool.preparedQuery("INSERT INTO staff (staff_id, login, name, role, created_at)"
                + " VALUES ($1, $2, $3, $4, now())").execute(Tuple.of(id, id.toString(), role + " Lan", role)));
        return new AuditEntry.Actor(id, role, "request-1");
    }

    /** Drafts; what it came to is kept where it is {@link DraftRelease.Drafted}. */
    public DraftRelease.Outcome draft(YearMonth month, String reasons, AuditEntry.Actor actor) {
        return inTransaction(transaction -> draft.draft(transaction, new DraftRelease.Order(month, reasons, actor)),
                DraftRelease.Drafted.class);
    }

    /** Drafts and takes it back; gives every file's hash by path. */
    public Map<String, String> draftInVain(YearMonth month, AuditEntry.Actor actor) {
        return inTransaction(transaction -> {
            DraftRelease.Outcome outcome = draft.draft(transaction, new DraftRelease.Order(month, "", actor));
            Release release = ((DraftRelease.Drafted) outcome).release();
            return Future.await(releases.heads(transaction, release.id())).stream()
                    .collect(Collectors.toMap(
                            ReleaseStore.FileHead::path, ReleaseStore.FileHead::sha256));
        }, Void.class);
    }

    /** Proposes. */
    public DecideRelease.Outcome propose(Release release, AuditEntry.Actor actor) {
        return inTransaction(transaction -> decide.propose(transaction, order(release, "", actor)),
                DecideRelease.Done.class);
    }

    /** Approves. */
    public DecideRelease.Outcome approve(Release release, AuditEntry.Actor actor) {
        return inTransaction(transaction -> decide.approve(transaction, order(release, "", actor)),
                DecideRelease.Done.class);
    }

    /** Turns down. */
    public DecideRelease.Outcome reject(Release release, String note, AuditEntry.Actor actor) {
        return inTransaction(transaction -> decide.reject(transaction, order(release, note, actor)),
                DecideRelease.Done.class);
    }

    /** Drafts, proposes and publishes a month by two people. */
    public Release publish(YearMonth month, String reasons) {
        AuditEntry.Actor analyst = staff("ANALYST");
        DraftRelease.Outcome outcome = draft(month, reasons, analyst);
        if (!(outcome instanceof DraftRelease.Drafted(Release release))) {
            throw new AssertionError("not drafted: " + outcome);
        }
        propose(release, analyst);
        DecideRelease.Outcome published = approve(release, staff("ADMIN"));
        if (!(published instanceof DecideRelease.Done)) {
            throw new AssertionError("not published: " + published);
        }
        return release;
    }

    /** A file of a release. */
    public ReleaseFile file(Release release, String path) {
        return await(releases.file(pool, release.id(), path)).orElseThrow();
    }

    /** Every release of a month, newest first. */
    public List<Release> list(YearMonth month) {
        return await(releases.list(pool, month, month));
    }

    /** What drafts. */
    public DraftRelease drafter() {
        return draft;
    }

    /** The keys that sign. */
    public QrKeyRing keys() {
        return keys;
    }

    /** Runs straight-line work as the service does. */
    public <T> T call(Callable<T> work) {
        return await(threads.call(work));
    }

    private static DecideRelease.Order order(Release release, String note, AuditEntry.Actor actor) {
        return new DecideRelease.Order(
                release.number().month(), release.id(), release.contentHash(), note, actor);
    }

    private <T> T inTransaction(Function<SqlConnection, T> work, Class<?> kept) {
        return call(() -> {
            SqlConnection connection = Future.await(pool.getConnection());
            try {
                Transaction transaction = Future.await(connection.begin());
                T outcome = work.apply(connection);
                Future.await(kept.isInstance(outcome) ? transaction.commit()
                        : transaction.rollback().otherwiseEmpty());
                return outcome;
            } finally {
                connection.close();
            }
        });
    }
}
