package vn.phopay.payment;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.db.Sql;
import vn.phopay.payment.Claim.Strength;
import vn.phopay.payment.PaymentFact.PaymentKey;
import vn.phopay.payment.PaymentFact.TraceKey;
import vn.phopay.payment.SameTransfer.Member;
import vn.phopay.payment.SameTransfer.Standing;

/** Holds the traces of a flush and reads what was told of them before. A flush without traces asks nothing. */
final class TraceReads {
    private static final Sql LOCK = Sql.load("payment/lock_payment_traces");
    private static final Sql READ = Sql.load("payment/read_traced_payments");

    private TraceReads() {}

    /** Reads behind the gate; no two of {@code facts} share a trace. */
    static Future<Map<TraceKey, SameTransfer>> run(SqlConnection transaction, List<PaymentFact> facts) {
        List<TraceKey> traces = facts.stream().map(PaymentFact::traceKey).flatMap(Optional::stream).toList();
        if (traces.isEmpty()) {
            return Future.succeededFuture(Map.of());
        }
        Tuple keys = Tuple.tuple()
                .addArrayOfString(traces.stream().map(TraceKey::bankBin).toArray(String[]::new))
                .addArrayOfString(traces.stream().map(TraceKey::accountNumber).toArray(String[]::new))
                .addArrayOfString(traces.stream().map(TraceKey::bankTrace).toArray(String[]::new))
                .addArrayOfLong(traces.stream().map(TraceKey::amountVnd).toArray(Long[]::new));
        Future<RowSet<Row>> locked = LOCK.execute(transaction, keys);
        Future<RowSet<Row>> told = READ.execute(transaction, keys);
        return Future.all(locked, told).map(done -> toTransfers(told.result()));
    }

    private static Map<TraceKey, SameTransfer> toTransfers(RowSet<Row> rows) {
        Map<TraceKey, List<Member>> traceToMembers = new HashMap<>();
        rows.forEach(row -> traceToMembers
                .computeIfAbsent(new TraceKey(row.getString("bank_bin"), row.getString("account_number"),
                        row.getString("bank_trace"), row.getLong("amount_vnd")), trace -> new ArrayList<>())
                .add(toMember(row)));
        Map<TraceKey, SameTransfer> traceToTransfer = new HashMap<>();
        traceToMembers.forEach((trace, members) -> traceToTransfer.put(trace, new SameTransfer(members)));
        return traceToTransfer;
    }

    private static Member toMember(Row row) {
        Attribution whose = new Attribution(row.getUUID("merchant_id"), row.getUUID("outlet_id"),
                row.getUUID("qr_id"), row.getUUID("payment_request_id"));
        Standing standing = new Standing(
                PaymentOutcome.valueOf(row.getString("outcome")),
                row.getInteger("sequence") > 0,
                row.getBoolean("reversed"),
                row.getBoolean("takes_back") || row.getBoolean("names_original"));
        return new Member(
                row.getUUID("payment_id"),
                new PaymentKey(row.getString("bank_code"), row.getString("bank_reference")),
                PaymentFact.Source.valueOf(row.getString("source")),
                Direction.valueOf(row.getString("direction")),
                row.getUUID("twin_of"),
                Claim.of(strength(row, whose), whose),
                standing);
    }

    /** The evidence stands in what was made of it. */
    private static Strength strength(Row row, Attribution whose) {
        int sequence = row.getInteger("sequence");
        if (sequence < 0) {
            return Strength.ofSequence(sequence);
        }
        if (whose.paymentRequestId() != null) {
            return Strength.REQUEST;
        }
        if (whose.qrId() != null) {
            return Strength.STATIC_CODE;
        }
        UUID merchant = whose.merchantId();
        if (merchant == null) {
            return Strength.NOTHING;
        }
        return row.getString("virtual_account") == null ? Strength.ACCOUNT : Strength.VIRTUAL_ACCOUNT;
    }
}
