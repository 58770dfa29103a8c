package vn.phopay.statement;

import static io.vertx.core.Future.await;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.StatementId;
import vn.phopay.reconciliation.CaseStore;
import vn.phopay.reconciliation.CloseSolvedCases;
import vn.phopay.statement.ChunkReader.Chunk;
import vn.phopay.statement.UploadStore.Failure;
import vn.phopay.statement.UploadStore.Lease;

/**
 * Imports uploaded files, one at a time and each once whatever dies: the file is read through first, so that one that
 * cannot be read changes nothing; then its lines are held against traces, a chunk a transaction; then those left
 * against what is alike. An instance works under a lease, and the next one goes on where the last transaction ended.
 */
public final class ImportStatements {
    private static final Logger LOG = LoggerFactory.getLogger(ImportStatements.class);
    /** Lines read at one go while a file is only looked through. */
    private static final int LOOK_LINES = 20_000;
    private static final int CANDIDATES_MAX = 100;

    private final Vertx vertx;
    private final Pool pool;
    private final SpoolDirectory spool;
    private final Clock clock;
    private final Limits limits;
    private final UploadStore uploads = new UploadStore();
    private final ImportStep step;
    private final FinishUpload finish;
    private final UUID instance;
    private final StatementMetrics metrics;
    private volatile boolean stopping;

    /**
     * What bounds an import.
     *
     * @param chunkLines lines of one transaction
     * @param lease how long an upload stays ours without a sign of life
     */
    public record Limits(int chunkLines, Duration lease) {}

    /** What an import needs of the rest of the service. */
    public record Parts(Vertx vertx, Pool pool, SpoolDirectory spool, LineParts lines, IdSource ids, Clock clock) {}

    /** Imports by {@code parts} within {@code limits}. */
    public ImportStatements(Parts parts, Limits limits, StatementMetrics metrics) {
        this.vertx = parts.vertx();
        this.pool = parts.pool();
        this.spool = parts.spool();
        this.clock = parts.clock();
        this.limits = limits;
        this.metrics = metrics;
        this.instance = parts.ids().next();
        CaseStore cases = new CaseStore();
        CloseSolvedCases close = new CloseSolvedCases(parts.ids(), clock);
        this.step = new ImportStep(pool, uploads, new StatementStore(parts.ids()), new ImportStep.Parts(
                new FindPayments(parts.lines().scanner()), new RecoverLines(parts.lines().payments()),
                new LineCases(cases, close, parts.ids(), clock)));
        this.finish = new FinishUpload(cases, close, parts.ids(), clock);
    }

    /** Imports the oldest upload that waits and lies here; false where there is none. Runs on a virtual thread. */
    public boolean importNext() {
        Lease lease = new Lease(instance, limits.lease().toMillis());
        for (UUID id : await(uploads.listUndone(pool, CANDIDATES_MAX))) {
            if (!stopping && blocking(() -> spool.has(id))) {
                Optional<Upload> claimed = await(uploads.claim(pool, id, lease));
                if (claimed.isPresent()) {
                    run(claimed.get(), lease);
                    return true;
                }
            }
        }
        return false;
    }

    /** Ends the import under way after its present transaction; it goes on at the next start, or elsewhere. */
    public void stop() {
        stopping = true;
    }

    private void run(Upload upload, Lease lease) {
        StatementId id = new StatementId(upload.id());
        metrics.begin();
        try {
            boolean done = importAll(upload, lease);
            if (done) {
                LOG.info("event=statement_imported uploadId={}", id);
            } else {
                await(uploads.release(pool, upload.id(), lease, 0));
            }
        } catch (StatementUnreadableException e) {
            LOG.warn("event=statement_unreadable uploadId={} place=\"{}\" detail=\"{}\"", id, e.place(), e.detail());
            fail(upload, lease, e.place(), e.detail());
        } catch (ImportStep.LeaseLostException e) {
            LOG.info("event=statement_taken_over uploadId={}", id);
        } catch (RuntimeException e) {
            LOG.error("event=statement_import_failed uploadId={}", id, e);
            metrics.failed();
            retryLater(upload, lease);
        } finally {
            metrics.end();
        }
    }

    private boolean importAll(Upload upload, Lease lease) throws StatementUnreadableException {
        StatementFile file = new StatementFile(spool.path(upload.id()), upload.format(), upload.sha256());
        Set<Long> undivided = new HashSet<>();
        long total = lookThrough(upload, lease, file, undivided);
        await(uploads.noteTotal(pool, upload.id(), total));
        Upload second = upload;
        if (upload.pass() == 1) {
            second = matchByTrace(upload, lease, file, undivided);
        }
        while (!stopping && second.pass() == 2) {
            if (!step.takePending(second, lease, limits.chunkLines())) {
                end(second, lease);
                return true;
            }
        }
        return false;
    }

    /** Reads the whole file once; gives the number of its lines. */
    private long lookThrough(Upload upload, Lease lease, StatementFile file, Set<Long> undivided)
            throws StatementUnreadableException {
        ChunkReader reader = open(file, undivided);
        try {
            boolean last = false;
            while (!last && !stopping) {
                last = read(reader, LOOK_LINES).last();
                step.renew(upload, lease);
            }
            return reader.lines();
        } finally {
            close(reader);
        }
    }

    /** Pass 1, from where it stopped; the upload as it stands after it, still in pass 1 where this was stopped. */
    private Upload matchByTrace(Upload upload, Lease lease, StatementFile file, Set<Long> undivided)
            throws StatementUnreadableException {
        ChunkReader reader = open(file, undivided);
        try {
            skip(reader, upload, lease);
            Upload at = upload;
            while (!stopping && at.pass() == 1) {
                Chunk chunk = read(reader, limits.chunkLines());
                at = new Upload(upload.id(), upload.bankCode(), upload.bankBin(), upload.format(), upload.sha256(),
                        upload.receivedAt(), chunk.last() ? 2 : 1, reader.lines());
                step.takeChunk(at, lease, chunk);
                metrics.lines(chunk.items().size());
            }
            return at;
        } finally {
            close(reader);
        }
    }

    private void skip(ChunkReader reader, Upload upload, Lease lease) throws StatementUnreadableException {
        while (reader.lines() < upload.linesDone() && !stopping) {
            long until = Math.min(upload.linesDone(), reader.lines() + LOOK_LINES);
            readable(() -> {
                reader.skip(until);
                return true;
            });
            step.renew(upload, lease);
        }
    }

    private void end(Upload upload, Lease lease) {
        Steps.in(pool, transaction -> {
            if (!await(uploads.hold(transaction, upload.id(), lease))) {
                throw new ImportStep.LeaseLostException();
            }
            await(uploads.lockBank(transaction, upload.bankCode()));
            finish.finish(transaction, upload);
            return await(uploads.finish(transaction, upload.id(), clock.instant()));
        });
        blocking(() -> {
            spool.discard(spool.path(upload.id()));
            return true;
        });
    }

    private void fail(Upload upload, Lease lease, String place, String detail) {
        metrics.failed();
        await(uploads.fail(pool, upload.id(), lease, new Failure(place, detail, clock.instant())));
    }

    private void retryLater(Upload upload, Lease lease) {
        try {
            int failures = await(uploads.release(pool, upload.id(), lease, limits.lease().toMillis()));
            LOG.warn("event=statement_import_later uploadId={} failures={}", new StatementId(upload.id()), failures);
        } catch (RuntimeException e) {
            // The lease runs out by itself.
            LOG.warn("event=statement_not_released uploadId={} fault={}", new StatementId(upload.id()), e.toString());
        }
    }

    private ChunkReader open(StatementFile file, Set<Long> undivided) throws StatementUnreadableException {
        return readable(() -> new ChunkReader(file.open(undivided)));
    }

    private Chunk read(ChunkReader reader, int lines) throws StatementUnreadableException {
        return readable(() -> reader.next(lines));
    }

    private void close(ChunkReader reader) {
        blocking(() -> {
            reader.close();
            return true;
        });
    }

    /** Runs what reads the file on a worker; its refusal comes out as it was thrown. */
    private <T> T readable(Callable<T> work) throws StatementUnreadableException {
        Object result = await(vertx.executeBlocking(() -> {
            try {
                return new Read<>(work.call(), null);
            } catch (StatementUnreadableException e) {
                return new Read<T>(null, e);
            }
        }, false));
        @SuppressWarnings("unchecked")
        Read<T> read = (Read<T>) result;
        if (read.refusal() != null) {
            throw read.refusal();
        }
        if (read.value() == null) {
            throw new IllegalStateException("a reader gave nothing");
        }
        return read.value();
    }

    private record Read<T>(@Nullable T value, @Nullable StatementUnreadableException refusal) {}

    private <T> T blocking(Callable<T> work) {
        return await(vertx.executeBlocking(work, false));
    }
}
