package vn.phopay.payment;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.payment.PaymentFact.PaymentKey;
import vn.phopay.payment.PaymentFact.Source;
import vn.phopay.payment.TransferFact.Accepted;
import vn.phopay.payment.TransferFact.Assigned;
import vn.phopay.payment.TransferFact.Evidence;
import vn.phopay.payment.TransferFact.GivenBack;
import vn.phopay.payment.TransferFact.Told;

/**
 * Where a transfer stands: a pure fold over its facts, the same for every order in which they arrive and however often
 * each is repeated. What the database holds must agree with it ({@code recheck} compares).
 *
 * <p>Where one sender tells a trace under two references both count and a person looks at it; which of the two a debit
 * of that trace takes back is the same to every sum.
 *
 * @param standing the word of it
 * @param credits how many times the amount came
 * @param takenBack how many of those the bank took back
 * @param refundedVnd how much the merchant gave back
 * @param whose whose it is; nobody's while equally strong claims differ and no person decided
 * @param accepted whether a person accepted it as it is
 */
public record PaymentState(
        Standing standing, int credits, int takenBack, long refundedVnd, Attribution whose, boolean accepted) {

    /** The words of it. */
    public enum Standing {
        /** Only what follows a payment has come so far: it waits for the payment. */
        AWAITED,
        /** The money is there. */
        RECEIVED,
        /** The bank took all of it back. */
        REVERSED,
        /** The merchant gave all of it back. */
        REFUNDED
    }

    /** Folds what is known of one transfer of {@code amountVnd}. */
    public static PaymentState of(long amountVnd, Collection<TransferFact> facts) {
        Set<TransferFact> distinct = facts.stream()
                .map(fact -> identity(fact, facts))
                .collect(Collectors.toSet());
        List<Told> told = distinct(distinct, Told.class).toList();
        int credits = mostToldBySender(told.stream().filter(t -> t.direction() == Direction.CREDIT));
        int takenBack = Math.min(credits, takenBack(told));
        long refundedVnd = distinct(distinct, GivenBack.class).mapToLong(GivenBack::amountVnd).sum();
        return new PaymentState(
                standing(credits, takenBack, credits * amountVnd - refundedVnd), credits, takenBack, refundedVnd,
                whose(distinct, told), distinct(distinct, Accepted.class).findAny().isPresent());
    }

    /** How many times the amount is there now. */
    public int live() {
        return credits - takenBack;
    }

    /** A statement line and a callback of one reference are one fact, which the callback tells. */
    private static TransferFact identity(TransferFact fact, Collection<TransferFact> all) {
        return fact instanceof Told told && told.source() == Source.STATEMENT
                ? all.stream()
                        .filter(other -> other instanceof Told callback && callback.source() == Source.CALLBACK
                                && callback.key().equals(told.key()))
                        .findFirst().orElse(fact)
                : fact;
    }

    private static <T extends TransferFact> Stream<T> distinct(Set<TransferFact> facts, Class<T> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** A bank's callbacks and its statements are two that tell. */
    private record Voice(String bankCode, Source source) {}

    private static int mostToldBySender(Stream<Told> told) {
        Map<Voice, Integer> senderToCount = new HashMap<>();
        told.forEach(t -> senderToCount.merge(new Voice(t.key().bankCode(), t.source()), 1, Integer::sum));
        return senderToCount.values().stream().max(Comparator.naturalOrder()).orElse(0);
    }

    /** By name, each sender naming credits of its own, and by trace. */
    private static int takenBack(List<Told> told) {
        Set<PaymentKey> credits = told.stream()
                .filter(t -> t.direction() == Direction.CREDIT)
                .map(Told::key)
                .collect(Collectors.toSet());
        Map<String, Set<PaymentKey>> senderToNamed = new HashMap<>();
        for (Told t : told) {
            String reversalOf = t.reversalOf();
            PaymentKey named = reversalOf == null ? null : new PaymentKey(t.key().bankCode(), reversalOf);
            if (named != null && credits.contains(named)) {
                senderToNamed.computeIfAbsent(named.bankCode(), sender -> new HashSet<>()).add(named);
            }
        }
        int byName = senderToNamed.values().stream().mapToInt(Set::size).max().orElse(0);
        return byName + mostToldBySender(told.stream()
                .filter(t -> t.direction() == Direction.DEBIT && t.reversalOf() == null));
    }

    private static Standing standing(int credits, int takenBack, long keptVnd) {
        if (credits == 0) {
            return Standing.AWAITED;
        }
        if (takenBack == credits) {
            return Standing.REVERSED;
        }
        return keptVnd <= 0 ? Standing.REFUNDED : Standing.RECEIVED;
    }

    /** A person's latest decision, or else the strongest claim, or else nobody's. */
    private static Attribution whose(Set<TransferFact> facts, List<Told> told) {
        return distinct(facts, Assigned.class)
                .max(Comparator.comparingInt(Assigned::sequence))
                .map(Assigned::whose)
                .orElseGet(() -> strongest(told));
    }

    private static Attribution strongest(List<Told> told) {
        int strength = told.stream().mapToInt(t -> t.claim().strength()).max().orElse(0);
        Set<Attribution> said = told.stream()
                .map(Told::claim)
                .filter(claim -> claim.strength() == strength)
                .map(Evidence::whose)
                .collect(Collectors.toSet());
        return said.size() == 1 ? said.iterator().next() : Attribution.NONE;
    }
}
