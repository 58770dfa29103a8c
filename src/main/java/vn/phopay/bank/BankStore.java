package vn.phopay.bank;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.bank.ManageBanks.LiveKey;
import vn.phopay.db.Sql;
import vn.phopay.identity.BankKeyId;

/** Keeps banks and their keys. */
public final class BankStore {
    /** Broken where a bank code is taken. */
    static final String BANK_CODE_TAKEN = "bank_pk";

    private static final Sql READ_BANKS = Sql.load("bank/read_banks");
    private static final Sql INSERT_BANK = Sql.load("bank/insert_bank");
    private static final Sql INSERT_KEY = Sql.load("bank/insert_bank_key");
    private static final Sql LOCK_BANK = Sql.load("bank/lock_bank");
    private static final Sql READ_LIVE_ALGORITHMS = Sql.load("bank/read_live_algorithms");
    private static final Sql LIST_LIVE_KEYS = Sql.load("bank/list_live_keys");
    private static final Sql REVOKE_KEY = Sql.load("bank/revoke_bank_key");

    /** All banks with their live keys, by code. */
    Future<Map<String, Bank>> readAll(SqlClient client) {
        return READ_BANKS.execute(client).map(rows -> {
            Map<String, List<Row>> codeToRows = new LinkedHashMap<>();
            rows.forEach(row ->
                    codeToRows.computeIfAbsent(row.getString("bank_code"), code -> new ArrayList<>()).add(row));
            Map<String, Bank> codeToBank = new LinkedHashMap<>();
            codeToRows.forEach((code, ofBank) -> codeToBank.put(code, toBank(code, ofBank)));
            return Map.copyOf(codeToBank);
        });
    }

    Future<Void> insertBank(SqlClient transaction, NewBank bank, Instant now, UUID staff) {
        return INSERT_BANK.execute(transaction, Tuple.of(bank.code(), bank.bin(), bank.name(), utc(now), staff,
                bank.dialect()))
                .mapEmpty();
    }

    /** The bank's dialect, where there is such a bank; it stays locked until the transaction ends. */
    Future<Optional<String>> lock(SqlClient transaction, String bankCode) {
        return LOCK_BANK.execute(transaction, Tuple.of(bankCode)).map(rows -> rows.size() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next().getString("dialect")));
    }

    /** The algorithms of the bank's live keys, in the order of their slots. */
    Future<List<KeyAlgorithm>> readLiveAlgorithms(SqlClient transaction, String bankCode) {
        return READ_LIVE_ALGORITHMS.execute(transaction, Tuple.of(bankCode)).map(rows -> {
            List<KeyAlgorithm> live = new ArrayList<>(2);
            rows.forEach(row -> live.add(algorithm(row.getString("algorithm"))));
            return live;
        });
    }

    /** The bank's live keys in the order of their slots; empty where there is no such bank. */
    Future<Optional<List<LiveKey>>> listLiveKeys(SqlClient client, String bankCode) {
        return LIST_LIVE_KEYS.execute(client, Tuple.of(bankCode)).map(rows -> {
            List<LiveKey> keys = new ArrayList<>(2);
            rows.forEach(row -> {
                if (row.getUUID("bank_key_id") != null) {
                    keys.add(toLiveKey(row));
                }
            });
            return rows.size() == 0 ? Optional.empty() : Optional.of(keys);
        });
    }

    private static LiveKey toLiveKey(Row row) {
        return new LiveKey(new BankKeyId(row.getUUID("bank_key_id")), algorithm(row.getString("algorithm")),
                companion(row), row.getOffsetDateTime("created_at").toInstant());
    }

    private static String companion(Row row) {
        String companion = row.getString("companion");
        return companion == null ? "" : companion;
    }

    /** Whether there was a free slot. */
    Future<Boolean> insertKey(SqlClient transaction, KeyRow row) {
        KeyMaterial material = row.material;
        Tuple parameters = Tuple.of(material.id().value(), row.bankCode, material.algorithm().text())
                .addBuffer(material.secret() == null ? null : Buffer.buffer(material.secret()))
                .addBuffer(material.publicKeyDer() == null ? null : Buffer.buffer(material.publicKeyDer()))
                .addOffsetDateTime(utc(row.createdAt))
                .addUUID(row.createdBy)
                .addString(material.companion().isEmpty() ? null : material.companion());
        return INSERT_KEY.execute(transaction, parameters).map(rows -> rows.rowCount() == 1);
    }

    /** Whether there was such a live key. */
    Future<Boolean> revokeKey(SqlClient transaction, String bankCode, BankKeyId key, Instant now) {
        return REVOKE_KEY.execute(transaction, Tuple.of(bankCode, key.value(), utc(now)))
                .map(rows -> rows.rowCount() == 1);
    }

    /** A bank about to be registered. */
    public record NewBank(String code, String bin, String name, String dialect) {
        /** A bank that speaks our own dialect. */
        public NewBank(String code, String bin, String name) {
            this(code, bin, name, Dialects.STANDARD);
        }
    }

    /** A key of a bank, and which member of staff added it when. */
    record KeyRow(String bankCode, KeyMaterial material, Instant createdAt, UUID createdBy) {}

    /**
     * A key about to be kept: a secret with what stands beside it, or a public key as SubjectPublicKeyInfo (RFC 5280).
     */
    @SuppressWarnings("ArrayRecordComponent")
    record KeyMaterial(
            BankKeyId id, KeyAlgorithm algorithm, byte @Nullable [] secret, String companion,
            byte @Nullable [] publicKeyDer) {}

    private static Bank toBank(String code, List<Row> rows) {
        Row first = rows.getFirst();
        List<BankKey> keys = rows.stream().filter(row -> row.getUUID("bank_key_id") != null).map(BankStore::toKey)
                .toList();
        return new Bank(code, first.getString("bin"), first.getString("dialect"),
                !"ACTIVE".equals(first.getString("status")), keys);
    }

    private static BankKey toKey(Row row) {
        BankKeyId id = new BankKeyId(row.getUUID("bank_key_id"));
        KeyAlgorithm algorithm = algorithm(row.getString("algorithm"));
        if (algorithm.isShared()) {
            return BankKeys.shared(id, algorithm, row.getBuffer("secret").getBytes(), companion(row));
        }
        return PublicKeys.toKey(id, algorithm, row.getBuffer("public_key_der").getBytes());
    }

    private static KeyAlgorithm algorithm(String text) {
        return KeyAlgorithm.parse(text)
                .orElseThrow(() -> new IllegalStateException("bank_key_algorithm_known lets no other in"));
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
