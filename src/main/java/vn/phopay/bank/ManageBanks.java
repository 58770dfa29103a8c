package vn.phopay.bank;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.bank.BankStore.NewBank;
import vn.phopay.db.SqlOutcome;
import vn.phopay.identity.BankKeyId;
import vn.phopay.identity.IdSource;

/** Registers banks, gives them keys and takes keys back. Everything is written through the transaction it is given. */
public final class ManageBanks {
    private static final String SUBJECT_KIND = "BANK";

    private final BankStore store = new BankStore();
    private final AuditLog audit;
    private final IdSource ids;
    private final Clock clock;
    private final Dialects dialects;
    private final Predicate<byte[]> refusedKey;
    private final SecureRandom random = new SecureRandom();

    /**
     * What is done is kept in {@code audit}. {@code refusedKey} tells public keys (DER) and secrets that must never be
     * trusted, such as the published samples.
     */
    public ManageBanks(
            AuditLog audit, IdSource ids, Clock clock, Dialects dialects, Predicate<byte[]> refusedKey) {
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.dialects = dialects;
        this.refusedKey = refusedKey;
    }

    /** Whether the bank was registered; false where its code is taken ({@code bank_pk}). Waits on the database. */
    public boolean register(SqlConnection transaction, NewBank bank, AuditEntry.Actor actor) {
        try {
            Future.await(store.insertBank(transaction, bank, clock.instant(), staff(actor)));
        } catch (RuntimeException fault) {
            if (SqlOutcome.broke(fault, BankStore.BANK_CODE_TAKEN)) {
                return false;
            }
            throw fault;
        }
        keep(transaction, AuditEntry.of(actor, "bank.register", SUBJECT_KIND, bank.code())
                .with("bin", bank.bin())
                .with("dialect", bank.dialect()));
        return true;
    }

    /** What adding a key came to. */
    public sealed interface KeyAdded {
        /**
         * It is live.
         *
         * @param secret there where we drew it; never shown again
         * @param companion access key or user; empty where its dialect has none
         */
        record Added(BankKeyId key, Optional<String> secret, String companion) implements KeyAdded {}

        /** No such bank. */
        record NoSuchBank() implements KeyAdded {}

        /** Two keys are live already. */
        record Full() implements KeyAdded {}

        /** The bank's dialect has no such keys, or has one of another kind that must be revoked first. */
        record OtherAlgorithm(List<KeyAlgorithm> taken) implements KeyAdded {}

        /** The public key is missing, is not of that algorithm, is too short, or is a published sample. */
        record BadPublicKey() implements KeyAdded {}

        /** The secret, or what must stand beside it, is missing, too short, too long or a published sample. */
        record BadSecret() implements KeyAdded {}
    }

    /**
     * A key about to be added.
     *
     * @param secret what the sender gave; null where we draw one
     * @param companion the sender's access key, or the user whose password it is; null where there is none
     * @param publicKeyPem null where the algorithm takes a secret
     */
    public record NewKey(
            String bankCode,
            KeyAlgorithm algorithm,
            @Nullable String secret,
            @Nullable String companion,
            @Nullable String publicKeyPem) {
        /** A key whose secret we draw. */
        public static NewKey drawn(String bankCode, KeyAlgorithm algorithm) {
            return new NewKey(bankCode, algorithm, null, null, null);
        }
    }

    /** Adds a live key: a public key, a secret that the sender gave, or a new random one. Waits on the database. */
    public KeyAdded addKey(SqlConnection transaction, NewKey key, AuditEntry.Actor actor) {
        Optional<KeyPolicy> policy = Future.await(store.lock(transaction, key.bankCode))
                .flatMap(dialects::find)
                .map(Dialect::keyPolicy);
        if (policy.isEmpty()) {
            return new KeyAdded.NoSuchBank();
        }
        List<KeyAlgorithm> taken = taken(policy.get(), Future.await(store.readLiveAlgorithms(transaction,
                key.bankCode)));
        if (!taken.contains(key.algorithm)) {
            return new KeyAdded.OtherAlgorithm(taken);
        }
        return switch (new DrawKey(policy.get(), refusedKey, random).draw(new BankKeyId(ids.next()), key)) {
            case DrawKey.Drawn drawn -> insert(transaction, key, drawn, actor);
            case DrawKey.Bad bad -> bad.secret() ? new KeyAdded.BadSecret() : new KeyAdded.BadPublicKey();
        };
    }

    /** What the next key may be: of a sender that uses one way at a time, what its live key is. */
    private static List<KeyAlgorithm> taken(KeyPolicy policy, List<KeyAlgorithm> live) {
        return policy.mixed() || live.isEmpty() ? policy.algorithms() : live;
    }

    private KeyAdded insert(
            SqlConnection transaction, NewKey key, DrawKey.Drawn drawn, AuditEntry.Actor actor) {
        BankStore.KeyRow row = new BankStore.KeyRow(key.bankCode, drawn.material(), clock.instant(), staff(actor));
        if (!Future.await(store.insertKey(transaction, row))) {
            return new KeyAdded.Full();
        }
        BankKeyId id = drawn.material().id();
        keep(transaction, ofKey(actor, "bank.key.add", key.bankCode, id).with("algorithm", key.algorithm.text()));
        return new KeyAdded.Added(id, drawn.shownSecret(), drawn.material().companion());
    }

    /**
     * A key that is live now.
     *
     * @param companion access key or user; empty where its dialect has none
     */
    public record LiveKey(BankKeyId id, KeyAlgorithm algorithm, String companion, Instant createdAt) {}

    /** The bank's live keys without their secrets; empty where there is no such bank. */
    public Future<Optional<List<LiveKey>>> liveKeys(SqlClient client, String bankCode) {
        return store.listLiveKeys(client, bankCode);
    }

    /** Whether there was such a live key; it is refused from now on. Waits on the database. */
    public boolean revokeKey(SqlConnection transaction, String bankCode, BankKeyId key, AuditEntry.Actor actor) {
        boolean revoked = Future.await(store.revokeKey(transaction, bankCode, key, clock.instant()));
        if (revoked) {
            keep(transaction, ofKey(actor, "bank.key.revoke", bankCode, key));
        }
        return revoked;
    }

    private static AuditEntry ofKey(AuditEntry.Actor actor, String action, String bankCode, BankKeyId key) {
        return AuditEntry.of(actor, action, SUBJECT_KIND, bankCode).with("keyId", key.toString());
    }

    private void keep(SqlConnection transaction, AuditEntry entry) {
        Future.await(audit.record(transaction, entry));
    }

    private static UUID staff(AuditEntry.Actor actor) {
        return Objects.requireNonNull(actor.id(), "only staff manages banks");
    }
}
