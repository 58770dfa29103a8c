package vn.phopay.reconciliation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.phopay.access.AuditEntry;
import vn.phopay.db.Sql;
import vn.phopay.identity.CaseId;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.PaymentId;

/**
 * Money came to an account that nobody had registered, and later somebody did and the city approved it: the payment
 * becomes that merchant's, as if the account had been known, and the case closes itself. Only where the merchant has
 * one outlet; with several, a person chooses. A case on which staff proposed something is left to staff. Runs on a
 * virtual thread.
 */
public final class AttributeLateAccounts {
    /** Cases of one transaction. */
    static final int CASES_MAX = 100;

    private static final Sql FIND = Sql.load("reconciliation/find_late_accounts");
    private static final UUID FIRST = new UUID(0, 0);

    private final Pool pool;
    private final CaseEffects effects;
    private final CloseSolvedCases close;
    private final Clock clock;

    /** Looks in {@code pool}; what is found becomes a fact by {@code effects}. */
    public AttributeLateAccounts(Pool pool, CaseEffects effects, IdSource ids, Clock clock) {
        this.pool = pool;
        this.effects = effects;
        this.close = new CloseSolvedCases(ids, clock);
        this.clock = clock;
    }

    /** Attributes whatever can be now; gives how many cases closed. Many instances may run it at once. */
    public int run() {
        int closed = 0;
        UUID after = FIRST;
        while (after != null) {
            UUID from = after;
            Page page = inTransaction(transaction -> page(transaction, from));
            closed += page.closed();
            after = page.last();
        }
        return closed;
    }

    private record Page(@Nullable UUID last, int closed) {}

    private Page page(SqlConnection transaction, UUID after) {
        RowSet<Row> rows = Future.await(FIND.execute(transaction, Tuple.of(after, CASES_MAX)));
        List<Solved> solved = new ArrayList<>();
        UUID last = null;
        for (Row row : rows) {
            last = row.getUUID("case_id");
            if (effects.apply(transaction, toSettlement(row)) instanceof CaseEffects.Applied) {
                solved.add(toSolved(row));
            }
        }
        int closed = Future.await(close.close(transaction, solved)).size();
        return new Page(rows.size() < CASES_MAX ? null : last, closed);
    }

    private Page inTransaction(Function<SqlConnection, Page> work) {
        SqlConnection connection = Future.await(pool.getConnection());
        try {
            Transaction transaction = Future.await(connection.begin());
            return committed(transaction, () -> work.apply(connection));
        } finally {
            connection.close();
        }
    }

    private static Page committed(Transaction transaction, Supplier<Page> work) {
        boolean committed = false;
        try {
            Page page = work.get();
            Future.await(transaction.commit());
            committed = true;
            return page;
        } finally {
            if (!committed) {
                Future.await(transaction.rollback().otherwiseEmpty());
            }
        }
    }

    private CaseEffects.Settlement toSettlement(Row row) {
        Decision decision = new Decision(CaseAction.ASSIGN, new OutletId(row.getUUID("outlet_id")), null,
                Solved.Because.ACCOUNT_REGISTERED.text());
        return new CaseEffects.Settlement(new CaseId(row.getUUID("case_id")), new PaymentId(row.getUUID("payment_id")),
                row.getLong("amount_vnd"), decision, AuditEntry.Actor.system(), clock.instant());
    }

    private static Solved toSolved(Row row) {
        return new Solved(CaseKind.UNMATCHED, row.getString("fingerprint"), Solved.Because.ACCOUNT_REGISTERED,
                new JsonObject()
                        .put("merchantId", new MerchantId(row.getUUID("merchant_id")).toString())
                        .put("outletId", new OutletId(row.getUUID("outlet_id")).toString()));
    }
}
