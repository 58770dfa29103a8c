package vn.phopay.merchant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phopay.merchant.MerchantAction.APPROVE;
import static vn.phopay.merchant.MerchantAction.CLOSE;
import static vn.phopay.merchant.MerchantAction.REINSTATE;
import static vn.phopay.merchant.MerchantAction.REJECT;
import static vn.phopay.merchant.MerchantAction.RESUBMIT;
import static vn.phopay.merchant.MerchantAction.SUSPEND;
import static vn.phopay.merchant.MerchantStatus.APPROVED;
import static vn.phopay.merchant.MerchantStatus.CLOSED;
import static vn.phopay.merchant.MerchantStatus.PENDING;
import static vn.phopay.merchant.MerchantStatus.REJECTED;
import static vn.phopay.merchant.MerchantStatus.SUSPENDED;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MerchantTransitionsTest {
    private record Step(MerchantStatus from, MerchantAction action) {}

    private static final Map<Step, MerchantStatus> ALLOWED = Map.of(
            new Step(PENDING, CLOSE), CLOSED,
            new Step(APPROVED, CLOSE), CLOSED,
            new Step(SUSPENDED, CLOSE), CLOSED,
            new Step(REJECTED, CLOSE), CLOSED,
            new Step(PENDING, APPROVE), APPROVED,
            new Step(PENDING, REJECT), REJECTED,
            new Step(APPROVED, SUSPEND), SUSPENDED,
            new Step(SUSPENDED, REINSTATE), APPROVED,
            new Step(REJECTED, RESUBMIT), PENDING);

    static Stream<Arguments> everyStateAndAction() {
        return Arrays.stream(MerchantStatus.values()).flatMap(from ->
                Arrays.stream(MerchantAction.values()).map(action -> Arguments.of(from, action)));
    }

    @ParameterizedTest
    @MethodSource("everyStateAndAction")
    void nextShouldAllowExactlyTheListedStepsWhenEveryPairIsTried(MerchantStatus from, MerchantAction action) {
        assertEquals(
                Optional.ofNullable(ALLOWED.get(new Step(from, action))), MerchantTransitions.next(from, action));
    }
}
