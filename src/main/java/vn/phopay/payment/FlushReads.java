package vn.phopay.payment;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.db.Sql;
import vn.phopay.payment.PaymentFact.Meaning;
import vn.phopay.payment.PaymentFact.PaymentKey;
import vn.phopay.payment.PaymentFact.TraceKey;
import vn.phopay.payment.Surroundings.AccountKey;
import vn.phopay.payment.Surroundings.AccountOwner;
import vn.phopay.payment.Surroundings.OpenRequest;
import vn.phopay.payment.Surroundings.Owners;
import vn.phopay.payment.Surroundings.Requests;
import vn.phopay.payment.Surroundings.Target;

/**
 * The first half of a flush: claims the keys and reads all that matching needs. The statements are sent in one go and
 * run one after the other, each with a snapshot of its own, so what one has locked or claimed the next one sees.
 */
final class FlushReads {
    private static final Sql CLAIM_KEYS = Sql.load("payment/claim_payment_keys");
    private static final Sql CLAIM_REVERSALS = Sql.load("payment/claim_payment_reversals");
    private static final Sql READ_KEYS = Sql.load("payment/read_payment_keys");
    private static final Sql READ_EARLIER_REVERSALS = Sql.load("payment/read_earlier_reversals");
    private static final Sql READ_ORIGINALS = Sql.load("payment/read_reversed_originals");
    private static final Sql CLAIM_OVER_TWINS = Sql.load("payment/claim_reversals_over_twins");
    private static final Sql FIND_VIRTUAL_OWNERS = Sql.load("payment/find_virtual_owners");
    private static final Sql FIND_OWNERS = Sql.load("payment/find_account_owners");
    private static final Sql FIND_REFERENCES = Sql.load("payment/find_references");
    private static final Sql LOCK_REQUESTS = Sql.load("payment/lock_payment_requests");
    private static final Sql SUM_PAYMENTS = Sql.load("payment/sum_request_payments");

    private final StaticTargets statics = new StaticTargets();

    /** Who holds a key that was not won. */
    record KeyHolder(UUID paymentId, Meaning meaning, PaymentOutcome outcome, LocalDate businessDate) {}

    /** A reversal that came before the payment which it names, and what the bank calls the reversal. */
    record EarlierReversal(
            String accountNumber, long amountVnd, UUID paymentId, String bankReference, LocalDate businessDate) {
        boolean takesBack(PaymentFact fact) {
            return amountVnd == fact.notice().amountVnd() && accountNumber.equals(fact.notice().accountNumber());
        }
    }

    /** The payment that a reversal takes back, as recorded; without account where it has not come yet. */
    record Original(@Nullable String accountNumber, long amountVnd, boolean isCredit, Attribution attribution) {}

    /** All that was read; a fact whose key has no holder has won it. */
    record Result(
            Map<PaymentKey, KeyHolder> keyToHolder,
            Map<PaymentKey, List<EarlierReversal>> keyToReversals,
            Map<UUID, Original> reversalToOriginal,
            Map<TraceKey, SameTransfer> traceToTransfer,
            Surroundings around) {
        SameTransfer transferOf(PaymentFact fact) {
            return fact.traceKey().map(traceToTransfer::get).orElse(SameTransfer.NONE);
        }
    }

    /** Claims and reads for {@code facts}; no two of them share a key. One round trip, and one more for repeats. */
    Future<Result> run(SqlConnection transaction, List<PaymentFact> facts) {
        List<PaymentFact> reversals = facts.stream().filter(f -> f.notice().reversalOf() != null).toList();
        Future<RowSet<Row>> claimed = CLAIM_KEYS.execute(transaction, keysOf(facts)
                .addArrayOfBuffer(facts.stream().map(f -> Buffer.buffer(f.meaning().toBytes())).toArray(Buffer[]::new))
                .addArrayOfUUID(facts.stream().map(f -> f.id().value()).toArray(UUID[]::new)));
        Future<Void> reversalsClaimed = claimReversals(transaction, reversals);
        Future<RowSet<Row>> earlier = READ_EARLIER_REVERSALS.execute(transaction, keysOf(facts));
        Future<Map<UUID, Original>> originals = readOriginals(transaction, reversals);
        Future<Map<TraceKey, SameTransfer>> transfers = TraceReads.run(transaction, facts);
        Future<Surroundings> around = readSurroundings(transaction, facts, referencesOf(facts));
        return Future.all(List.of(claimed, reversalsClaimed, earlier, originals, transfers, around))
                .compose(done -> readHolders(transaction, facts, claimed.result()))
                .map(holders -> new Result(
                        holders, toReversals(earlier.result()), originals.result(), transfers.result(),
                        around.result()));
    }

    private static Tuple keysOf(List<PaymentFact> facts) {
        return Tuple.tuple()
                .addArrayOfString(strings(facts, f -> f.key().bankCode()))
                .addArrayOfString(strings(facts, f -> f.key().bankReference()));
    }

    private static Set<String> referencesOf(List<PaymentFact> facts) {
        Set<String> references = new LinkedHashSet<>();
        for (PaymentFact fact : facts) {
            if (fact.notice().direction() == Direction.CREDIT) {
                fact.candidates().forEach(code -> references.add(code.value()));
            }
        }
        return references;
    }

    /** Inside the snapshot of the claiming statement a holder that has just committed can be invisible. */
    private static Future<Map<PaymentKey, KeyHolder>> readHolders(
            SqlConnection transaction, List<PaymentFact> facts, RowSet<Row> claimed) {
        if (claimed.rowCount() == facts.size()) {
            return Future.succeededFuture(Map.of());
        }
        Set<UUID> won = new HashSet<>();
        claimed.forEach(row -> won.add(row.getUUID("payment_id")));
        List<PaymentFact> lost = facts.stream().filter(f -> !won.contains(f.id().value())).toList();
        return READ_KEYS.execute(transaction, keysOf(lost)).map(FlushReads::toHolders);
    }

    private static Future<Void> claimReversals(SqlConnection transaction, List<PaymentFact> reversals) {
        if (reversals.isEmpty()) {
            return Future.succeededFuture();
        }
        Tuple parameters = Tuple.tuple()
                .addArrayOfString(strings(reversals, f -> f.key().bankCode()))
                .addArrayOfString(strings(reversals, f -> f.key().bankReference()))
                .addArrayOfString(strings(reversals, f -> f.notice().reversalOf()))
                .addArrayOfString(strings(reversals, f -> f.notice().accountNumber()))
                .addArrayOfLong(reversals.stream().map(f -> f.notice().amountVnd()).toArray(Long[]::new))
                .addArrayOfUUID(reversals.stream().map(f -> f.id().value()).toArray(UUID[]::new));
        Tuple ids = Tuple.tuple().addArrayOfUUID(reversals.stream().map(f -> f.id().value()).toArray(UUID[]::new));
        Future<?> claimed = CLAIM_REVERSALS.execute(transaction, parameters);
        return Future.all(claimed, CLAIM_OVER_TWINS.execute(transaction, ids)).mapEmpty();
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

    private Future<Surroundings> readSurroundings(
            SqlConnection transaction, List<PaymentFact> facts, Set<String> references) {
        Future<Owners> owners = readOwners(transaction, facts);
        Map<String, Target> known = new HashMap<>();
        String[] unknown = references.stream().filter(reference -> !isKnown(reference, known)).toArray(String[]::new);
        if (unknown.length == 0) {
            return owners.map(whose -> new Surroundings(whose, known, new Requests(Map.of(), new HashMap<>())));
        }
        Tuple codes = Tuple.tuple().addArrayOfString(unknown);
        Future<RowSet<Row>> targets = FIND_REFERENCES.execute(transaction, codes);
        Future<RowSet<Row>> requests = LOCK_REQUESTS.execute(transaction, codes);
        Future<RowSet<Row>> sums = SUM_PAYMENTS.execute(transaction, codes);
        return Future.all(owners, targets, requests, sums).map(done -> {
            targets.result().forEach(row -> keep(row, known));
            return new Surroundings(owners.result(), known,
                    new Requests(toRequests(requests.result()), toSums(sums.result())));
        });
    }

    private static Future<Owners> readOwners(SqlConnection transaction, List<PaymentFact> facts) {
        List<AccountKey> accounts = facts.stream().map(PaymentFact::accountKey).distinct().toList();
        Future<RowSet<Row>> owners = FIND_OWNERS.execute(transaction, numbers(accounts));
        List<AccountKey> virtual =
                facts.stream().flatMap(f -> f.virtualAccountKey().stream()).distinct().toList();
        if (virtual.isEmpty()) {
            return owners.map(rows -> new Owners(toOwners(rows, false), Map.of()));
        }
        Future<RowSet<Row>> virtualOwners = FIND_VIRTUAL_OWNERS.execute(transaction, numbers(virtual));
        return Future.all(owners, virtualOwners)
                .map(done -> new Owners(toOwners(owners.result(), false), toOwners(virtualOwners.result(), true)));
    }

    private static Tuple numbers(List<AccountKey> accounts) {
        return Tuple.tuple()
                .addArrayOfString(strings(accounts, AccountKey::bankBin))
                .addArrayOfString(strings(accounts, AccountKey::accountNumber));
    }

    private boolean isKnown(String reference, Map<String, Target> known) {
        Target target = statics.find(reference);
        if (target == null) {
            return false;
        }
        known.put(reference, target);
        return true;
    }

    private void keep(Row row, Map<String, Target> known) {
        Target target = new Target(row.getUUID("merchant_id"), row.getUUID("outlet_id"), row.getUUID("qr_id"),
                row.getUUID("payment_request_id"));
        known.put(row.getString("reference"), target);
        statics.remember(row.getString("reference"), target);
    }

    private static Map<PaymentKey, KeyHolder> toHolders(RowSet<Row> rows) {
        Map<PaymentKey, KeyHolder> keyToHolder = new HashMap<>();
        rows.forEach(row -> keyToHolder.put(
                new PaymentKey(row.getString("bank_code"), row.getString("bank_reference")),
                new KeyHolder(row.getUUID("payment_id"),
                        Meaning.fromBytes(row.getBuffer("meaning_hash").getBytes()),
                        PaymentOutcome.valueOf(row.getString("outcome")),
                        row.getLocalDate("business_date"))));
        return keyToHolder;
    }

    private static Map<PaymentKey, List<EarlierReversal>> toReversals(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Map.of();
        }
        Map<PaymentKey, List<EarlierReversal>> keyToReversals = new HashMap<>();
        rows.forEach(row -> keyToReversals
                .computeIfAbsent(new PaymentKey(row.getString("bank_code"), row.getString("original_reference")),
                        key -> new ArrayList<>(1))
                .add(new EarlierReversal(row.getString("account_number"), row.getLong("amount_vnd"),
                        row.getUUID("reversal_payment_id"), row.getString("bank_reference"),
                        row.getLocalDate("business_date"))));
        return keyToReversals;
    }

    private static Map<AccountKey, AccountOwner> toOwners(RowSet<Row> rows, boolean virtual) {
        Map<AccountKey, AccountOwner> accountToOwner = new HashMap<>();
        rows.forEach(row -> accountToOwner.put(
                new AccountKey(row.getString("bank_bin"), row.getString("account_number")),
                new AccountOwner(row.getUUID("merchant_id"), row.getUUID("outlet_id"), virtual)));
        return accountToOwner;
    }

    private static Map<UUID, OpenRequest> toRequests(RowSet<Row> rows) {
        Map<UUID, OpenRequest> idToRequest = new HashMap<>();
        for (Row row : rows) {
            var cancelledAt = row.getOffsetDateTime("cancelled_at");
            idToRequest.put(row.getUUID("payment_request_id"), new OpenRequest(
                    row.getUUID("payment_request_id"),
                    new RequestSum(row.getLong("amount_vnd"), row.getLong("amount_tolerance_vnd")),
                    row.getOffsetDateTime("created_at").toInstant(),
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
