package vn.phopay.simulator.day;

import java.util.EnumMap;
import java.util.Map;
import vn.phopay.simulator.Fault;
import vn.phopay.simulator.Memos;
import vn.phopay.simulator.day.Town.Outlet;
import vn.phopay.simulator.day.Town.Request;
import vn.phopay.simulator.sender.Movement;

/** All stories, by what goes wrong in them, and the one in which nothing does. */
final class Scenes {
    private static final int HUNDRED = 100;
    private static final int PERCENT_OF_REQUESTS = 6;
    private static final int PERCENT_WITHOUT_CODE = 14;

    private final Map<Fault, Scene> faultToScene = new EnumMap<>(Fault.class);

    Scenes() {
        faultToScene.putAll(TellingScenes.all());
        faultToScene.putAll(MemoScenes.all());
        faultToScene.putAll(MoneyScenes.all());
        faultToScene.putAll(StatementScenes.all());
        for (Fault fault : Fault.values()) {
            if (!faultToScene.containsKey(fault)) {
                throw new IllegalStateException("there is no story for " + fault.word());
            }
        }
    }

    Scene of(Fault fault) {
        Scene scene = faultToScene.get(fault);
        if (scene == null) {
            throw new IllegalStateException("checked when all were put together");
        }
        return scene;
    }

    /** A payment in which nothing goes wrong: mostly by a printed code, sometimes for a request, or without a code. */
    static void ordinary(Story story) {
        int drawn = story.random().nextInt(HUNDRED);
        if (drawn < PERCENT_OF_REQUESTS && !story.shop().open().isEmpty()) {
            request(story);
        } else if (drawn < PERCENT_WITHOUT_CODE) {
            Movement paid = story.credit(story.stage().amountVnd(), Memos.withoutCode(story.random()));
            story.tells(paid).books(paid).counts(paid, story.shop().payeeByAccount()).end();
        } else {
            Movement paid = byCode(story, story.outlet());
            story.tells(paid).books(paid).end();
        }
    }

    private static void request(Story story) {
        Request request = story.stage().openRequest(story.shop()).orElseThrow();
        Movement paid = story.credit(request.amountVnd(), Memos.around(request.reference(), story.random()));
        story.tells(paid).books(paid).counts(paid, story.shop().payeeBy(request))
                .ends(request, "PAID", request.amountVnd()).end();
    }

    /** A payment by {@code outlet}'s printed code, which must count for it. */
    static Movement byCode(Story story, Outlet outlet) {
        Movement paid = story.credit(
                story.stage().amountVnd(), Memos.around(outlet.reference(), story.random()));
        story.counts(paid, story.shop().payeeBy(outlet));
        return paid;
    }
}
