package vn.phopay.merchant;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.CredentialStore;
import vn.phopay.identity.AccountId;
import vn.phopay.identity.MerchantId;

/**
 * Changes what a merchant said about itself. The edit names the version it was made on; a later one refuses it.
 *
 * <p>A changed main account waits for staff, and the old one is given up at once: no code is issued in between. Once
 * approved, the legal name and tax code are what staff checked: the owner cannot change them any more, staff can. An
 * owner's correction of a rejected registration sends it in again.
 */
public final class EditMerchant {
    private final MerchantRegistry registry;
    private final CredentialStore credentials;

    /** Edits in {@code registry}; a changed phone number is the new login in {@code credentials}. */
    public EditMerchant(MerchantRegistry registry, CredentialStore credentials) {
        this.registry = registry;
        this.credentials = credentials;
    }

    /**
     * An edit.
     *
     * @param merchant of whom
     * @param version the version it was made on; empty for whichever is there
     * @param patch what changes
     */
    public record Edit(MerchantId merchant, Optional<Long> version, MerchantPatch patch) {}

    /** What came of it; after anything but {@link Edited} the transaction must be rolled back. */
    public sealed interface Outcome permits Edited, Stale, NotFound, Fixed, Incomplete, Taken {}

    /** The merchant as it is now, changed or not. */
    public record Edited(MerchantFile file) implements Outcome {}

    /** It was changed since: {@code version} is there now. */
    public record Stale(long version) implements Outcome {}

    /** There is no such merchant, or none the caller may see. */
    public record NotFound() implements Outcome {}

    /** The owner may not change {@code field} once the merchant is approved. */
    public record Fixed(String field) implements Outcome {}

    /** The main account was turned down, so that a new one must be given whole. */
    public record Incomplete() implements Outcome {}

    /** Another merchant has it. */
    public enum Taken implements Outcome {
        /** The tax code. */
        TAX_CODE,
        /** The phone number. */
        PHONE,
        /** The account. */
        ACCOUNT
    }

    /** Writes through {@code transaction}; runs on a virtual thread. */
    public Outcome edit(SqlConnection transaction, Edit edit, Caller caller) {
        Optional<MerchantFile> found = Future.await(registry.lock(transaction, edit.merchant()))
                .filter(file -> file.isVisibleTo(caller.principal()));
        if (found.isEmpty()) {
            return new NotFound();
        }
        Merchant merchant = found.get().merchant();
        if (edit.version().filter(version -> version != merchant.version()).isPresent()) {
            return new Stale(merchant.version());
        }
        Optional<String> fixed = fixedField(merchant, edit.patch(), caller);
        if (fixed.isPresent()) {
            return new Fixed(fixed.get());
        }
        return write(transaction, found.get(), edit.patch(), caller);
    }

    private static Optional<String> fixedField(Merchant merchant, MerchantPatch patch, Caller caller) {
        boolean checked = merchant.status() == MerchantStatus.APPROVED || merchant.status() == MerchantStatus.SUSPENDED;
        if (!checked || caller.principal().role().isStaff()) {
            return Optional.empty();
        }
        Profile old = merchant.profile();
        Profile edited = patch.applyTo(old);
        if (!edited.legalName().equals(old.legalName())) {
            return Optional.of("legalName");
        }
        return edited.taxCode().equals(old.taxCode()) ? Optional.empty() : Optional.of("taxCode");
    }

    private Outcome write(SqlConnection transaction, MerchantFile file, MerchantPatch patch, Caller caller) {
        List<String> changes = new ArrayList<>();
        Optional<Outcome> refused = writeProfile(transaction, file, patch, changes)
                .or(() -> writeAccount(transaction, file, patch.account(), changes));
        if (refused.isPresent()) {
            return refused.get();
        }
        if (changes.isEmpty()) {
            return new Edited(file);
        }
        MerchantId id = file.merchant().id();
        keep(transaction, file.merchant(), caller);
        Future.await(registry.audit().record(transaction,
                AuditEntry.of(caller.actor(), "merchant.edit", "MERCHANT", id.toString())
                        .with("changed", new JsonArray(changes))
                        .with("amountToleranceVnd", patch.applyTo(file.merchant().profile()).amountToleranceVnd())));
        return new Edited(Future.await(registry.read(transaction, id)).orElseThrow());
    }

    private Optional<Outcome> writeProfile(
            SqlConnection transaction, MerchantFile file, MerchantPatch patch, List<String> changes) {
        MerchantId id = file.merchant().id();
        Profile old = file.merchant().profile();
        Profile edited = patch.applyTo(old);
        if (edited.equals(old)) {
            return Optional.empty();
        }
        changes.addAll(changedFields(old, edited));
        MerchantStore.Writing writing = Future.await(registry.merchants().update(transaction, id, edited));
        if (writing != MerchantStore.Writing.WRITTEN) {
            return Optional.of(writing == MerchantStore.Writing.TAX_CODE_TAKEN ? Taken.TAX_CODE : Taken.PHONE);
        }
        boolean sameLogin = edited.phone().equals(old.phone());
        boolean loginMoved = sameLogin || Future.await(credentials.moveMerchant(transaction, edited.phone(), id));
        return loginMoved ? Optional.empty() : Optional.of(Taken.PHONE);
    }

    private static List<String> changedFields(Profile old, Profile edited) {
        List<String> fields = new ArrayList<>();
        addIf(fields, !edited.legalName().equals(old.legalName()), "legalName");
        addIf(fields, !edited.displayName().equals(old.displayName()), "displayName");
        addIf(fields, !edited.taxCode().equals(old.taxCode()), "taxCode");
        addIf(fields, !edited.phone().equals(old.phone()), "phone");
        addIf(fields, !edited.category().equals(old.category()), "categoryCode");
        addIf(fields, edited.language() != old.language(), "locale");
        addIf(fields, edited.amountToleranceVnd() != old.amountToleranceVnd(), "amountToleranceVnd");
        return fields;
    }

    private static void addIf(List<String> fields, boolean changed, String field) {
        if (changed) {
            fields.add(field);
        }
    }

    private Optional<Outcome> writeAccount(
            SqlConnection transaction, MerchantFile file, MerchantPatch.AccountPatch patch, List<String> changes) {
        Optional<ReceivingAccount> main = file.mainAccount();
        Optional<BankAccount> old = main.map(ReceivingAccount::account);
        if (patch.isEmpty()) {
            return Optional.empty();
        }
        Optional<BankAccount> edited = patch.applyTo(old);
        if (edited.isEmpty()) {
            return Optional.of(new Incomplete());
        }
        if (edited.equals(old)) {
            return Optional.empty();
        }
        changes.add("account");
        if (main.isPresent() && edited.get().isSameAccount(main.get().account())) {
            Future.await(registry.accounts().rename(transaction, main.get().id(), edited.get().name()));
            return Optional.empty();
        }
        return replace(transaction, file, edited.get()) ? Optional.empty() : Optional.of(Taken.ACCOUNT);
    }

    private boolean replace(SqlConnection transaction, MerchantFile file, BankAccount account) {
        Instant now = registry.clock().instant();
        // The latest wish holds: a change that still waits for staff is not to overtake this one later.
        Future.await(registry.accounts().withdrawChange(transaction, file.merchant().id()));
        file.mainAccount().ifPresent(old -> Future.await(registry.accounts().close(transaction, old.id(), now)));
        AccountStore.NewAccount added = new AccountStore.NewAccount(
                new AccountId(registry.ids().next()), account, ReceivingAccount.MAIN_RANK);
        return Future.await(registry.accounts().add(transaction, file.merchant().id(), added, now));
    }

    private void keep(SqlConnection transaction, Merchant merchant, Caller caller) {
        Instant now = registry.clock().instant();
        Optional<MerchantStatus> resubmitted = caller.principal().owns(merchant.id())
                ? MerchantTransitions.next(merchant.status(), MerchantAction.RESUBMIT)
                : Optional.empty();
        if (resubmitted.isPresent()) {
            Transition step = new Transition(
                    Optional.of(merchant.status()), resubmitted.get(), now, caller.actor(), Optional.empty());
            Future.await(registry.merchants().move(transaction, merchant.id(), step));
        } else {
            Future.await(registry.merchants().touch(transaction, merchant.id(), now));
        }
    }
}
