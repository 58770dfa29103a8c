package vn.phopay.simulator.day;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import vn.phopay.simulator.day.Outsider.Person;
import vn.phopay.simulator.day.Outsider.Reply;

/** Closes the day as two people of the city do: one proposes to close it in spite of what has a case, one closes it. */
final class SealDay {
    private static final int SEALED = 200;

    private final Outsider outsider;
    private final Person admin;
    private final Person second;

    SealDay(Outsider outsider, Person admin, Person second) {
        this.outsider = outsider;
        this.admin = admin;
        this.second = second;
    }

    /**
     * What came of it.
     *
     * @param apartVnd how far callbacks and statements of the day were apart, each difference as a positive number
     * @param waived in spite of what it was closed
     * @param hash the seal's; empty where the day could not be closed
     * @param detail why it could not
     */
    record Sealed(long apartVnd, List<String> waived, String hash, String detail) {}

    Sealed seal(String date) {
        String path = "/api/v1/days/" + date;
        JsonObject day = outsider.get(admin, path);
        long apartVnd = day.getJsonObject("drift").getLong("absolute");
        List<String> waived = new ArrayList<>();
        Reply closed = close(path, waived);
        for (Object blocker : closed.body().getJsonArray("blockers", new JsonArray())) {
            JsonObject one = (JsonObject) blocker;
            if (one.getBoolean("waivable", false)) {
                waived.add(one.getString("type"));
                outsider.post(second, path + "/waivers", new JsonObject().put("blocker", one.getString("type"))
                        .put("reason", "every difference of the simulated day has a case"));
            }
        }
        if (closed.status() != SEALED) {
            closed = close(path, waived);
        }
        return closed.status() == SEALED
                ? new Sealed(apartVnd, waived, closed.body().getString("hash", ""), "")
                : new Sealed(apartVnd, waived, "", closed.body().encode());
    }

    private Reply close(String path, List<String> waived) {
        return outsider.call(admin, "POST", path + "/close", new JsonObject()
                .put("note", "simulated day").put("waive", new JsonArray(List.copyOf(waived))));
    }
}
