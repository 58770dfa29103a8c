package vn.phopay.bank;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.bank.BankStore.KeyMaterial;
import vn.phopay.bank.BankStore.NewBank;
import vn.phopay.db.SqlOutcome;
import vn.phopay.identity.BankKeyId;
import vn.phopay.identity.IdSource;

/** Registers banks, gives them keys and takes keys back. Everything is written through the transaction it is given. */
public final class ManageBanks {
    private static final String SECRET_PREFIX = "whsec_";
    private static final int SECRET_BYTES = 32;

    private static final String SUBJECT_KIND = "BANK";

    private final BankStore store = new BankStore();
    private final AuditLog audit;
    private final IdSource ids;
    private final Clock clock;
    private final Predicate<byte[]> refusedKey;
    private final SecureRandom random = new SecureRandom();

    /**
     * What is done is kept in {@code audit}. {@code refusedKey} tells public keys (DER) that must never be trusted,
     * such as the published samples.
     */
    public ManageBanks(AuditLog audit, IdSource ids, Clock clock, Predicate<byte[]> refusedKey) {
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
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
        keep(transaction, AuditEntry.of(actor, "bank.register", SUBJECT_KIND, bank.code()).with("bin", bank.bin()));
        return true;
    }

    /** What adding a key came to. */
    public sealed interface KeyAdded {
        /** It is live. {@code secret} is there for HMAC only and is never shown again. */
        record Added(BankKeyId key, Optional<String> secret) implements KeyAdded {}

        /** No such bank. */
        record NoSuchBank() implements KeyAdded {}

        /** Two keys are live already. */
        record Full() implements KeyAdded {}

        /** The public key is missing, is not of that algorithm, is too short, or is a published sample. */
        record BadPublicKey() implements KeyAdded {}
    }

    /**
     * A key about to be added.
     *
     * @param publicKeyPem null where the algorithm takes a secret, which we draw
     */
    public record NewKey(String bankCode, KeyAlgorithm algorithm, @Nullable String publicKeyPem) {}

    /** Adds a live key: of a public key in PEM, or with a new random secret. Waits on the database. */
    public KeyAdded addKey(SqlConnection transaction, NewKey key, AuditEntry.Actor actor) {
        Optional<KeyMaterial> material = material(key.algorithm, key.publicKeyPem);
        if (material.isEmpty()) {
            return new KeyAdded.BadPublicKey();
        }
        if (!Future.await(store.lock(transaction, key.bankCode))) {
            return new KeyAdded.NoSuchBank();
        }
        BankStore.KeyRow row = new BankStore.KeyRow(key.bankCode, material.get(), clock.instant(), staff(actor));
        if (!Future.await(store.insertKey(transaction, row))) {
            return new KeyAdded.Full();
        }
        BankKeyId id = material.get().id();
        keep(transaction, ofKey(actor, "bank.key.add", key.bankCode, id).with("algorithm", key.algorithm.text()));
        return new KeyAdded.Added(id, Optional.ofNullable(material.get().secret())
                .map(secret -> SECRET_PREFIX + Base64.getEncoder().encodeToString(secret)));
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

    private Optional<KeyMaterial> material(KeyAlgorithm algorithm, @Nullable String publicKeyPem) {
        BankKeyId id = new BankKeyId(ids.next());
        if (algorithm == KeyAlgorithm.HMAC_SHA256) {
            byte[] secret = new byte[SECRET_BYTES];
            random.nextBytes(secret);
            return publicKeyPem == null ? Optional.of(new KeyMaterial(id, algorithm, secret, null)) : Optional.empty();
        }
        return Optional.ofNullable(publicKeyPem)
                .flatMap(pem -> PublicKeys.fromPem(algorithm, pem))
                .filter(refusedKey.negate())
                .map(der -> new KeyMaterial(id, algorithm, null, der));
    }
}
