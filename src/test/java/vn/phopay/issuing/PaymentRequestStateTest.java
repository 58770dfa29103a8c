package vn.phopay.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.phopay.identity.AccountId;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.PaymentId;
import vn.phopay.identity.PaymentRequestId;
import vn.phopay.issuing.PaymentRequestState.Status;
import vn.phopay.money.Money;
import vn.phopay.payment.PaymentOutcome;
import vn.phopay.payment.ReferenceCode;

class PaymentRequestStateTest {
    private static final Instant CREATED = Instant.parse("2026-11-22T02:00:00Z");
    private static final Instant EXPIRY = CREATED.plusSeconds(900);
    private static final Instant AFTER = EXPIRY.plusMillis(1);
    private static final UUID ANY = new UUID(0, 1);

    private static final RequestPayment HALF = credit(50_000, PaymentOutcome.UNDERPAID, false);
    private static final RequestPayment REST = credit(50_000, PaymentOutcome.MATCHED, false);
    private static final RequestPayment WHOLE = credit(100_000, PaymentOutcome.MATCHED, false);
    private static final RequestPayment ONE_SHORT = credit(99_999, PaymentOutcome.UNDERPAID, false);
    private static final RequestPayment ONE_MORE = credit(100_001, PaymentOutcome.OVERPAID, false);
    private static final RequestPayment TAKEN_BACK = credit(100_000, PaymentOutcome.MATCHED, true);
    private static final RequestPayment TAKEN_BACK_FIRST = credit(100_000, PaymentOutcome.REVERSED, true);
    private static final RequestPayment LATE = credit(100_000, PaymentOutcome.LATE, false);

    @ParameterizedTest
    @MethodSource("table")
    void ofShouldFoldWhenCreditsTimeAndCancellationMeet(Status expected, long paidVnd, Case given) {
        PaymentRequest request = request(given.cancelled() ? CREATED.plusSeconds(1) : null, null);
        assertEquals(new PaymentRequestState(expected, paidVnd),
                PaymentRequestState.of(request, given.credits(), given.now()));
    }

    record Expected(Status status, long paidVnd) {}

    record Case(Instant now, boolean cancelled, List<RequestPayment> credits) {}

    static Stream<Arguments> table() {
        return Stream.of(
                row(is(Status.PENDING, 0), CREATED, false),
                row(is(Status.PENDING, 0), EXPIRY, false),
                row(is(Status.EXPIRED, 0), AFTER, false),
                row(is(Status.CANCELLED, 0), CREATED, true),
                row(is(Status.CANCELLED, 0), AFTER, true),
                row(is(Status.PAID, 100_000), CREATED, false, WHOLE),
                row(is(Status.PAID, 100_000), AFTER, false, WHOLE),
                row(is(Status.PAID, 100_000), AFTER, true, WHOLE),
                row(is(Status.PAID, 100_000), CREATED, false, HALF, REST),
                row(is(Status.UNDERPAID, 99_999), CREATED, false, ONE_SHORT),
                row(is(Status.UNDERPAID, 50_000), AFTER, false, HALF),
                row(is(Status.CANCELLED, 50_000), CREATED, true, HALF),
                row(is(Status.OVERPAID, 100_001), CREATED, false, ONE_MORE),
                row(is(Status.OVERPAID, 200_000), CREATED, true,
                        WHOLE, credit(100_000, PaymentOutcome.OVERPAID, false)),
                row(is(Status.REFUNDED, 0), CREATED, false, TAKEN_BACK),
                row(is(Status.REFUNDED, 0), AFTER, false, TAKEN_BACK),
                row(is(Status.REFUNDED, 0), CREATED, false, TAKEN_BACK_FIRST),
                row(is(Status.CANCELLED, 0), CREATED, true, TAKEN_BACK),
                row(is(Status.PAID, 100_000), CREATED, false, TAKEN_BACK, WHOLE),
                row(is(Status.UNDERPAID, 50_000), CREATED, false, TAKEN_BACK, HALF),
                row(is(Status.EXPIRED, 0), AFTER, false, LATE),
                row(is(Status.CANCELLED, 0), AFTER, true, LATE),
                row(is(Status.UNDERPAID, 50_000), AFTER, false, HALF, LATE),
                row(is(Status.EXPIRED, 0), AFTER, false, credit(100_000, PaymentOutcome.LATE, true)));
    }

    @ParameterizedTest
    @CsvSource({
        // received, given back, tolerance: status
        "100000, 0, 0, PAID",
        "100000, 1, 0, PAID",
        "100000, 99999, 0, PAID",
        "100000, 100000, 0, REFUNDED",
        "100001, 1, 0, PAID",
        "100001, 0, 0, OVERPAID",
        "50000, 50000, 0, REFUNDED",
        "50000, 10000, 0, UNDERPAID",
        "99500, 0, 500, PAID",
        "99499, 0, 500, UNDERPAID",
        "100001, 0, 500, OVERPAID"
    })
    void ofShouldFollowWhatWasGivenBackAndWhatIsForgiven(
            long receivedVnd, long refundedVnd, long toleranceVnd, Status status) {
        PaymentRequestState state = PaymentRequestState.of(
                forgiving(toleranceVnd), List.of(refunded(receivedVnd, refundedVnd)), CREATED);
        assertEquals(new PaymentRequestState(status, receivedVnd - refundedVnd), state);
    }

    private static PaymentRequest forgiving(long toleranceVnd) {
        PaymentRequest strict = request(null, null);
        return new PaymentRequest(strict.id(), strict.owner(), strict.reference(), strict.code(),
                strict.terms().withTolerance(toleranceVnd), strict.cancelledAt(), strict.expiredAt());
    }

    private static RequestPayment refunded(long amountVnd, long refundedVnd) {
        RequestPayment whole = credit(amountVnd, PaymentOutcome.MATCHED, false);
        return new RequestPayment(whole.id(), whole.bankCode(), whole.bankReference(), amountVnd, whole.outcome(),
                false, refundedVnd, whole.times());
    }

    @Test
    void ofShouldExpireWhenTheJobNotedItAlthoughTheClockOfThisServerIsBehind() {
        PaymentRequest request = request(null, AFTER);
        assertEquals(Status.EXPIRED, PaymentRequestState.of(request, List.of(), CREATED).status());
        assertEquals(Status.PAID, PaymentRequestState.of(request, List.of(WHOLE), CREATED).status());
    }

    private static Expected is(Status status, long paidVnd) {
        return new Expected(status, paidVnd);
    }

    private static Arguments row(Expected expected, Instant now, boolean cancelled, RequestPayment... paid) {
        return Arguments.of(expected.status(), expected.paidVnd(), new Case(now, cancelled, List.of(paid)));
    }

    private static RequestPayment credit(long amountVnd, PaymentOutcome outcome, boolean reversed) {
        return new RequestPayment(new PaymentId(ANY), "bank", "FT1", amountVnd, outcome, reversed, 0,
                new RequestPayment.Times(CREATED, CREATED));
    }

    private static PaymentRequest request(@Nullable Instant cancelledAt, @Nullable Instant expiredAt) {
        return new PaymentRequest(
                new PaymentRequestId(ANY),
                new QrCode.Owner(new MerchantId(ANY), new OutletId(ANY), new AccountId(ANY)),
                ReferenceCode.draw(new Random(1)),
                new PaymentRequest.Code("serial", "payload", "key"),
                new PaymentRequest.Terms(new Money(100_000), 0, Optional.empty(), Optional.empty(), CREATED, EXPIRY),
                Optional.ofNullable(cancelledAt),
                Optional.ofNullable(expiredAt));
    }
}
