package vn.phopay.payment;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.payment.PaymentFact.PaymentKey;
import vn.phopay.payment.PaymentFact.Source;

/**
 * What was told of one trace before: of one account and amount, by whatever senders, both ways. The rules of 'one
 * transfer, two senders' stand here.
 *
 * <p>Each sender tells a transfer once. So the n-th time that one sender tells a trace is the same transfer as the n-th
 * time of another, and as many transfers count as the most talkative sender told, whatever the order of arrival. A
 * bank's statements are a sender of their own beside its callbacks: they call a transfer by its trace, callbacks by
 * their ids.
 */
record SameTransfer(List<Member> members) {
    /** Of nothing was told before. */
    static final SameTransfer NONE = new SameTransfer(List.of());

    /** Copies {@code members}. */
    SameTransfer {
        members = List.copyOf(members);
    }

    /**
     * One payment of the trace.
     *
     * @param paymentId the payment
     * @param key what its sender calls it
     * @param source by which of its sender's two voices it was told
     * @param direction which way
     * @param twinOf the payment that counts in its place
     * @param claim whose it is now, and on what evidence
     * @param standing where it stands now
     */
    record Member(
            UUID paymentId,
            PaymentKey key,
            Source source,
            Direction direction,
            @Nullable UUID twinOf,
            Claim claim,
            Standing standing) {

        private boolean counts(Direction way) {
            return twinOf == null && direction == way;
        }

        private UUID transfer() {
            return twinOf == null ? paymentId : twinOf;
        }
    }

    /**
     * Where a member stands.
     *
     * @param outcome what became of it
     * @param byPerson whether a person decided whose it is
     * @param reversed whether it was taken back
     * @param takesBack whether it takes back another, or names the one that it would take back
     */
    record Standing(PaymentOutcome outcome, boolean byPerson, boolean reversed, boolean takesBack) {}

    /** The payment that counts in the place of {@code fact}: another sender's, which this sender has not told yet. */
    Optional<Member> counterpartOf(PaymentFact fact) {
        Set<UUID> told = new HashSet<>();
        members.stream().filter(member -> isOfSender(member, fact)).forEach(member -> told.add(member.transfer()));
        return members.stream()
                .filter(member -> member.counts(fact.notice().direction()) && !told.contains(member.paymentId()))
                .findFirst();
    }

    /** Whether the sender of {@code fact} told the same before under another reference. */
    boolean wasToldBySenderOf(PaymentFact fact) {
        return members.stream().anyMatch(member -> isOfSender(member, fact));
    }

    /** The credit that a debit of this trace takes back. */
    Optional<Member> creditToTakeBack() {
        return members.stream()
                .filter(member -> member.counts(Direction.CREDIT) && !member.standing().reversed())
                .findFirst();
    }

    /** The debit that came before the credit which it takes back. */
    Optional<Member> waitingDebit() {
        return members.stream()
                .filter(member -> member.counts(Direction.DEBIT) && !member.standing().takesBack())
                .findFirst();
    }

    private static boolean isOfSender(Member member, PaymentFact fact) {
        return member.direction() == fact.notice().direction()
                && member.key().bankCode().equals(fact.key().bankCode())
                && member.source() == fact.source();
    }
}
