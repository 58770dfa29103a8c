package vn.phopay.ops;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.db.Sql;
import vn.phopay.payment.PaymentFact;
import vn.phopay.payment.PaymentFact.PaymentKey;
import vn.phopay.payment.PaymentState;
import vn.phopay.payment.TransferFact;

/** Folds every transfer of which several facts came, and holds what the database counts of it against the fold. */
final class CheckTransfers {
    private static final Sql READ = Sql.load("ops/read_told_transfers");
    private static final String NAME = "transfers-equal-their-fold";
    private static final int SAMPLES_MAX = 10;

    private CheckTransfers() {}

    private record Transfer(long amountVnd, long live, List<TransferFact> facts) {
        boolean isRight() {
            return PaymentState.of(amountVnd, facts).live() == live;
        }
    }

    static Future<InvariantResult> run(SqlClient client) {
        return READ.execute(client).map(CheckTransfers::toResult);
    }

    private static InvariantResult toResult(RowSet<Row> rows) {
        Map<String, Transfer> nameToTransfer = new LinkedHashMap<>();
        for (Row row : rows) {
            nameToTransfer.computeIfAbsent(row.getString("transfer"), name -> new Transfer(
                    row.getLong("amount_vnd"), row.getLong("live"), new ArrayList<>())).facts().add(toFact(row));
        }
        List<String> wrong = nameToTransfer.entrySet().stream()
                .filter(entry -> !entry.getValue().isRight())
                .map(Map.Entry::getKey)
                .toList();
        return new InvariantResult(NAME, wrong.size(), wrong.stream().limit(SAMPLES_MAX).toList());
    }

    private static TransferFact toFact(Row row) {
        return new TransferFact.Told(
                new PaymentKey(row.getString("bank_code"), row.getString("bank_reference")),
                Direction.valueOf(row.getString("direction")),
                row.getString("reversal_of"),
                PaymentFact.Source.valueOf(row.getString("source")),
                TransferFact.Evidence.NONE);
    }
}
