package vn.phopay.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phopay.merchant.MerchantStatus;

class FirstPaymentPathTest {
    private static final Instant THEN = Instant.parse("2026-11-23T02:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PENDING,   ....,DONE NOW LATER LATER LATER",
        "APPROVED,  a...,DONE DONE NOW LATER LATER",
        "APPROVED,  ap..,DONE DONE DONE NOW LATER",
        "APPROVED,  apc.,DONE DONE DONE DONE NOW",
        "APPROVED,  apcm,DONE DONE DONE DONE DONE",
        "APPROVED,  ap.m,DONE DONE DONE PASSED_OVER DONE",
        "APPROVED,  a..m,DONE DONE PASSED_OVER PASSED_OVER DONE",
        "REJECTED,  ....,DONE STOPPED LATER LATER LATER",
        "SUSPENDED, ap..,DONE STOPPED DONE LATER LATER"})
    void stepsShouldSayWhatIsDoneAndWhatToDoNow(MerchantStatus status, String done, String states) {
        FirstPaymentPath path = new FirstPaymentPath("Phở Hoa", status, Optional.empty(),
                new FirstPaymentPath.Moments(THEN, at(done, 'a'), at(done, 'p'), at(done, 'c'), at(done, 'm')), 0);

        assertEquals(states, path.steps().stream().map(step -> step.state().name()).collect(Collectors.joining(" ")));
        assertEquals(done.contains("m"), path.isComplete());
        assertEquals(states.contains("NOW"), path.now().isPresent());
    }

    private static Optional<Instant> at(String done, char step) {
        return done.indexOf(step) < 0 ? Optional.empty() : Optional.of(THEN);
    }
}
