package vn.phopay.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Seed and length of one crash test, printed with the commit at its start so that the same can be had again:
 * {@code mvn verify -Pchaos -Dphopay.chaos.seed=N}. Short by default, long by the profile {@code chaos}.
 */
final class ChaosRun {
    private static final boolean LONG = Boolean.getBoolean("phopay.chaos.long");

    private final String name;
    private final long seed;

    private ChaosRun(String name, long seed) {
        this.name = name;
        this.seed = seed;
    }

    /** Draws a seed, or takes the one asked for, and says so. */
    static ChaosRun start(String name) {
        ChaosRun run = new ChaosRun(name, Long.getLong("phopay.chaos.seed", System.nanoTime()));
        System.out.println("chaos " + run + " commit " + commit() + (LONG ? " long" : " short"));
        return run;
    }

    /** {@code brief} by default, {@code full} by the profile. */
    int times(int brief, int full) {
        return LONG ? full : brief;
    }

    /** Chances of one part of the test; how often another part draws does not change them. */
    Random random(String part) {
        return new Random(seed * 31 + part.hashCode());
    }

    /** A directory of its own. */
    Path directory() {
        return Path.of("target", "chaos", name + "-" + Long.toUnsignedString(System.nanoTime(), 36)).toAbsolutePath();
    }

    @Override
    public String toString() {
        return name + " seed " + seed;
    }

    private static String commit() {
        try {
            Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").redirectErrorStream(true).start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor(10, TimeUnit.SECONDS) && git.exitValue() == 0 ? said : "unknown";
        } catch (IOException noGit) {
            return "unknown";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
