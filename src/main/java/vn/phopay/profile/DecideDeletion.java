package vn.phopay.profile;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.Authority;
import vn.phopay.identity.DeletionId;
import vn.phopay.merchant.Caller;
import vn.phopay.merchant.MerchantRegistry;

/**
 * Staff decide about a {@link RequestDeletion wish to be forgotten}: one person proposes to carry it out, another one
 * does ({@link EraseMerchant}), and not before its day; or one person refuses it and says why.
 */
public final class DecideDeletion {
    private static final Logger LOG = LoggerFactory.getLogger(DecideDeletion.class);

    private final MerchantRegistry registry;
    private final DeletionStore store;
    private final EraseMerchant erase;

    /** Decides in {@code store}; {@code erase} carries out. */
    public DecideDeletion(MerchantRegistry registry, DeletionStore store, EraseMerchant erase) {
        this.registry = registry;
        this.store = store;
        this.erase = erase;
    }

    /** What is decided. */
    public enum Action {
        /** To carry it out, says the first of two. */
        PROPOSE,
        /** To carry it out, says the second, and it is done. */
        EXECUTE,
        /** Not to carry it out. */
        REFUSE
    }

    /**
     * A decision.
     *
     * @param deletion about which wish
     * @param action what
     * @param note why
     */
    public record Decision(DeletionId deletion, Action action, String note) {}

    /** What came of it; after anything but {@link Decided} nothing was written. */
    public sealed interface Outcome
            permits Decided, WrongState, TooEarly, NoProposal, SecondPersonNeeded, CasesOpen, NotFound {}

    /** It is in force. */
    public record Decided(DeletionStore.Item item) implements Outcome {}

    /** It has ended, or was proposed before. */
    public record WrongState(Deletion.Status status) implements Outcome {}

    /** Its owner may still take it back, until {@code dueAt}. */
    public record TooEarly(Instant dueAt) implements Outcome {}

    /** Nobody has proposed it. */
    public record NoProposal() implements Outcome {}

    /** Whoever proposed it cannot carry it out. */
    public record SecondPersonNeeded() implements Outcome {}

    /** So many cases about the merchant's money still need a person, and cannot be solved without knowing it. */
    public record CasesOpen(long cases) implements Outcome {}

    /** There is no such wish, or none of the caller's districts. */
    public record NotFound() implements Outcome {}

    /** Writes through {@code transaction}; runs on a virtual thread. */
    public Outcome decide(SqlConnection transaction, Decision decision, Caller caller) {
        Optional<DeletionStore.Item> found = Future.await(store.find(transaction, decision.deletion()))
                .filter(item -> Authority.mayDecideAboutMerchant(caller.principal(), item.districtCodes()));
        if (found.isEmpty()) {
            return new NotFound();
        }
        Future.await(store.lockMerchant(transaction, found.get().deletion().merchant()));
        // It may have been decided while we waited for the merchant.
        Deletion deletion = Future.await(store.find(transaction, decision.deletion())).orElseThrow().deletion();
        Optional<Outcome> refused = refuse(transaction, deletion, decision.action(), caller);
        return refused.orElseGet(() -> write(transaction, deletion, decision, caller));
    }

    private Optional<Outcome> refuse(SqlConnection transaction, Deletion deletion, Action action, Caller caller) {
        boolean proposedTwice = action == Action.PROPOSE && deletion.proposal().isPresent();
        if (!deletion.isOpen() || proposedTwice) {
            return Optional.of(new WrongState(deletion.status()));
        }
        if (action != Action.EXECUTE) {
            return Optional.empty();
        }
        if (deletion.proposal().isEmpty()) {
            return Optional.of(new NoProposal());
        }
        UUID proposer = deletion.proposal().get().by();
        if (proposer.equals(caller.principal().subjectId())) {
            return Optional.of(new SecondPersonNeeded());
        }
        if (registry.clock().instant().isBefore(deletion.times().dueAt())) {
            return Optional.of(new TooEarly(deletion.times().dueAt()));
        }
        long cases = Future.await(store.openCases(transaction, deletion.merchant()));
        return cases > 0 ? Optional.of(new CasesOpen(cases)) : Optional.empty();
    }

    private Outcome write(SqlConnection transaction, Deletion deletion, Decision decision, Caller caller) {
        Instant now = registry.clock().instant();
        AuditEntry.Actor actor = AuditEntry.Actor.of(caller.principal(), caller.requestId());
        boolean executes = decision.action() == Action.EXECUTE;
        Future.await(store.add(transaction, registry.ids().next(), deletion, new DeletionStore.Act(
                decision.action().name(), now, actor, Optional.of(decision.note()),
                executes ? deletion.proposal() : Optional.empty())));
        if (executes) {
            erase.erase(transaction, deletion.merchant(), caller);
            Future.await(store.end(transaction, deletion.id(), Deletion.Status.EXECUTED, now));
        } else if (decision.action() == Action.REFUSE) {
            Future.await(store.end(transaction, deletion.id(), Deletion.Status.REFUSED, now));
        }
        String name = "deletion." + decision.action().name().toLowerCase(Locale.ROOT);
        Future.await(registry.audit().record(transaction,
                AuditEntry.of(actor, name, "MERCHANT", deletion.merchant().toString())
                        .because(decision.note())
                        .with("deletionId", deletion.id().toString())));
        LOG.info("deletion decision={} deletionId={} merchantId={} requestId={}",
                decision.action(), deletion.id(), deletion.merchant(), caller.requestId());
        return new Decided(Future.await(store.find(transaction, deletion.id())).orElseThrow());
    }
}
