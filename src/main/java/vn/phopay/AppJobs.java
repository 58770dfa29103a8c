package vn.phopay;

import io.micrometer.core.instrument.Gauge;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.access.PurgeExpired;
import vn.phopay.adoption.AdoptionJob;
import vn.phopay.adoption.FoldPayments;
import vn.phopay.bank.BankDirectory;
import vn.phopay.bank.BankTallies;
import vn.phopay.dayclose.DayStores;
import vn.phopay.dayclose.WatchDays;
import vn.phopay.figure.FigureEditions;
import vn.phopay.issuing.ExpireRequests;
import vn.phopay.ops.PeriodicJob;
import vn.phopay.programme.KeepProgramme;
import vn.phopay.qr.QrKeyRing;
import vn.phopay.reconciliation.AttributeLateAccounts;
import vn.phopay.reconciliation.CaseMetrics;
import vn.phopay.reconciliation.WatchReversals;
import vn.phopay.registration.PurgeDrafts;
import vn.phopay.safety.PurgeSafety;

/** The jobs of one running service. */
final class AppJobs {
    private static final Logger LOG = LoggerFactory.getLogger(AppJobs.class);
    private static final Duration RENEW_KEY_INTERVAL = Duration.ofHours(1);
    private static final Duration RENEW_KEY_BEFORE = Duration.ofDays(30);
    private static final Duration WATCH_DAYS_INTERVAL = Duration.ofMinutes(5);
    private static final Duration PURGE_INTERVAL = Duration.ofMinutes(1);
    private static final Duration COUNT_CASES_INTERVAL = Duration.ofSeconds(15);
    private static final Duration REVERSALS_INTERVAL = Duration.ofSeconds(10);
    private static final Duration LATE_ACCOUNTS_INTERVAL = Duration.ofMinutes(1);
    private static final int PURGE_ROWS_MAX = 10_000;
    private static final int FOLD_PAYMENTS_MAX = 20_000;
    private static final double MS_PER_SECOND = 1_000.0;

    private final Vertx vertx;
    private final List<PeriodicJob> jobs = new ArrayList<>();
    private final AdoptionJob adoption;
    private final AppFigures figures;
    private final AppStatements.Jobs statements;

    private AppJobs(Vertx vertx, AdoptionJob adoption, AppFigures figures, AppStatements.Jobs statements) {
        this.vertx = vertx;
        this.adoption = adoption;
        this.figures = figures;
        this.statements = statements;
    }

    static AppJobs start(AppParts parts) {
        AdoptionJob adoption = new AdoptionJob(
                new FoldPayments(parts.pool(), parts.clock(), FOLD_PAYMENTS_MAX), parts.background());
        AppFigures figures = AppFigures.start(parts);
        AppJobs jobs = new AppJobs(parts.vertx(), adoption, figures, new AppStatements(parts).start());
        jobs.every("watch-figures", FigureEditions.REFRESH_INTERVAL, parts.figureEditions()::refresh);
        jobs.every("keep-bank-tallies", BankTallies.FLUSH_INTERVAL, parts.tallies()::flush);
        adoption.start(parts.vertx(), parts.config().adoption().foldInterval());
        Gauge.builder("phopay.adoption.backlog.age", adoption, job -> job.backlogAgeMs() / MS_PER_SECOND)
                .description("Age of the oldest payment that no district figure holds yet")
                .baseUnit("seconds")
                .register(parts.registry());
        PurgeExpired purge = new PurgeExpired(parts.pool(), parts.clock(), PURGE_ROWS_MAX);
        jobs.every("purge-expired", PURGE_INTERVAL, purge::purge);
        PurgeDrafts purgeDrafts = new PurgeDrafts(parts.pool(), parts.clock(), PURGE_ROWS_MAX);
        jobs.every("purge-drafts", PURGE_INTERVAL, purgeDrafts::purge);
        jobs.every("refresh-banks", BankDirectory.REFRESH_INTERVAL, parts.banks()::refresh);
        jobs.every("renew-qr-key", RENEW_KEY_INTERVAL, () -> parts.vertx().executeBlocking(
                () -> renewKey(parts.keyRing(), "qr", parts.clock())));
        jobs.every("renew-seal-key", RENEW_KEY_INTERVAL, () -> parts.vertx().executeBlocking(
                () -> renewKey(parts.sealKeys(), "seal", parts.clock())));
        jobs.every("renew-release-key", RENEW_KEY_INTERVAL, () -> parts.vertx().executeBlocking(
                () -> renewKey(parts.releaseKeys(), "release", parts.clock())));
        WatchDays watch = new WatchDays(DayStores.standard(), parts.pool(), parts.clock());
        Gauge.builder("phopay.days.unsealed", watch, WatchDays::unsealed)
                .description("Business days that are over and not sealed")
                .register(parts.registry());
        Gauge.builder("phopay.days.drift", watch, days -> days.driftVnd().doubleValue())
                .description("Differences between callbacks and statements on the oldest day that is not sealed")
                .baseUnit("dong")
                .register(parts.registry());
        jobs.every("watch-days", WATCH_DAYS_INTERVAL, watch::look);
        ExpireRequests expire = new AppIssuing(parts).expireRequests();
        jobs.every("expire-requests", parts.config().payment().expiryInterval(), () -> expire.run(parts.pool()));
        PurgeSafety purgeSafety = new AppSafety(parts).purge();
        jobs.every("purge-safety", AppSafety.PURGE_INTERVAL, purgeSafety::purge);
        AppBook book = new AppBook(parts);
        new AppGeo(parts).jobs().forEach(job -> jobs.every(job.name(), job.interval(), job.work()));
        KeepProgramme keepProgramme = new KeepProgramme(parts.pool(), parts.clock());
        jobs.every("keep-programme", KeepProgramme.INTERVAL, keepProgramme::keep);
        jobs.every("fold-books", book.foldInterval(), book::fold);
        AppRelease release = new AppRelease(parts);
        jobs.every("draft-releases", parts.config().release().checkInterval(), release::draftDue);
        jobs.every("refresh-open-data", AppRelease.REFRESH_INTERVAL, parts.openData()::refresh);
        jobs.watchCases(parts);
        return jobs;
    }

    private void watchCases(AppParts parts) {
        CaseMetrics metrics = new CaseMetrics(parts.pool(), parts.clock(), parts.registry());
        every("count-cases", COUNT_CASES_INTERVAL, metrics::refresh);
        AttributeLateAccounts lateAccounts = new AttributeLateAccounts(
                parts.pool(), parts.caseEffects(), parts.ids(), parts.clock());
        WatchReversals reversals = new WatchReversals(parts.pool(), parts.ids(), parts.clock());
        every("watch-reversals", REVERSALS_INTERVAL, reversals::run);
        every("attribute-late-accounts", LATE_ACCOUNTS_INTERVAL, () -> parts.background().call(lateAccounts::run));
    }

    /** A key's window ends a year after it was made; a new one takes over before that. The old one still verifies. */
    private static boolean renewKey(QrKeyRing ring, String kind, Clock clock) {
        Instant signUntil = ring.signingKey().trusted().signUntil();
        boolean due = signUntil != null && clock.instant().isAfter(signUntil.minus(RENEW_KEY_BEFORE));
        if (due) {
            LOG.info("event={}_key_renewed keyId={}", kind, ring.rotate());
        }
        return due;
    }

    private void every(String name, Duration interval, Supplier<Future<?>> work) {
        jobs.add(PeriodicJob.start(vertx, name, interval, work));
    }

    /** Ends them; what runs is waited for. */
    Future<Void> stop() {
        return Future.join(jobs.stream().map(PeriodicJob::stop).toList())
                .eventually(adoption::stop)
                .eventually(figures::stop)
                .eventually(figures::keepTallies)
                .eventually(statements::stop)
                .mapEmpty();
    }
}
