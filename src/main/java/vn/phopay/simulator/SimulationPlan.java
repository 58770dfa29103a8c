package vn.phopay.simulator;

import java.net.URI;
import java.time.Duration;

/**
 * Where a simulated bank posts, how fast and how long.
 *
 * @param url base address of the service
 * @param bankCode whose callbacks
 * @param ratePerSecond transactions a second
 * @param duration how long new ones are told; repeats of refused ones go on for {@link #REPEAT_MAX} after it
 * @param batch transactions in one call
 * @param connections most calls at once
 */
public record SimulationPlan(
        URI url, String bankCode, int ratePerSecond, Duration duration, int batch, int connections) {
    /** How long after its end a simulation goes on to repeat what was not taken. */
    public static final Duration REPEAT_MAX = Duration.ofSeconds(60);
    /** Longest duration: as good as endless. */
    public static final Duration ENDLESS = Duration.ofDays(36_500);
    /** Highest rate. */
    public static final int RATE_MAX = 100_000;
    /** Most transactions in a call. */
    public static final int BATCH_MAX = 1_000;
    /** Most connections. */
    public static final int CONNECTIONS_MAX = 4_096;

    /** @throws IllegalArgumentException where a value is out of its range */
    public SimulationPlan {
        require(ratePerSecond >= 1 && ratePerSecond <= RATE_MAX, "the rate must be 1 to " + RATE_MAX);
        require(batch >= 1 && batch <= BATCH_MAX, "the batch must be 1 to " + BATCH_MAX);
        require(connections >= 1 && connections <= CONNECTIONS_MAX, "connections must be 1 to " + CONNECTIONS_MAX);
        require(duration.isPositive(), "the duration must be positive");
        require(url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme())),
                "the URL must be http://… or https://…");
    }

    /** What stands before the path of each of the sender's calls. */
    String bankUrl() {
        String base = url.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/api/v1/banks/" + bankCode;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
