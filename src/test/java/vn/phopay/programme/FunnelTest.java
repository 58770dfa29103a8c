package vn.phopay.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where registrations are lost. */
class FunnelTest {
    private static final List<Optional<BigDecimal>> NO_HOURS = Collections.nCopies(7, Optional.empty());

    @Test
    void leakShouldBeTheStepBeforeWhichMostAreLost() {
        Funnel funnel = new Funnel(List.of(100L, 80L, 70L, 40L, 39L, 30L, 10L), NO_HOURS);
        assertEquals(Optional.of(Funnel.Step.CODE), funnel.leak());
        assertEquals(30, funnel.lost(Funnel.Step.CODE));
        assertEquals(new BigDecimal("0.5714"), funnel.share(Funnel.Step.CODE).orElseThrow());
        assertEquals(Optional.empty(), funnel.share(Funnel.Step.STARTED));
    }

    @Test
    void leakShouldBeNoneWhereNobodyIsLost() {
        assertEquals(Optional.empty(), new Funnel(Collections.nCopies(7, 5L), NO_HOURS).leak());
        assertEquals(Optional.empty(), new FunnelSum().funnel().leak());
        assertEquals(Optional.empty(), new FunnelSum().funnel().share(Funnel.Step.HABITUAL));
    }

    @Test
    void funnelShouldHaveANumberAStep() {
        assertThrows(IllegalArgumentException.class, () -> new Funnel(List.of(1L), NO_HOURS));
    }
}
