package vn.phopay.statement;

import static io.vertx.core.Future.await;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.nio.file.Path;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.StatementId;
import vn.phopay.statement.UploadStore.Known;

/** Takes a file that was received whole: from then on its import is ours to finish. The same bytes twice are one. */
public final class ReceiveStatement {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiveStatement.class);
    private static final String IMPORTED = "IMPORTED";

    private final UploadStore uploads = new UploadStore();
    private final Vertx vertx;
    private final Pool pool;
    private final SpoolDirectory spool;
    private final AuditLog audit;
    private final IdSource ids;

    /** Keeps files in {@code spool} and rows through {@code pool}. */
    public ReceiveStatement(Vertx vertx, Pool pool, SpoolDirectory spool, AuditLog audit, IdSource ids) {
        this.vertx = vertx;
        this.pool = pool;
        this.spool = spool;
        this.audit = audit;
        this.ids = ids;
    }

    /** Under which id the file is kept, and whether it is new. */
    public record Kept(StatementId id, boolean fresh) {}

    /**
     * Keeps the file at {@code received}; once this returns it is committed. Runs on a virtual thread. The file is
     * moved before the row is committed: a crash between the two leaves a file that nobody names, and the sender
     * without an answer.
     */
    public Kept receive(Path received, ReceivedFile file, AuditEntry.Actor actor) {
        UUID id = ids.next();
        Kept kept = Steps.in(pool, transaction -> {
            if (await(uploads.insert(transaction, file, id))) {
                move(received, id);
                await(audit.record(transaction, AuditEntry
                        .of(actor, "statement.upload", "STATEMENT", new StatementId(id).toString())
                        .with("bankCode", file.bankCode())
                        .with("sizeBytes", file.sizeBytes())));
                return new Kept(new StatementId(id), true);
            }
            Known known = await(uploads.readByDigest(transaction, file));
            if (IMPORTED.equals(known.status())) {
                await(vertx.executeBlocking(() -> {
                    spool.discard(received);
                    return null;
                }));
            } else {
                // The first copy may lie on a machine that is gone: the bytes are the same.
                move(received, known.id());
                await(uploads.revive(transaction, known.id()));
            }
            return new Kept(new StatementId(known.id()), false);
        });
        LOG.info("event=statement_received uploadId={} bankCode={} sizeBytes={} fresh={}",
                kept.id(), file.bankCode(), file.sizeBytes(), kept.fresh());
        return kept;
    }

    private void move(Path received, UUID id) {
        await(vertx.executeBlocking(() -> {
            spool.keep(received, id);
            return null;
        }));
    }
}
