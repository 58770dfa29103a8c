package vn.phopay.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.payment.PaymentFact.PaymentKey;
import vn.phopay.payment.PaymentFact.Source;
import vn.phopay.payment.PaymentState.Standing;
import vn.phopay.payment.TransferFact.Accepted;
import vn.phopay.payment.TransferFact.Assigned;
import vn.phopay.payment.TransferFact.Evidence;
import vn.phopay.payment.TransferFact.GivenBack;
import vn.phopay.payment.TransferFact.Told;

class PaymentStateTest {
    private static final long AMOUNT = 50_000;
    private static final Attribution SHOP = new Attribution(new UUID(0, 1), null, null, null);
    private static final Attribution REQUEST = new Attribution(new UUID(0, 1), new UUID(0, 2), null, new UUID(0, 3));
    private static final Attribution OTHER = new Attribution(new UUID(0, 4), new UUID(0, 5), null, null);
    private static final Evidence BY_ACCOUNT = new Evidence(1, SHOP);
    private static final Evidence BY_CODE = new Evidence(4, REQUEST);
    private static final Evidence BY_OTHER_CODE = new Evidence(4, OTHER);
    private static final TransferFact A1 = credit("a", "A1", BY_CODE);
    private static final TransferFact A1_IN_STATEMENT =
            new Told(new PaymentKey("a", "A1"), Direction.CREDIT, null, Source.STATEMENT, BY_CODE);
    private static final TransferFact A2 = credit("a", "A2", BY_CODE);
    private static final TransferFact B1 = credit("b", "B1", BY_ACCOUNT);
    private static final TransferFact B2 = credit("b", "B2", BY_ACCOUNT);
    private static final TransferFact REVERSES_A1 = debit("a", "A8", "A1");
    private static final TransferFact REVERSES_B1 = debit("b", "B8", "B1");
    private static final TransferFact REPEATS_TRACE = debit("a", "A9", null);
    private static final TransferFact B_REPEATS_TRACE = debit("b", "B9", null);

    static Stream<Arguments> transfers() {
        return Stream.of(
                row(is(Standing.RECEIVED, 1, 0, REQUEST), A1),
                row(is(Standing.RECEIVED, 1, 0, REQUEST), A1, A1, A1_IN_STATEMENT),
                row(is(Standing.RECEIVED, 1, 0, REQUEST), A1, B1, A1, B1),
                row(is(Standing.RECEIVED, 2, 0, REQUEST), A1, A2, B1),
                row(is(Standing.RECEIVED, 2, 0, REQUEST), A1, A2, B1, B2),
                row(is(Standing.AWAITED, 0, 0, Attribution.NONE), REVERSES_A1),
                row(is(Standing.AWAITED, 0, 0, Attribution.NONE), REPEATS_TRACE, B_REPEATS_TRACE),
                row(is(Standing.REVERSED, 1, 1, REQUEST), A1, REVERSES_A1, A1, REVERSES_A1),
                row(is(Standing.REVERSED, 1, 1, REQUEST), A1, REPEATS_TRACE, B1),
                row(is(Standing.REVERSED, 1, 1, REQUEST), A1, B1, REVERSES_B1),
                row(is(Standing.REVERSED, 1, 1, REQUEST), A1, B1, REVERSES_A1, REVERSES_B1),
                row(is(Standing.REVERSED, 1, 1, REQUEST), A1, B1, REPEATS_TRACE, B_REPEATS_TRACE, REVERSES_A1),
                row(is(Standing.RECEIVED, 2, 1, REQUEST), A1, A2, REPEATS_TRACE, B_REPEATS_TRACE),
                row(is(Standing.RECEIVED, 1, 0, REQUEST), A1, B1, debit("c", "C8", "B1")),
                row(is(Standing.RECEIVED, 1, 0, Attribution.NONE), A1, credit("b", "B1", BY_OTHER_CODE)),
                row(is(Standing.RECEIVED, 1, 0, OTHER), A1, credit("b", "B1", BY_OTHER_CODE), new Assigned(1, OTHER)),
                row(is(Standing.RECEIVED, 1, 0, OTHER), A1, new Assigned(1, SHOP), new Assigned(2, OTHER), B1),
                row(is(Standing.REFUNDED, 1, 0, REQUEST),
                        A1, B1, new GivenBack("R1", 20_000), new GivenBack("R2", 30_000), new GivenBack("R1", 20_000)),
                row(is(Standing.RECEIVED, 1, 0, REQUEST), A1, new GivenBack("R1", 49_999), new Accepted("cas")),
                row(is(Standing.REVERSED, 1, 1, OTHER),
                        A1, new GivenBack("R1", 50_000), REVERSES_A1, new Assigned(1, OTHER)));
    }

    @ParameterizedTest
    @MethodSource("transfers")
    void ofShouldGiveTheSameForEveryOrderOfArrival(
            Expected expected, List<TransferFact> facts) {
        Set<PaymentState> states = new HashSet<>();
        permute(new ArrayList<>(facts), 0, order -> states.add(PaymentState.of(AMOUNT, order)));

        assertEquals(1, states.size(), states.toString());
        PaymentState state = states.iterator().next();
        assertEquals(expected,
                new Expected(state.standing(), state.credits(), state.takenBack(), state.whose()));
    }

    private record Expected(Standing standing, int credits, int takenBack, Attribution whose) {}

    @Test
    void ofShouldNotChangeWhenAFactIsRepeated() {
        for (Arguments row : transfers().toList()) {
            List<TransferFact> once = facts(row);
            List<TransferFact> twice = new ArrayList<>(once);
            twice.addAll(once);
            assertEquals(PaymentState.of(AMOUNT, once), PaymentState.of(AMOUNT, twice));
        }
    }

    /** The model writes down what happened; the facts are what senders make of it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void ofShouldAgreeWithWhatHappenedWhenHistoriesAreRandom(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            boolean came = random.nextInt(8) > 0;
            boolean takenBack = random.nextInt(3) == 0;
            long refunded = random.nextInt(3) * 25_000L;
            int decisions = random.nextInt(3);
            int senders = 1 + random.nextInt(3);
            List<TransferFact> facts = new ArrayList<>();
            IntStream.range(0, came ? senders : 0).forEach(n -> facts.add(credit("s" + n, "C" + n, BY_CODE)));
            IntStream.range(0, takenBack ? senders : 0).forEach(n -> facts.add(random.nextBoolean()
                    ? debit("s" + n, "D" + n, "C" + n) : debit("s" + n, "D" + n, null)));
            if (refunded > 0) {
                facts.add(new GivenBack("R", refunded));
            }
            IntStream.range(0, decisions).forEach(n -> facts.add(new Assigned(n + 1, n == 0 ? SHOP : OTHER)));
            IntStream.range(0, facts.size()).forEach(n -> facts.add(facts.get(random.nextInt(facts.size()))));
            Collections.shuffle(facts, random);
            boolean named = facts.stream().anyMatch(f -> f instanceof Told t && t.reversalOf() != null);
            boolean traced = facts.stream().anyMatch(f -> f instanceof Told t
                    && t.direction() == Direction.DEBIT && t.reversalOf() == null);

            PaymentState state = PaymentState.of(AMOUNT, facts);

            int live = came && !(takenBack && (named || traced)) ? 1 : 0;
            assertEquals(live, state.live(), "seed " + seed + " " + facts);
            assertEquals(refunded, state.refundedVnd());
            Attribution byFacts = came ? REQUEST : Attribution.NONE;
            assertEquals(decisions == 0 ? byFacts : decisions == 1 ? SHOP : OTHER, state.whose());
        }
    }

    private static Arguments row(Expected expected, TransferFact... facts) {
        return Arguments.of(expected, List.of(facts));
    }

    private static Expected is(Standing standing, int credits, int takenBack, Attribution whose) {
        return new Expected(standing, credits, takenBack, whose);
    }

    @SuppressWarnings("unchecked")
    private static List<TransferFact> facts(Arguments row) {
        return (List<TransferFact>) row.get()[1];
    }

    private static TransferFact credit(String bank, String reference, Evidence claim) {
        return new Told(new PaymentKey(bank, reference), Direction.CREDIT, null, Source.CALLBACK, claim);
    }

    private static TransferFact debit(String bank, String reference, @Nullable String reversalOf) {
        return new Told(new PaymentKey(bank, reference), Direction.DEBIT, reversalOf, Source.CALLBACK, Evidence.NONE);
    }

    private static void permute(
            List<TransferFact> facts, int from, Consumer<List<TransferFact>> visit) {
        if (from == facts.size()) {
            visit.accept(facts);
            return;
        }
        for (int i = from; i < facts.size(); i++) {
            Collections.swap(facts, from, i);
            permute(facts, from + 1, visit);
            Collections.swap(facts, from, i);
        }
    }
}
