package vn.phopay.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.identity.PaymentId;
import vn.phopay.payment.Claim.Strength;
import vn.phopay.payment.FlushReads.EarlierReversal;
import vn.phopay.payment.FlushReads.KeyHolder;
import vn.phopay.payment.FlushReads.Original;
import vn.phopay.payment.FlushWrites.Decided;
import vn.phopay.payment.Matching.Decision;
import vn.phopay.payment.PaymentFact.PaymentKey;
import vn.phopay.payment.SameTransfer.Member;
import vn.phopay.reconciliation.CaseKind;
import vn.phopay.reconciliation.NewCase;

/** What is to be written for the facts of one flush, decided one after the other out of what was read. No I/O. */
final class FlushPlan {
    private final FlushReads.Result read;
    private final Matching matching;
    private final PaymentCases wording;
    private final List<RecordOutcome> outcomes = new ArrayList<>();
    private final List<Decided> payments = new ArrayList<>();
    private final List<NewCase> cases = new ArrayList<>(0);
    private final List<Evidence> evidence = new ArrayList<>(0);
    private final List<TraceReversal> reversals = new ArrayList<>(0);

    FlushPlan(FlushReads.Result read, Matching matching, PaymentCases wording) {
        this.read = read;
        this.matching = matching;
        this.wording = wording;
    }

    /** A twin's better evidence whose the payment that counts is. */
    record Evidence(PaymentFact twin, UUID paymentId, Strength strength, PaymentOutcome outcome, Attribution whose) {}

    /** A debit that takes back, by its trace, the payment of {@code original}. */
    record TraceReversal(PaymentKey original, PaymentFact fact, UUID reversalId) {}

    List<RecordOutcome> outcomes() {
        return outcomes;
    }

    List<Decided> payments() {
        return payments;
    }

    List<NewCase> cases() {
        return cases;
    }

    List<Evidence> evidence() {
        return evidence;
    }

    List<TraceReversal> reversals() {
        return reversals;
    }

    void add(PaymentFact fact) {
        KeyHolder holder = read.keyToHolder().get(fact.key());
        if (holder != null) {
            outcomes.add(repeat(fact, holder));
            return;
        }
        SameTransfer transfer = read.transferOf(fact);
        Optional<Member> counterpart = transfer.counterpartOf(fact);
        if (counterpart.isPresent()) {
            keep(fact, addTwin(fact, counterpart.get()), counterpart.get().paymentId());
            return;
        }
        if (transfer.wasToldBySenderOf(fact)) {
            cases.add(wording.possibleDuplicate(fact));
        }
        boolean credit = fact.notice().direction() == Direction.CREDIT;
        keep(fact, credit ? decideCredit(fact, transfer) : decideDebit(fact, transfer), null);
    }

    private void keep(PaymentFact fact, Decision decision, @Nullable UUID twinOf) {
        payments.add(new Decided(fact, decision.outcome(), decision.attribution(), twinOf));
        outcomes.add(new RecordOutcome.Recorded(fact.id(), decision.outcome()));
        decision.caseKind().ifPresent(kind -> cases.add(wording.about(kind, fact)));
    }

    private RecordOutcome repeat(PaymentFact fact, KeyHolder holder) {
        PaymentId first = new PaymentId(holder.paymentId());
        if (holder.meaning().equals(fact.meaning())) {
            return new RecordOutcome.AlreadyRecorded(first, holder.outcome());
        }
        cases.add(wording.conflict(fact, holder));
        return new RecordOutcome.ConflictingDuplicate(first, holder.outcome());
    }

    /**
     * The twin is nobody's and adds nothing; but what it says better than the payment that counts holds for that one,
     * unless a person decided. Where both say something else equally strongly a person must.
     */
    private Decision addTwin(PaymentFact fact, Member counted) {
        if (fact.notice().direction() == Direction.DEBIT) {
            return Decision.of(counted.standing().outcome(), Attribution.NONE);
        }
        Claim claim = matching.claim(fact, read.around());
        Optional<CaseKind> trouble = claim.trouble().filter(kind -> kind != CaseKind.UNMATCHED);
        boolean saysMore = claim.isStrongerThan(counted.claim()) || claim.disputes(counted.claim());
        if (counted.standing().byPerson() || !saysMore) {
            return new Decision(counted.standing().outcome(), Attribution.NONE, trouble);
        }
        if (claim.disputes(counted.claim())) {
            cases.add(wording.possibleDuplicate(fact));
            evidence.add(new Evidence(fact, counted.paymentId(), Strength.DISPUTED, PaymentOutcome.UNMATCHED,
                    Attribution.NONE));
            return Decision.of(PaymentOutcome.UNMATCHED, Attribution.NONE);
        }
        Decision better = matching.decide(fact, claim, read.around(), counted.standing().reversed());
        evidence.add(new Evidence(
                fact, counted.paymentId(), claim.strength(), better.outcome(), better.attribution()));
        return new Decision(better.outcome(), Attribution.NONE, better.caseKind());
    }

    private Decision decideCredit(PaymentFact fact, SameTransfer transfer) {
        List<EarlierReversal> named = read.keyToReversals().getOrDefault(fact.key(), List.of());
        named.stream()
                .filter(earlier -> !earlier.takesBack(fact))
                .forEach(earlier -> cases.add(wording.mismatch(earlier, fact)));
        if (named.stream().anyMatch(earlier -> earlier.takesBack(fact))) {
            return matching.decide(fact, read.around(), true);
        }
        Optional<Member> debit = transfer.waitingDebit();
        debit.ifPresent(waiting -> reversals.add(new TraceReversal(fact.key(), fact, waiting.paymentId())));
        return matching.decide(fact, read.around(), debit.isPresent());
    }

    private Decision decideDebit(PaymentFact fact, SameTransfer transfer) {
        if (fact.notice().reversalOf() != null) {
            return decideReversal(fact, read.reversalToOriginal().get(fact.id().value()));
        }
        Optional<Member> credit = transfer.creditToTakeBack();
        credit.ifPresent(takenBack -> reversals.add(new TraceReversal(takenBack.key(), fact, fact.id().value())));
        return credit
                .map(takenBack -> Decision.of(PaymentOutcome.REVERSED, takenBack.claim().whose()))
                .orElseGet(() -> Decision.of(PaymentOutcome.UNMATCHED, Attribution.NONE));
    }

    private static Decision decideReversal(PaymentFact fact, @Nullable Original original) {
        if (original == null) {
            // Another reversal of the same payment came first and is the one that counts.
            return Decision.parked(CaseKind.REVERSAL_WITHOUT_ORIGINAL);
        }
        if (original.accountNumber() == null) {
            return Decision.of(PaymentOutcome.REVERSED, Attribution.NONE);
        }
        boolean same = original.isCredit()
                && original.accountNumber().equals(fact.notice().accountNumber())
                && original.amountVnd() == fact.notice().amountVnd();
        return same
                ? Decision.of(PaymentOutcome.REVERSED, original.attribution())
                : Decision.parked(CaseKind.AMOUNT_MISMATCH);
    }
}
