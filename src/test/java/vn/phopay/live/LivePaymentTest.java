package vn.phopay.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phopay.event.EventKind;
import vn.phopay.event.EventPosition;
import vn.phopay.event.MerchantEvent;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.PaymentId;
import vn.phopay.live.LivePayment.Kind;
import vn.phopay.payment.Attribution;
import vn.phopay.payment.PaymentFact.Source;
import vn.phopay.payment.PaymentOutcome;
import vn.phopay.payment.PaymentView;

class LivePaymentTest {
    private static final MerchantId MERCHANT = new MerchantId(new UUID(1, 1));
    private static final UUID OUTLET = new UUID(2, 2);
    private static final Instant BOOKED = Instant.parse("2026-11-22T02:15:00Z");

    @ParameterizedTest
    @CsvSource({
        // what came, what was asked (- for nothing), outcome, and what it is
        "200000, -,      OUTLET,    RECEIVED",
        "1000,   -,      OUTLET,    RECEIVED",
        "999,    -,      OUTLET,    WARNING",
        "200,    -,      ACCOUNT,   WARNING",
        "1,      -,      ACCOUNT,   WARNING",
        "200000, 200000, MATCHED,   RECEIVED",
        "199999, 200000, UNDERPAID, WARNING",
        "50000,  200000, MATCHED,   RECEIVED",
        "500,    200000, MATCHED,   WARNING",
        "300000, 200000, OVERPAID,  RECEIVED",
        "10000,  200000, OVERPAID,  RECEIVED",
        "200000, 200000, LATE,      RECEIVED",
        "199999, 200000, LATE,      WARNING",
    })
    void moneyShouldBeAWarningWhenItIsTooLittle(long amountVnd, String asked, PaymentOutcome outcome, Kind kind) {
        Optional<Long> askedVnd = Optional.of(asked).filter(text -> !text.equals("-")).map(Long::valueOf);

        assertEquals(kind, LivePayment.received(amountVnd, askedVnd, outcome));
    }

    @ParameterizedTest
    @CsvSource({
        // event, source, direction, outcome, taken back since; what it is and whether it is said aloud
        "RECEIVED,   CALLBACK,  CREDIT, OUTLET,    false, RECEIVED,   true",
        "RECEIVED,   STATEMENT, CREDIT, OUTLET,    false, RECEIVED,   false",
        "RECEIVED,   CALLBACK,  CREDIT, OUTLET,    true,  RECEIVED,   false",
        "ASSIGNED,   CALLBACK,  CREDIT, OUTLET,    false, RECEIVED,   false",
        "REVERSED,   CALLBACK,  DEBIT,  REVERSED,  false, TAKEN_BACK, true",
        "REVERSED,   CALLBACK,  CREDIT, OUTLET,    true,  TAKEN_BACK, true",
        "REVERSED,   CALLBACK,  CREDIT, REVERSED,  true,  TAKEN_BACK, false",
        "REVERSED,   STATEMENT, DEBIT,  REVERSED,  false, TAKEN_BACK, false",
        "UNASSIGNED, CALLBACK,  CREDIT, UNMATCHED, false, GONE,       false",
    })
    void onlyWhatACallbackTellsNowShouldBeSaid(EventKind event, Source source, String direction,
            PaymentOutcome outcome, boolean reversed, Kind kind, boolean spoken) {
        LivePayment told = LivePayment.of(event(event, source, direction, outcome, reversed)).orElseThrow();

        assertEquals(kind, told.kind());
        assertEquals(spoken, told.spoken());
        assertEquals(new LivePayment(new PaymentId(new UUID(3, 3)), kind, spoken, 200_000, Optional.empty(),
                Optional.of("Phở Hoa"), BOOKED, LocalDate.of(2026, 11, 22)), told);
    }

    @Test
    void refundShouldNotBeTold() {
        assertEquals(Optional.empty(),
                LivePayment.of(event(EventKind.REFUNDED, Source.CALLBACK, "CREDIT", PaymentOutcome.OUTLET, false)));
    }

    @Test
    void hearingShouldKeepToItsOutlet() {
        MerchantEvent event = event(EventKind.RECEIVED, Source.CALLBACK, "CREDIT", PaymentOutcome.OUTLET, false);
        MerchantEvent gone = event(EventKind.UNASSIGNED, Source.CALLBACK, "CREDIT", PaymentOutcome.UNMATCHED, false);
        Hearing other = new Hearing(MERCHANT, Optional.of(new OutletId(new UUID(9, 9))));

        assertTrue(new Hearing(MERCHANT, Optional.empty()).hears(event));
        assertTrue(new Hearing(MERCHANT, Optional.of(new OutletId(OUTLET))).hears(event));
        assertFalse(other.hears(event));
        assertTrue(other.hears(gone), "whose it was thought to be is not known any more");
    }

    private static MerchantEvent event(
            EventKind kind, Source source, String direction, PaymentOutcome outcome, boolean reversed) {
        PaymentView payment = new PaymentView(
                new PaymentId(new UUID(3, 3)), "bank", "FT1", new PaymentView.Movement(200_000, direction), "memo",
                outcome, reversed,
                new PaymentView.Times(BOOKED, BOOKED, BOOKED, LocalDate.of(2026, 11, 22)),
                new PaymentView.Evidence(source, Optional.empty(), Optional.empty(), Optional.empty()),
                new PaymentView.Later(false, 0, Optional.empty()),
                new Attribution(MERCHANT.value(), OUTLET, null, null), Optional.of("••••1234"));
        return new MerchantEvent(EventPosition.startOf(7), kind, MERCHANT, BOOKED, payment, Optional.empty(),
                new MerchantEvent.Shown(Optional.of("Phở Hoa"), Optional.empty()));
    }
}
