package vn.phopay.payment;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.db.Sql;
import vn.phopay.payment.PaymentFact.Meaning;
import vn.phopay.payment.Surroundings.AccountKey;
import vn.phopay.payment.Surroundings.AccountOwner;
import vn.phopay.payment.Surroundings.OpenRequest;
import vn.phopay.payment.Surroundings.Target;

/**
 * The first half of a flush: claims the keys and reads all that matching needs. The statements are sent in one go and
 * run one after the other, each with a snapshot of its own, so what one has locked or claimed the next one sees.
 */
final class FlushReads {
    private static final Sql CLAIM_KEYS = Sql.load("payment/claim_payment_keys");
    private static final Sql CLAIM_REVERSALS = Sql.load("payment/claim_payment_reversals");
    private static final Sql READ_KEYS = Sql.load("payment/read_payment_keys");
    private static final Sql READ_ORIGINALS = Sql.load("payment/read_reversed_originals");
    private static final Sql FIND_OWNERS = Sql.load("payment/find_account_owners");
    private static final Sql FIND_REFERENCES = Sql.load("payment/find_references");
    private static final Sql LOCK_REQUESTS = Sql.load("payment/lock_payment_requests");
    private static final Sql SUM_PAYMENTS = Sql.load("payment/sum_request_payments");

    private FlushReads() {}

    /** Who holds a key, and the reversal of the same transfer that came before it, if any. */
    record KeyHolder(
            UUID paymentId,
            Meaning meaning,
            @Nullable PaymentOutcome outcome,
            @Nullable String reversalAccountNumber,
            @Nullable Long reversalAmountVnd) {
        boolean isReversalOf(PaymentFact fact) {
            return reversalAmountVnd != null
                    && reversalAmountVnd == fact.notice().amountVnd()
                    && fact.notice().accountNumber().equals(reversalAccountNumber);
        }
    }

    /** The payment that a reversal takes back, as recorded; without account where it has not come yet. */
    record Original(@Nullable String accountNumber, long amountVnd, boolean isCredit, Attribution attribution) {}

    /** All that was read; {@code keyHolders} stand in the order of the facts. */
    record Result(List<KeyHolder> keyHolders, Map<UUID, Original> reversalToOriginal, Surroundings around) {}

    /** Claims and reads for {@code facts}; no two of them share a key. */
    static Future<Result> run(SqlConnection transaction, List<PaymentFact> facts) {
        Tuple keys = Tuple.tuple()
                .addArrayOfString(strings(facts, f -> f.key().bankCode()))
                .addArrayOfString(strings(facts, f -> f.key().bankReference()));
        Tuple claims = Tuple.tuple()
                .addArrayOfString(strings(facts, f -> f.key().bankCode()))
                .addArrayOfString(strings(facts, f -> f.key().bankReference()))
                .addArrayOfBuffer(facts.stream().map(f -> Buffer.buffer(f.meaning().toBytes())).toArray(Buffer[]::new))
                .addArrayOfUUID(facts.stream().map(f -> f.id().value()).toArray(UUID[]::new));
        List<PaymentFact> reversals = facts.stream().filter(f -> f.notice().reversalOf() != null).toList();
        String[] references = facts.stream()
                .filter(f -> f.notice().direction() == Direction.CREDIT)
                .flatMap(f -> f.candidates().stream())
                .map(ReferenceCode::value)
                .distinct()
                .toArray(String[]::new);

        Future<RowSet<Row>> claimed = CLAIM_KEYS.execute(transaction, claims);
        Future<Void> reversalsClaimed = claimReversals(transaction, reversals);
        Future<RowSet<Row>> holders = READ_KEYS.execute(transaction, keys);
        Future<Map<UUID, Original>> originals = readOriginals(transaction, reversals);
        Future<Surroundings> around = readSurroundings(transaction, facts, references);
        return Future.all(claimed, reversalsClaimed, holders, originals, around)
                .map(done -> new Result(toHolders(holders.result(), facts.size()), originals.result(),
                        around.result()));
    }

    private static Future<Void> claimReversals(SqlConnection transaction, List<PaymentFact> reversals) {
        if (reversals.isEmpty()) {
            return Future.succeededFuture();
        }
        Tuple parameters = Tuple.tuple()
                .addArrayOfString(strings(reversals, f -> f.key().bankCode()))
                .addArrayOfString(strings(reversals, f -> f.key().bankReference()))
                .addArrayOfString(strings(reversals, f -> f.notice().reversalOf()))
                .addArrayOfUUID(reversals.stream().map(f -> f.id().value()).toArray(UUID[]::new));
        return CLAIM_REVERSALS.execute(transaction, parameters).mapEmpty();
    }

    private static Future<Map<UUID, Original>> readOriginals(SqlConnection transaction, List<PaymentFact> reversals) {
        if (reversals.isEmpty()) {
            return Future.succeededFuture(Map.of());
        }
        Tuple parameters = Tuple.tuple()
                .addArrayOfString(strings(reversals, f -> f.key().bankCode()))
                .addArrayOfString(strings(reversals, f -> f.notice().reversalOf()))
                .addArrayOfUUID(reversals.stream().map(f -> f.id().value()).toArray(UUID[]::new));
        return READ_ORIGINALS.execute(transaction, parameters).map(rows -> {
            Map<UUID, Original> reversalToOriginal = new HashMap<>();
            rows.forEach(row -> reversalToOriginal.put(row.getUUID("reversal_payment_id"), toOriginal(row)));
            return reversalToOriginal;
        });
    }

    private static Original toOriginal(Row row) {
        Long amountVnd = row.getLong("amount_vnd");
        return new Original(
                row.getString("account_number"),
                amountVnd == null ? 0 : amountVnd,
                Direction.CREDIT.name().equals(row.getString("direction")),
                new Attribution(row.getUUID("merchant_id"), row.getUUID("outlet_id"), row.getUUID("qr_id"),
                        row.getUUID("payment_request_id")));
    }

    private static Future<Surroundings> readSurroundings(
            SqlConnection transaction, List<PaymentFact> facts, String[] references) {
        List<AccountKey> accounts = facts.stream()
                .map(f -> new AccountKey(f.bankBin(), f.notice().accountNumber()))
                .distinct()
                .toList();
        Tuple accountKeys = Tuple.tuple()
                .addArrayOfString(strings(accounts, AccountKey::bankBin))
                .addArrayOfString(strings(accounts, AccountKey::accountNumber));
        Future<RowSet<Row>> owners = FIND_OWNERS.execute(transaction, accountKeys);
        if (references.length == 0) {
            return owners.map(rows -> new Surroundings(toOwners(rows), Map.of(), Map.of(), new HashMap<>()));
        }
        Tuple codes = Tuple.tuple().addArrayOfString(references);
        Future<RowSet<Row>> targets = FIND_REFERENCES.execute(transaction, codes);
        Future<RowSet<Row>> requests = LOCK_REQUESTS.execute(transaction, codes);
        Future<RowSet<Row>> sums = SUM_PAYMENTS.execute(transaction, codes);
        return Future.all(owners, targets, requests, sums)
                .map(done -> new Surroundings(toOwners(owners.result()), toTargets(targets.result()),
                        toRequests(requests.result()), toSums(sums.result())));
    }

    private static List<KeyHolder> toHolders(RowSet<Row> rows, int count) {
        KeyHolder[] holders = new KeyHolder[count];
        for (Row row : rows) {
            String outcome = row.getString("outcome");
            holders[row.getInteger("position") - 1] = new KeyHolder(
                    row.getUUID("payment_id"),
                    Meaning.fromBytes(row.getBuffer("meaning_hash").getBytes()),
                    outcome == null ? null : PaymentOutcome.valueOf(outcome),
                    row.getString("reversal_account_number"),
                    row.getLong("reversal_amount_vnd"));
        }
        return List.of(holders);
    }

    private static Map<AccountKey, AccountOwner> toOwners(RowSet<Row> rows) {
        Map<AccountKey, AccountOwner> accountToOwner = new HashMap<>();
        rows.forEach(row -> accountToOwner.put(
                new AccountKey(row.getString("bank_bin"), row.getString("account_number")),
                new AccountOwner(row.getUUID("merchant_id"), row.getUUID("outlet_id"))));
        return accountToOwner;
    }

    private static Map<String, Target> toTargets(RowSet<Row> rows) {
        Map<String, Target> referenceToTarget = new HashMap<>();
        rows.forEach(row -> referenceToTarget.put(
                row.getString("reference"),
                new Target(row.getUUID("merchant_id"), row.getUUID("outlet_id"), row.getUUID("qr_id"),
                        row.getUUID("payment_request_id"))));
        return referenceToTarget;
    }

    private static Map<UUID, OpenRequest> toRequests(RowSet<Row> rows) {
        Map<UUID, OpenRequest> idToRequest = new HashMap<>();
        for (Row row : rows) {
            var cancelledAt = row.getOffsetDateTime("cancelled_at");
            idToRequest.put(row.getUUID("payment_request_id"), new OpenRequest(
                    row.getLong("amount_vnd"),
                    row.getOffsetDateTime("expires_at").toInstant(),
                    cancelledAt == null ? null : cancelledAt.toInstant()));
        }
        return idToRequest;
    }

    private static Map<UUID, Long> toSums(RowSet<Row> rows) {
        Map<UUID, Long> requestToPaidVnd = new HashMap<>();
        rows.forEach(row -> requestToPaidVnd.put(row.getUUID("payment_request_id"), row.getLong("paid_vnd")));
        return requestToPaidVnd;
    }

    private static <T> String[] strings(List<T> items, Function<T, @Nullable String> member) {
        return items.stream().map(member).toArray(String[]::new);
    }
}
