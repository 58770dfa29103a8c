package vn.phopay.approval;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.phopay.identity.MerchantId;
import vn.phopay.merchant.Caller;
import vn.phopay.merchant.DecideMerchant;
import vn.phopay.merchant.MerchantAction;

/**
 * Approves several shops, each in a transaction of its own: what is wrong with one keeps no other back, and of each is
 * told what became of it. Dying half way leaves those approved that were told so, and the others waiting.
 */
public final class ApproveMany {
    /** Most shops at once: as many as a page of the queue shows. */
    public static final int SHOPS_MAX = 50;

    private final DecideMerchant decide;
    private final Pool pool;

    /** Approves by {@code decide}, each through a connection of {@code pool}. */
    public ApproveMany(DecideMerchant decide, Pool pool) {
        this.decide = decide;
        this.pool = pool;
    }

    /** What became of one shop. */
    public record Told(MerchantId shop, DecideMerchant.Outcome outcome) {}

    /** Approves {@code shops} in their order; runs on a virtual thread that holds no connection. */
    public List<Told> approve(List<MerchantId> shops, Optional<String> reason, Caller caller) {
        return shops.stream().distinct().limit(SHOPS_MAX)
                .map(shop -> new Told(shop, approve(
                        new DecideMerchant.Decision(shop, MerchantAction.APPROVE, reason), caller)))
                .toList();
    }

    private DecideMerchant.Outcome approve(DecideMerchant.Decision decision, Caller caller) {
        SqlConnection connection = Future.await(pool.getConnection());
        try {
            Transaction transaction = Future.await(connection.begin());
            return committed(transaction, () -> decide.decide(connection, decision, caller));
        } finally {
            connection.close();
        }
    }

    private static DecideMerchant.Outcome committed(
            Transaction transaction, Supplier<DecideMerchant.Outcome> work) {
        boolean committed = false;
        try {
            DecideMerchant.Outcome outcome = work.get();
            if (outcome instanceof DecideMerchant.Decided) {
                Future.await(transaction.commit());
                committed = true;
            }
            return outcome;
        } finally {
            if (!committed) {
                Future.await(transaction.rollback().otherwiseEmpty());
            }
        }
    }
}
