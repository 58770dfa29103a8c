package vn.phopay;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import vn.phopay.access.PurgeExpired;
import vn.phopay.bank.BankDirectory;
import vn.phopay.issuing.ExpireRequests;
import vn.phopay.ops.PeriodicJob;

/** The jobs of one running service. */
final class AppJobs {
    private static final Duration PURGE_INTERVAL = Duration.ofMinutes(1);
    private static final int PURGE_ROWS_MAX = 10_000;

    private final Vertx vertx;
    private final List<PeriodicJob> jobs = new ArrayList<>();

    private AppJobs(Vertx vertx) {
        this.vertx = vertx;
    }

    static AppJobs start(AppParts parts) {
        AppJobs jobs = new AppJobs(parts.vertx());
        PurgeExpired purge = new PurgeExpired(parts.pool(), parts.clock(), PURGE_ROWS_MAX);
        jobs.every("purge-expired", PURGE_INTERVAL, purge::purge);
        jobs.every("refresh-banks", BankDirectory.REFRESH_INTERVAL, parts.banks()::refresh);
        ExpireRequests expire = new AppIssuing(parts).expireRequests();
        jobs.every("expire-requests", parts.config().payment().expiryInterval(), () -> expire.run(parts.pool()));
        return jobs;
    }

    private void every(String name, Duration interval, Supplier<Future<?>> work) {
        jobs.add(PeriodicJob.start(vertx, name, interval, work));
    }

    /** Ends them; what runs is waited for. */
    Future<Void> stop() {
        return Future.join(jobs.stream().map(PeriodicJob::stop).toList()).mapEmpty();
    }
}
