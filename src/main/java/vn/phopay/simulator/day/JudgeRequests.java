package vn.phopay.simulator.day;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.phopay.simulator.day.Outsider.Person;

/** Holds requests as their merchants see them in the evening against the truth: of those that faults met, every one. */
final class JudgeRequests {
    private static final int JUDGED_MAX = 2_000;

    private final Outsider outsider;
    private final Stage stage;

    JudgeRequests(Outsider outsider, Stage stage) {
        this.outsider = outsider;
        this.stage = stage;
    }

    /** What came of it. */
    record Verdict(int judged, List<String> findings) {}

    Verdict judge() {
        Map<String, Person> idToOwner = new HashMap<>();
        stage.town().shops().forEach(shop -> idToOwner.put(shop.id(), outsider.person(shop.login())));
        List<String> findings = new ArrayList<>();
        int judged = 0;
        for (Map.Entry<String, Truth.RequestEnd> request : stage.truth().requests().entrySet()) {
            if (judged == JUDGED_MAX) {
                break;
            }
            judged++;
            Truth.RequestEnd end = request.getValue();
            Person owner = idToOwner.getOrDefault(end.merchantId(), Person.ANYONE);
            JsonObject is = outsider.get(owner, "/api/v1/payment-requests/" + request.getKey());
            String should = end.status() + ' ' + end.paidVnd();
            String stands = is.getString("status") + ' ' + is.getLong("paidAmount");
            if (!should.equals(stands)) {
                findings.add(request.getKey() + " should be " + should + "; is " + stands);
            }
        }
        return new Verdict(judged, findings);
    }
}
