package vn.phopay.release;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/**
 * What staff should know of a draft before they decide about it.
 *
 * @param daysUnsealed days of the month that were not closed
 * @param statementsMissing pairs of bank and day with transactions but without a statement
 * @param figures how many figures it has
 * @param withheld how many of them are withheld, by reason
 * @param changes how many figures differ from the revision that it corrects
 */
public record ReleaseNotes(
        int daysUnsealed, int statementsMissing, int figures, Map<String, Long> withheld, int changes) {
    /** Copies the counts, in the order of reasons. */
    public ReleaseNotes {
        withheld = new TreeMap<>(withheld);
    }

    static JsonObject of(ReleaseContent content) {
        JsonObject withheld = new JsonObject();
        content.withheld().forEach(withheld::put);
        return new JsonObject().put("daysUnsealed", content.quality().daysUnsealed())
                .put("statementsMissing", content.quality().statementsMissing())
                .put("figures", content.cells().size())
                .put("withheld", withheld)
                .put("changes", content.correction().map(correction -> correction.changes().size()).orElse(0));
    }

    /** The notes of a release. */
    public static ReleaseNotes read(JsonObject notes) {
        Map<String, Long> withheld = new TreeMap<>();
        JsonObject counts = notes.getJsonObject("withheld");
        counts.fieldNames().forEach(reason -> withheld.put(reason, counts.getLong(reason)));
        return new ReleaseNotes(notes.getInteger("daysUnsealed"), notes.getInteger("statementsMissing"),
                notes.getInteger("figures"), withheld, notes.getInteger("changes"));
    }

    /** How many figures are withheld. */
    public long withheldTotal() {
        return withheld.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether the month's data is known to be incomplete. */
    public boolean isIncomplete() {
        return daysUnsealed > 0 || statementsMissing > 0;
    }
}
