package vn.phopay.printing;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.PrintBatchId;
import vn.phopay.identity.QrId;
import vn.phopay.issuing.RevokeQrCode;
import vn.phopay.merchant.Caller;

/**
 * Takes a whole print batch back, once: every code on its sheets is revoked in one transaction. A code is one and the
 * same on whatever paper it stands, so sheets of other batches that hold it are worth nothing either; the outcome names
 * those batches.
 */
public final class RecallBatch {
    private static final Logger LOG = LoggerFactory.getLogger(RecallBatch.class);

    private final PrintBatchStore batches;
    private final RevokeQrCode revoke;
    private final AuditLog audit;
    private final Clock clock;

    /** Revokes by {@code revoke}, keeps in {@code batches}, says so in {@code audit}. */
    public RecallBatch(PrintBatchStore batches, RevokeQrCode revoke, AuditLog audit, Clock clock) {
        this.batches = batches;
        this.revoke = revoke;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome permits Recalled, RecalledBefore, NotFound {}

    /**
     * It is taken back once the transaction commits.
     *
     * @param batch the batch
     * @param revoked the codes that this revoked; the others were taken back before, one by one or with another batch
     * @param alsoOn numbers of other batches whose sheets hold one of its codes
     */
    public record Recalled(PrintBatch batch, List<QrId> revoked, List<Integer> alsoOn) implements Outcome {}

    /** It was taken back before; nothing changed. */
    public record RecalledBefore(PrintBatch batch) implements Outcome {}

    /** The caller has no such batch. */
    public record NotFound() implements Outcome {}

    /** Writes through {@code transaction}; runs on a virtual thread. The caller is a merchant. */
    public Outcome recall(SqlConnection transaction, PrintBatchId id, String reason, Caller caller) {
        MerchantId merchant = new MerchantId(caller.principal().subjectId());
        return Future.await(batches.find(transaction, merchant, id))
                .map(batch -> recall(transaction, batch, reason, caller))
                .orElseGet(NotFound::new);
    }

    /** The same for staff, who must know that {@code batch} is of a shop of their districts, and for its owner. */
    public Outcome recall(SqlConnection transaction, PrintBatch batch, String reason, Caller caller) {
        PrintBatchId id = batch.id();
        AuditEntry.Actor actor = AuditEntry.Actor.of(caller.principal(), caller.requestId());
        PrintBatch.Recall recall = new PrintBatch.Recall(clock.instant(), reason);
        if (!Future.await(batches.insertRecall(transaction, id, recall, actor))) {
            return new RecalledBefore(batch);
        }
        List<QrId> revoked = revoke.revokeAll(transaction, batch.codes(), reason, caller);
        Future.await(audit.record(transaction, AuditEntry.of(actor, "print-batch.recall", "PRINT_BATCH", id.toString())
                .because(reason).with("codes", revoked.size())));
        LOG.info("print batch recalled batchId={} codes={} requestId={}", id, revoked.size(), caller.requestId());
        return new Recalled(batch, revoked, Future.await(batches.sharing(transaction, batch)));
    }
}
