package vn.phopay.merchant;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.Authority;
import vn.phopay.identity.MerchantId;

/**
 * Staff decide about a merchant: approve, reject, suspend, reinstate. Of two decisions at once the second one waits at
 * the merchant's row and then meets the state that the first one left.
 *
 * <p>Approving a merchant approves the accounts that wait with it. Where an approved merchant has changed or added an
 * account, approve and reject decide about the waiting accounts alone, and the merchant stays approved. An account that
 * comes in the place of another ({@link ChangeAccount}) takes over when it is approved, and leaves the other in force
 * when it is turned down.
 */
public final class DecideMerchant {
    private static final Logger LOG = LoggerFactory.getLogger(DecideMerchant.class);

    private final MerchantRegistry registry;

    /** Decides in {@code registry}. */
    public DecideMerchant(MerchantRegistry registry) {
        this.registry = registry;
    }

    /**
     * A decision.
     *
     * @param merchant about whom
     * @param action what
     * @param reason why
     */
    public record Decision(MerchantId merchant, MerchantAction action, Optional<String> reason) {
        /** Longest reason, in characters. */
        public static final int REASON_LENGTH_MAX = 500;
    }

    /** What came of it; after anything but {@link Decided} the transaction must be rolled back. */
    public sealed interface Outcome permits Decided, WrongState, SecondPersonNeeded, NotFound {}

    /** It is in force. */
    public record Decided(MerchantFile file) implements Outcome {}

    /** From {@code status} this step is not allowed; nothing changed. */
    public record WrongState(MerchantStatus status) implements Outcome {}

    /** The caller registered this merchant for its owner, so that somebody else must approve it. */
    public record SecondPersonNeeded() implements Outcome {}

    /** There is no such merchant, or none in the caller's districts. */
    public record NotFound() implements Outcome {}

    /** Writes through {@code transaction}; runs on a virtual thread. */
    public Outcome decide(SqlConnection transaction, Decision decision, Caller caller) {
        Optional<MerchantFile> found = Future.await(registry.lock(transaction, decision.merchant()))
                .filter(file -> Authority.mayDecideAboutMerchant(caller.principal(), file.districtCodes()));
        if (found.isEmpty()) {
            return new NotFound();
        }
        MerchantFile file = found.get();
        MerchantStatus from = file.merchant().status();
        Optional<MerchantStatus> next = MerchantTransitions.next(from, decision.action());
        if (next.isPresent()) {
            Transition step = new Transition(
                    Optional.of(from), next.get(), registry.clock().instant(), caller.actor(), decision.reason());
            if (!Future.await(registry.merchants().move(transaction, decision.merchant(), step))) {
                return new SecondPersonNeeded();
            }
        } else if (!concernsAccountsAlone(file, decision.action())) {
            return new WrongState(from);
        } else {
            Future.await(registry.merchants().touch(transaction, decision.merchant(), registry.clock().instant()));
        }
        return keep(transaction, decision, caller, next.isEmpty());
    }

    private static boolean concernsAccountsAlone(MerchantFile file, MerchantAction action) {
        boolean decides = action == MerchantAction.APPROVE || action == MerchantAction.REJECT;
        return decides && file.merchant().status() == MerchantStatus.APPROVED && file.hasPendingAccount();
    }

    private Outcome keep(SqlConnection transaction, Decision decision, Caller caller, boolean accountsAlone) {
        MerchantId id = decision.merchant();
        int accounts = 0;
        if (decision.action() == MerchantAction.APPROVE) {
            accounts = Future.await(registry.accounts().approve(transaction, id, registry.clock().instant()));
        } else if (accountsAlone) {
            accounts = Future.await(registry.accounts().decide(transaction, id, AccountStatus.REJECTED));
        }
        String name = decision.action().auditName() + (accountsAlone ? "-accounts" : "");
        AuditEntry entry = AuditEntry.of(caller.actor(), name, "MERCHANT", id.toString())
                .because(decision.reason().orElse(null))
                .with("accountsDecided", accounts);
        Future.await(registry.audit().record(transaction, entry));
        LOG.info("merchant decision={} merchantId={} accounts={} requestId={}", name, id, accounts, caller.requestId());
        return new Decided(Future.await(registry.read(transaction, id)).orElseThrow());
    }
}
