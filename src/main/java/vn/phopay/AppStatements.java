package vn.phopay;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import vn.phopay.bank.standard.StandardDialect;
import vn.phopay.config.CallbackConfig;
import vn.phopay.config.StatementConfig;
import vn.phopay.http.Endpoint;
import vn.phopay.http.statement.GetStatement;
import vn.phopay.http.statement.GetStatements;
import vn.phopay.http.statement.PostStatement;
import vn.phopay.ops.PeriodicJob;
import vn.phopay.payment.MemoScanner;
import vn.phopay.statement.ImportStatements;
import vn.phopay.statement.LineParts;
import vn.phopay.statement.ReadStatements;
import vn.phopay.statement.ReceiveStatement;
import vn.phopay.statement.SpoolDirectory;
import vn.phopay.statement.StatementMetrics;
import vn.phopay.statement.SweepMissing;

/** Wires statements: uploads, their import, and the search for what they leave out. */
final class AppStatements {
    private static final Duration PART_AGE_MAX = Duration.ofDays(1);

    private final AppParts parts;
    private final StatementConfig config;
    private final SpoolDirectory spool;

    AppStatements(AppParts parts) {
        this.parts = parts;
        this.config = parts.config().statement();
        this.spool = new SpoolDirectory(config.spoolDir());
    }

    /** The upload; its time budget is its own. */
    Endpoint upload() {
        CallbackConfig callback = parts.config().callback();
        StandardDialect dialect = new StandardDialect(callback.tolerance(), callback.transactionsMax());
        ReceiveStatement receive =
                new ReceiveStatement(parts.vertx(), parts.pool(), spool, parts.audit(), parts.ids());
        return new PostStatement(
                new PostStatement.Parts(parts.vertx(), parts.threads(), spool, receive, parts.ids()),
                parts.banks(), dialect, new PostStatement.Limits(config.bytesMax(), config.uploadsMax()));
    }

    List<Endpoint> reads() {
        ReadStatements statements = new ReadStatements();
        return List.of(new GetStatement(statements, parts.pool()), new GetStatements(statements, parts.pool()));
    }

    /** Imports and sweeps until it is stopped. */
    Jobs start() {
        Vertx vertx = parts.vertx();
        MemoScanner scanner = new MemoScanner(parts.config().payment().memoCandidatesMax());
        ImportStatements imports = new ImportStatements(
                new ImportStatements.Parts(vertx, parts.pool(), spool,
                        new LineParts(scanner, parts.recordDelivery()), parts.ids(), parts.clock()),
                new ImportStatements.Limits(config.chunkLines(), config.lease()),
                new StatementMetrics(parts.registry()));
        SweepMissing sweep = new SweepMissing(parts.pool(), parts.ids(), parts.clock());
        return new Jobs(imports,
                PeriodicJob.start(vertx, "import-statements", config.importInterval(),
                        () -> parts.background().call(() -> importAll(imports))),
                PeriodicJob.start(vertx, "sweep-missing", config.sweepInterval(),
                        () -> parts.background().call(() -> sweepAll(sweep))));
    }

    private boolean importAll(ImportStatements imports) {
        boolean found = imports.importNext();
        while (found) {
            found = imports.importNext();
        }
        return found;
    }

    private boolean sweepAll(SweepMissing sweep) {
        boolean more = sweep.sweep();
        while (more) {
            more = sweep.sweep();
        }
        Future.await(parts.vertx().executeBlocking(() -> {
            spool.sweep(parts.clock().instant().minus(PART_AGE_MAX));
            return null;
        }));
        return more;
    }

    /** What runs. */
    record Jobs(ImportStatements imports, PeriodicJob importing, PeriodicJob sweeping) {
        /** Ends the import under way after its present transaction. */
        Future<Void> stop() {
            imports.stop();
            return Future.join(importing.stop(), sweeping.stop()).mapEmpty();
        }
    }
}
