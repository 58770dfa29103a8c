package vn.phopay.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phopay.payment.Matching.Decision;
import vn.phopay.payment.Surroundings.AccountKey;
import vn.phopay.payment.Surroundings.AccountOwner;
import vn.phopay.payment.Surroundings.OpenRequest;
import vn.phopay.payment.Surroundings.Owners;
import vn.phopay.payment.Surroundings.Requests;
import vn.phopay.payment.Surroundings.Target;
import vn.phopay.reconciliation.CaseKind;

class MatchingTest {
    private static final Duration GRACE = Duration.ofMinutes(15);
    private static final Instant EXPIRY = Facts.NOW;
    private static final UUID OWNER = new UUID(0, 1);
    private static final UUID OUTLET = new UUID(0, 2);
    private static final UUID REQUEST = new UUID(0, 3);
    private static final Target STATIC_TARGET = new Target(OWNER, OUTLET, new UUID(0, 4), null);
    private static final Target OTHER_STATIC_TARGET = new Target(OWNER, OUTLET, new UUID(0, 5), null);
    private static final Target REQUEST_TARGET = new Target(OWNER, OUTLET, null, REQUEST);
    private static final Target FOREIGN_TARGET = new Target(new UUID(0, 6), new UUID(0, 7), new UUID(0, 8), null);
    private static final Map<String, ReferenceCode> NAME_TO_CODE = codes();

    private final Matching matching = new Matching(new LateRule(GRACE, Duration.ZERO));
    private final Map<UUID, Long> paid = new HashMap<>();

    /** {@code owned}: the account is known; codes by name; the case that is opened, if any. */
    @ParameterizedTest
    @CsvSource({
        "true, static, false, OUTLET, -",
        "true, static, true, REVERSED, -",
        "true, request, true, REVERSED, -",
        "true, -, false, ACCOUNT, -",
        "true, -, true, REVERSED, -",
        "true, unissued, false, ACCOUNT, -",
        "true, unissued static, false, OUTLET, -",
        "true, static static, false, OUTLET, -",
        "true, foreign, false, UNMATCHED, WRONG_ACCOUNT",
        "true, foreign static, false, OUTLET, -",
        "true, static other, false, UNMATCHED, SEVERAL_CODES",
        "true, static request, false, UNMATCHED, SEVERAL_CODES",
        "false, static, false, UNMATCHED, WRONG_ACCOUNT",
        "false, -, false, UNMATCHED, UNMATCHED",
        "false, unissued, false, UNMATCHED, UNMATCHED",
        "false, -, true, REVERSED, -"
    })
    void creditShouldBeWhoseAccountAndCodeSay(
            boolean owned, String codes, boolean reversedBefore, PaymentOutcome outcome, String caseKind) {
        Decision decision = matching.decide(
                Facts.creditWithCodes(10_000, EXPIRY, named(codes)), around(owned, null), reversedBefore);

        assertEquals(outcome, decision.outcome());
        assertEquals(caseKind, decision.caseKind().map(CaseKind::name).orElse("-"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 99_999, UNDERPAID", "0, 100_000, MATCHED", "0, 100_001, OVERPAID", "40_000, 59_999, UNDERPAID",
        "40_000, 60_000, MATCHED", "40_000, 60_001, OVERPAID", "100_000, 1, OVERPAID"
    })
    void requestShouldBeJudgedByTheSumToOneDong(String before, String amount, PaymentOutcome outcome) {
        paid.put(REQUEST, Long.parseLong(before.replace("_", "")));
        long amountVnd = Long.parseLong(amount.replace("_", ""));

        assertEquals(outcome, outcomeAt(EXPIRY, amountVnd, null));
    }

    @ParameterizedTest
    @CsvSource({"-1, MATCHED", "0, MATCHED", "900, MATCHED", "901, LATE"})
    void requestShouldTakeAPaymentThatWasBookedWithinTheGrace(int secondsAfterExpiry, PaymentOutcome outcome) {
        assertEquals(outcome, outcomeAt(EXPIRY.plusSeconds(secondsAfterExpiry), 100_000, null));
    }

    @ParameterizedTest
    @CsvSource({"-61, MATCHED", "-60, MATCHED", "-59, LATE"})
    void requestShouldTakeNothingThatWasBookedAfterItsCancellation(int secondsAfterExpiry, PaymentOutcome outcome) {
        assertEquals(outcome,
                outcomeAt(EXPIRY.plusSeconds(secondsAfterExpiry), 100_000, EXPIRY.minusSeconds(60)));
    }

    @Test
    void latePaymentShouldOpenACaseAndAddNothingToTheRequest() {
        Instant late = EXPIRY.plus(GRACE).plusSeconds(1);
        Surroundings around = around(true, null);

        Decision decision = matching.decide(Facts.creditWithCodes(60_000, late, named("request")), around, false);

        assertEquals(Optional.of(CaseKind.LATE), decision.caseKind());
        assertEquals(REQUEST_TARGET.claim().whose(), decision.attribution());
        assertEquals(Map.of(), paid);
    }

    @Test
    void attributionShouldNameTheOutletWhenCodeOrOnlyOutletTellsIt() {
        assertEquals(new Attribution(OWNER, null, null, null), matching.decide(
                Facts.creditWithCodes(1, EXPIRY), around(true, null), false).attribution());
        assertEquals(STATIC_TARGET.claim().whose(), matching.decide(
                Facts.creditWithCodes(1, EXPIRY, named("static")), around(true, null), false).attribution());
        assertEquals(Attribution.NONE, matching.decide(
                Facts.creditWithCodes(1, EXPIRY, named("foreign")), around(true, null), false).attribution());
    }

    private PaymentOutcome outcomeAt(Instant bookedAt, long amountVnd, Instant cancelledAt) {
        return matching.decide(Facts.creditWithCodes(amountVnd, bookedAt, named("request")),
                around(true, cancelledAt), false).outcome();
    }

    private Surroundings around(boolean owned, Instant cancelledAt) {
        Map<AccountKey, AccountOwner> owners = owned
                ? Map.of(new AccountKey(Facts.BIN, Facts.ACCOUNT), new AccountOwner(OWNER, null, false))
                : Map.of();
        Map<String, Target> targets = Map.of(
                NAME_TO_CODE.get("static").value(), STATIC_TARGET,
                NAME_TO_CODE.get("other").value(), OTHER_STATIC_TARGET,
                NAME_TO_CODE.get("request").value(), REQUEST_TARGET,
                NAME_TO_CODE.get("foreign").value(), FOREIGN_TARGET);
        OpenRequest request = new OpenRequest(
                REQUEST, new RequestSum(100_000, 0), EXPIRY.minusSeconds(900), EXPIRY, cancelledAt);
        return new Surroundings(
                new Owners(owners, Map.of()), targets, new Requests(Map.of(REQUEST, request), paid));
    }

    private static ReferenceCode[] named(String names) {
        List<ReferenceCode> codes = new ArrayList<>();
        for (String name : names.equals("-") ? new String[0] : names.split(" ")) {
            codes.add(NAME_TO_CODE.get(name));
        }
        return codes.toArray(ReferenceCode[]::new);
    }

    private static Map<String, ReferenceCode> codes() {
        Random random = new Random(5);
        Map<String, ReferenceCode> codes = new HashMap<>();
        for (String name : List.of("static", "other", "request", "foreign", "unissued")) {
            codes.put(name, ReferenceCode.draw(random));
        }
        return codes;
    }
}
