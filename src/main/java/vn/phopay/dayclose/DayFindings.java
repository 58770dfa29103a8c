package vn.phopay.dayclose;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What callbacks and statements of one day say against each other.
 *
 * @param drift how far they are apart
 * @param lines how the day's statement lines and payments found each other
 * @param openCases cases of the day that nobody has resolved, by kind
 * @param troubles what is wrong with the day's statements
 */
public record DayFindings(Drift drift, Lines lines, SortedMap<String, Long> openCases, List<Trouble> troubles) {
    /** Copies. */
    public DayFindings {
        openCases = new TreeMap<>(openCases);
        troubles = List.copyOf(troubles);
    }

    /**
     * The difference between what callbacks told and what statements tell, in đồng, credits positive. What found its
     * pair on another day (night booking) is no difference.
     *
     * @param netVnd callbacks less statements
     * @param absoluteVnd the differences of single payments and lines, each as a positive number, so that two errors
     *     cannot cancel
     */
    public record Drift(BigInteger netVnd, BigInteger absoluteVnd) {
        /** Whether there is none. */
        public boolean isZero() {
            return absoluteVnd.signum() == 0;
        }
    }

    /**
     * Counts of the day.
     *
     * @param matched payments whose line was found, with the same amount
     * @param recovered payments that only a statement told
     * @param missing payments without a line, on accounts of which a statement has come
     * @param mismatch payments whose line tells another amount
     * @param duplicate lines that tell again what another line told
     * @param unresolved lines without a payment
     */
    public record Lines(long matched, long recovered, long missing, long mismatch, long duplicate, long unresolved) {}

    /**
     * What is wrong with statements.
     *
     * @param kind the rule
     * @param found how many statements or accounts
     * @param hash over all of them
     * @param examples at most ten; accounts by their last four characters, because a seal is shown to auditors
     */
    public record Trouble(BlockerKind kind, long found, String hash, JsonArray examples) {
        /** Copies {@code examples}. */
        public Trouble {
            examples = examples.copy();
        }
    }

    /** What of this speaks against closing the day. */
    public List<Blocker> blockers() {
        List<Blocker> blockers = new ArrayList<>();
        addTrouble(blockers, BlockerKind.IMPORT_RUNNING, "A statement is still being read.");
        addTrouble(blockers, BlockerKind.STATEMENT_UNBALANCED,
                "Opening balance, movements and closing balance of a statement do not add up.");
        addTrouble(blockers, BlockerKind.STATEMENT_MISSING, "Money moved on accounts without a statement of the day.");
        if (!drift.isZero()) {
            blockers.add(new Blocker(BlockerKind.DRIFT, "Callbacks and statements tell different money.",
                    driftJson()));
        }
        return blockers;
    }

    private void addTrouble(List<Blocker> blockers, BlockerKind kind, String detail) {
        troubles.stream().filter(trouble -> trouble.kind() == kind).forEach(trouble ->
                blockers.add(new Blocker(kind, detail, new JsonObject()
                        .put("count", trouble.found())
                        .put("hash", trouble.hash())
                        .put("examples", trouble.examples()))));
    }

    private JsonObject driftJson() {
        return new JsonObject().put("net", drift.netVnd().toString()).put("absolute", drift.absoluteVnd().toString());
    }

    /** As it stands in a seal: counts are numbers, sums are texts. */
    public JsonObject toJson() {
        JsonObject cases = new JsonObject();
        openCases.forEach(cases::put);
        return new JsonObject()
                .put("drift", driftJson())
                .put("lines", new JsonObject()
                        .put("matched", lines.matched())
                        .put("recovered", lines.recovered())
                        .put("missing", lines.missing())
                        .put("mismatch", lines.mismatch())
                        .put("duplicate", lines.duplicate())
                        .put("unresolved", lines.unresolved()))
                .put("openCases", cases);
    }
}
