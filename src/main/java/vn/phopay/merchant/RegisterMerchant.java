package vn.phopay.merchant;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Optional;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.CredentialStore;
import vn.phopay.access.PasswordHasher;
import vn.phopay.identity.AccountId;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;

/**
 * Registers a merchant with its login, main account and outlets: all of it or, where anything is taken, nothing. It
 * starts PENDING and may log in at once to see how it stands.
 */
public final class RegisterMerchant {
    private final MerchantRegistry registry;
    private final CredentialStore credentials;

    /** Registers in {@code registry}; merchants log in by {@code credentials}. */
    public RegisterMerchant(MerchantRegistry registry, CredentialStore credentials) {
        this.registry = registry;
        this.credentials = credentials;
    }

    /** What came of it; after anything but {@link Registered} the transaction must be rolled back. */
    public sealed interface Outcome permits Registered, TaxCodeTaken, PhoneTaken, AccountTaken {}

    /** The merchant is registered. */
    public record Registered(MerchantFile file) implements Outcome {}

    /** A merchant with this tax code exists. */
    public record TaxCodeTaken() implements Outcome {}

    /** Somebody logs in by this phone number. */
    public record PhoneTaken() implements Outcome {}

    /** A merchant has this account. */
    public record AccountTaken() implements Outcome {}

    /**
     * Writes through {@code transaction}; runs on a virtual thread. The password was hashed to {@code hash} before the
     * transaction began: hashing is slow. {@code actor} is nobody in particular, or the member of staff who registers
     * on the owner's behalf and may then not approve it.
     */
    public Outcome register(
            SqlConnection transaction, Registration registration, PasswordHasher.Hashed hash, AuditEntry.Actor actor) {
        MerchantStore.Addition added = new MerchantStore.Addition(
                new MerchantId(registry.ids().next()), registry.clock().instant(), actor.id());
        return write(transaction, added, registration, hash.phc())
                .orElseGet(() -> finish(transaction, added.id(), actor));
    }

    /** Gives what refused it; empty where all was written. */
    private Optional<Outcome> write(
            SqlConnection transaction, MerchantStore.Addition added, Registration registration, String phc) {
        MerchantId id = added.id();
        Instant now = added.at();
        Profile profile = registration.profile();
        MerchantStore.Writing writing = Future.await(registry.merchants().insert(transaction, added, profile));
        if (writing != MerchantStore.Writing.WRITTEN) {
            boolean byTaxCode = writing == MerchantStore.Writing.TAX_CODE_TAKEN;
            return Optional.of(byTaxCode ? new TaxCodeTaken() : new PhoneTaken());
        }
        CredentialStore.Insertion login =
                Future.await(credentials.insertForMerchant(transaction, profile.phone(), id, phc));
        if (login == CredentialStore.Insertion.LOGIN_TAKEN) {
            return Optional.of(new PhoneTaken());
        }
        AccountStore.NewAccount account = new AccountStore.NewAccount(
                new AccountId(registry.ids().next()), registration.account(), ReceivingAccount.MAIN_RANK);
        if (!Future.await(registry.accounts().add(transaction, id, account, now))) {
            return Optional.of(new AccountTaken());
        }
        for (NewOutlet outlet : registration.outlets()) {
            OutletId outletId = new OutletId(registry.ids().next());
            OutletStore.Addition addition = new OutletStore.Addition(id, outletId, outlet);
            Future.await(registry.outlets().add(transaction, addition, now));
        }
        return Optional.empty();
    }

    private Outcome finish(SqlConnection transaction, MerchantId id, AuditEntry.Actor actor) {
        Transition first = new Transition(
                Optional.empty(), MerchantStatus.PENDING, registry.clock().instant(), actor, Optional.empty());
        Future.await(registry.merchants().keep(transaction, id, first));
        Future.await(registry.audit().record(
                transaction, AuditEntry.of(actor, "merchant.register", "MERCHANT", id.toString())));
        return new Registered(Future.await(registry.read(transaction, id)).orElseThrow());
    }
}
