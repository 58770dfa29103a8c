package vn.phopay.reconciliation;

import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import java.util.Set;
import vn.phopay.identity.CaseId;
import vn.phopay.identity.MerchantId;

/**
 * Staff decide about a case. What one person may decide is in force with the same COMMIT: the fact about the payment,
 * the act, the resolution. What takes two becomes a proposal, which {@link AnswerProposal} answers. Of two decisions at
 * once the second waits at the case and then meets what the first one left.
 */
public final class ResolveCase {
    private final CaseDesk desk;
    private final CaseEffects effects;

    /** Works at {@code desk}; what is decided becomes a fact by {@code effects}. */
    public ResolveCase(CaseDesk desk, CaseEffects effects) {
        this.desk = desk;
        this.effects = effects;
    }

    /** Decides; runs on a virtual thread. */
    public CaseOutcome resolve(SqlConnection transaction, CaseId id, Decision decision, Decider decider) {
        Optional<CaseFile> held = desk.hold(transaction, id, decision, decider);
        if (held.isEmpty()) {
            return new CaseOutcome.NotFound();
        }
        CaseFile file = held.get();
        Optional<CaseOutcome> obstacle = CaseDesk.obstacle(file, decider)
                .or(() -> file.standing().pending().map(waits -> new CaseOutcome.ProposalWaits()));
        return obstacle.orElseGet(() -> decide(transaction, file, decision, decider));
    }

    private CaseOutcome decide(SqlConnection transaction, CaseFile file, Decision decision, Decider decider) {
        Optional<DecisionTarget> target = desk.target(transaction, decision);
        Optional<CaseOutcome> fault = targetFault(decision, target, decider);
        if (fault.isPresent()) {
            return fault.get();
        }
        return switch (CasePolicy.judge(file, decision.action(), target.map(DecisionTarget::merchant))) {
            case CasePolicy.NotApplicable(String why) -> new CaseOutcome.NotApplicable(why);
            case CasePolicy.Together(CasePolicy.Why why) -> desk.keep(
                    transaction, proposal(file, decision, decider, why), CaseDesk.Move.PROPOSED, "case.propose");
            case CasePolicy.Alone alone -> settle(transaction, file, new Ruling(decision, Optional.empty()), decider);
        };
    }

    private static Optional<CaseOutcome> targetFault(
            Decision decision, Optional<DecisionTarget> target, Decider decider) {
        if (decision.action() != CaseAction.ASSIGN) {
            return Optional.empty();
        }
        Set<String> districts = decider.principal().districtCodes();
        boolean reachable = target.filter(to -> districts.isEmpty()
                || to.districtCodes().stream().anyMatch(districts::contains)).isPresent();
        String field = decision.paymentRequest() == null ? "outletId" : "paymentRequestId";
        if (!reachable) {
            return Optional.of(new CaseOutcome.BadTarget(field, "must be one of a merchant that you look after, and"
                    + " a request one of the outlet named with it"));
        }
        return target.filter(to -> !to.active())
                .map(to -> new CaseOutcome.BadTarget(field, "must be one of a merchant that was approved"));
    }

    private static CaseAct proposal(CaseFile file, Decision decision, Decider decider, CasePolicy.Why why) {
        return new CaseAct(file.id(), CaseAct.What.PROPOSE, decider.actor(), decision, null, why.name(),
                decision.note(), null, null);
    }

    /**
     * What is to come in force.
     *
     * @param decision the decision
     * @param approves the proposal that it was, where it took two
     */
    record Ruling(Decision decision, Optional<CaseAct.Answer> approves) {}

    /** The approved {@code ruling}, judged again: the world may have changed since it was proposed. */
    CaseOutcome settleAgain(SqlConnection transaction, CaseFile file, Ruling ruling, Decider decider) {
        Optional<DecisionTarget> target = desk.target(transaction, ruling.decision());
        Optional<CaseOutcome> fault = targetFault(ruling.decision(), target, decider);
        if (fault.isPresent()) {
            return fault.get();
        }
        Optional<MerchantId> to = target.map(DecisionTarget::merchant);
        return CasePolicy.judge(file, ruling.decision().action(), to) instanceof CasePolicy.NotApplicable(String why)
                ? new CaseOutcome.NotApplicable(why)
                : settle(transaction, file, ruling, decider);
    }

    private CaseOutcome settle(SqlConnection transaction, CaseFile file, Ruling ruling, Decider decider) {
        Decision decision = ruling.decision();
        Optional<CaseFile.CasePayment> payment = file.about().payment();
        if (payment.isPresent()) {
            CaseEffects.Settlement settlement = new CaseEffects.Settlement(file.id(), payment.get().id(),
                    payment.get().amountVnd(), decision, decider.actor(), desk.now());
            if (effects.apply(transaction, settlement) instanceof CaseEffects.Refused(String why)) {
                return new CaseOutcome.NotApplicable(why);
            }
        }
        Resolution resolution = decision.action().resolution();
        CaseAct act = new CaseAct(file.id(), CaseAct.What.RESOLVE, decider.actor(), decision, resolution, null,
                decision.note(), null, ruling.approves().orElse(null));
        return desk.keep(transaction, act, CaseDesk.Move.resolved(resolution),
                ruling.approves().isPresent() ? "case.approve" : "case.resolve");
    }
}
