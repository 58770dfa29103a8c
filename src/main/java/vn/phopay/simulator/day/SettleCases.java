package vn.phopay.simulator.day;

import io.vertx.core.json.JsonObject;
import java.util.List;
import vn.phopay.simulator.day.JudgeCases.Explained;
import vn.phopay.simulator.day.Outsider.Person;
import vn.phopay.simulator.day.Truth.Cure;

/** Does what people do about some of the cases, because they found out: gives money to whom it is. */
final class SettleCases {
    private static final int IN_FORCE = 200;
    private static final int WAITS_FOR_SECOND = 202;

    private final Outsider outsider;
    private final Person registrar;
    private final Person second;

    SettleCases(Outsider outsider, Person registrar, Person second) {
        this.outsider = outsider;
        this.registrar = registrar;
        this.second = second;
    }

    /** Settles what has a cure; gives how many. */
    int settle(List<Explained> cases) {
        int settled = 0;
        for (Explained one : cases) {
            if (one.trouble().words().cure() instanceof Cure.Assign(Town.Outlet outlet)) {
                assign(one.caseId(), outlet);
                settled++;
            }
        }
        return settled;
    }

    private void assign(String caseId, Town.Outlet outlet) {
        String path = "/api/v1/cases/" + caseId;
        Outsider.Reply reply = outsider.call(registrar, "POST", path + "/resolve", new JsonObject()
                .put("action", "ASSIGN").put("outletId", outlet.id()).put("note", "the payer said which shop it was"));
        if (reply.status() == WAITS_FOR_SECOND) {
            outsider.post(second, path + "/approve", new JsonObject());
        } else if (reply.status() != IN_FORCE) {
            throw new DayFailedException(path + ": " + reply.status() + ' ' + reply.body().encode());
        }
    }
}
