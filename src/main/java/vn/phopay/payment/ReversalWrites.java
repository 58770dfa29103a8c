package vn.phopay.payment;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.db.Sql;
import vn.phopay.payment.FlushPlan.TraceReversal;
import vn.phopay.payment.FlushWrites.Decided;

/**
 * Writes which payments are taken back other than by a reversal that names them: by their trace, or over their twin. To
 * be sent after the payments; asks nothing where there is neither.
 */
final class ReversalWrites {
    private static final Sql INSERT_TRACE_REVERSALS = Sql.load("payment/insert_trace_reversals");
    private static final Sql GUARD_TWINS = Sql.load("payment/guard_twins_against_reversals");
    private static final Sql END_GUARD = Sql.load("payment/end_guard_of_twins");
    private static final Sql CARRY_TO_COUNTED = Sql.load("payment/carry_reversals_to_counted");

    private ReversalWrites() {}

    static List<Future<?>> run(SqlConnection transaction, FlushPlan plan) {
        List<Future<?>> written = new ArrayList<>(0);
        List<TraceReversal> reversals = plan.reversals();
        if (!reversals.isEmpty()) {
            written.add(INSERT_TRACE_REVERSALS.execute(transaction, toTuple(reversals)));
        }
        List<PaymentFact> twins = plan.payments().stream()
                .filter(payment -> payment.twinOf() != null)
                .map(Decided::fact)
                .filter(fact -> fact.notice().direction() == Direction.CREDIT)
                .toList();
        if (!twins.isEmpty()) {
            Tuple ids = Tuple.tuple().addArrayOfUUID(uuids(twins, fact -> fact.id().value()));
            written.add(GUARD_TWINS.execute(transaction, whatTakesBack(twins)));
            written.add(END_GUARD.execute(transaction, ids));
            written.add(CARRY_TO_COUNTED.execute(transaction, ids));
        }
        return written;
    }

    private static Tuple whatTakesBack(List<PaymentFact> twins) {
        return Tuple.tuple()
                .addArrayOfString(strings(twins, fact -> fact.key().bankCode()))
                .addArrayOfString(strings(twins, fact -> fact.key().bankReference()))
                .addArrayOfString(strings(twins, fact -> fact.notice().accountNumber()))
                .addArrayOfLong(twins.stream().map(fact -> fact.notice().amountVnd()).toArray(Long[]::new))
                .addArrayOfUUID(uuids(twins, fact -> fact.id().value()));
    }

    private static Tuple toTuple(List<TraceReversal> reversals) {
        return Tuple.tuple()
                .addArrayOfString(strings(reversals, r -> r.original().bankCode()))
                .addArrayOfString(strings(reversals, r -> r.original().bankReference()))
                .addArrayOfString(strings(reversals, r -> r.fact().notice().accountNumber()))
                .addArrayOfLong(reversals.stream().map(r -> r.fact().notice().amountVnd()).toArray(Long[]::new))
                .addArrayOfUUID(uuids(reversals, TraceReversal::reversalId));
    }

    private static <T> String[] strings(List<T> items, Function<T, String> member) {
        return items.stream().map(member).toArray(String[]::new);
    }

    private static <T> UUID[] uuids(List<T> items, Function<T, UUID> member) {
        return items.stream().map(member).toArray(UUID[]::new);
    }
}
