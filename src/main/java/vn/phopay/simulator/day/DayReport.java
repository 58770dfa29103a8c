package vn.phopay.simulator.day;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** What a simulated day came to: lines to print, and whether everything was as the truth has it. */
public final class DayReport {
    private final List<JsonObject> lines = new ArrayList<>();
    private final List<JsonObject> cases = new ArrayList<>();
    private boolean right = true;

    void add(String what, JsonObject line) {
        lines.add(new JsonObject().put("report", what).mergeIn(line));
    }

    /** As {@link #add}; the day is wrong unless {@code holds}. */
    void check(String what, boolean holds, JsonObject line) {
        right &= holds;
        add(what, line.put("right", holds));
    }

    void addCase(JsonObject line) {
        cases.add(line);
    }

    /** One object a finding, the verdict last. */
    public List<JsonObject> lines() {
        List<JsonObject> all = new ArrayList<>(lines);
        all.add(new JsonObject().put("report", "verdict").put("right", right));
        return all;
    }

    /** One object a case that waits for a person: what happened, what to do. */
    public List<JsonObject> cases() {
        return List.copyOf(cases);
    }

    /** Whether nothing differed from the truth. */
    public boolean isRight() {
        return right;
    }
}
