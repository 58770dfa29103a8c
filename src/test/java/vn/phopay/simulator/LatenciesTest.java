package vn.phopay.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void microsAtShouldBoundTheShareAskedForFromAboveWithinSevenPercent() {
        for (long micros = 1; micros < 50_000_000L; micros = micros * 3 / 2 + 1) {
            Latencies latencies = new Latencies();
            latencies.record(micros * 1_000);
            long bound = latencies.microsAt(500);
            assertTrue(bound >= micros && bound <= micros * 107 / 100 + 1, micros + " in " + bound);
        }
    }

    @Test
    void microsAtShouldRankDurations() {
        Latencies latencies = new Latencies();
        assertEquals(0, latencies.microsAt(500));
        for (int i = 1; i <= 1_000; i++) {
            latencies.record(i <= 990 ? 5_000 : 9_000);
        }
        assertEquals(5, latencies.microsAt(500));
        assertEquals(5, latencies.microsAt(990));
        assertEquals(9, latencies.microsAt(991));
    }
}
