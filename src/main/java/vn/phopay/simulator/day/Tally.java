package vn.phopay.simulator.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the senders heard. Written on one context, read when all is over. */
final class Tally {
    private static final int PROBLEMS_MAX = 20;

    private final Map<String, Heard> dialectToHeard = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private long problemCount;

    /**
     * Of one dialect.
     *
     * @param calls sent, repeats included
     * @param movements told and taken
     * @param repeats calls that were sent again
     * @param refused calls that were rightly refused
     */
    record Heard(long calls, long movements, long repeats, long refused) {
        static final Heard NOTHING = new Heard(0, 0, 0, 0);

        Heard plus(Heard other) {
            return new Heard(calls + other.calls, movements + other.movements, repeats + other.repeats,
                    refused + other.refused);
        }
    }

    void add(String dialect, Heard heard) {
        dialectToHeard.merge(dialect, heard, Heard::plus);
    }

    void problem(String what) {
        problemCount++;
        if (problems.size() < PROBLEMS_MAX) {
            problems.add(what);
        }
    }

    Map<String, Heard> heard() {
        return dialectToHeard;
    }

    /** What senders heard and should not have; the first of them. */
    List<String> problems() {
        return problems;
    }

    long problemCount() {
        return problemCount;
    }
}
