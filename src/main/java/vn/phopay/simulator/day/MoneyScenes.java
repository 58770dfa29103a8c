package vn.phopay.simulator.day;

import java.util.EnumMap;
import java.util.Map;
import vn.phopay.simulator.Fault;
import vn.phopay.simulator.Memos;
import vn.phopay.simulator.day.Story.Explained;
import vn.phopay.simulator.day.Town.Request;
import vn.phopay.simulator.sender.Movement;

/** What goes wrong with amounts and moments: too much, too little, in parts, too late. */
final class MoneyScenes {
    private static final long EXTRA_VND = 2_000;

    private MoneyScenes() {}

    static Map<Fault, Scene> all() {
        Map<Fault, Scene> scenes = new EnumMap<>(Fault.class);
        scenes.put(Fault.LATE, new Scene(shop -> !shop.brief().isEmpty(), MoneyScenes::late));
        scenes.put(Fault.PARTIAL, Scene.whereRequestsAre(story -> inParts(story, false)));
        scenes.put(Fault.DISORDER, Scene.whereRequestsAre(story -> inParts(story, true)));
        scenes.put(Fault.OVERPAID, Scene.whereRequestsAre(story -> once(story, EXTRA_VND, "OVERPAID")));
        scenes.put(Fault.SHORT, Scene.whereRequestsAre(story -> once(story, -1, "UNDERPAID")));
        return scenes;
    }

    private static void late(Story story) {
        Request request = story.shop().brief().remove();
        Movement paid = story.credit(request.amountVnd(), Memos.around(request.reference(), story.random()));
        story.tells(paid).books(paid).counts(paid, story.shop().payeeBy(request))
                .ends(request, "EXPIRED", 0)
                .troubles("LATE", paid, Explained.open(
                        "it was booked after its request and the grace had expired",
                        "Ask the merchant whether the sale still stands; else give the money back."))
                .end();
    }

    private static void inParts(Story story, boolean disorder) {
        Request request = story.shop().open().remove();
        long firstVnd = request.amountVnd() / 3;
        Movement first = part(story, request, firstVnd);
        Movement second = part(story, request, request.amountVnd() - firstVnd)
                .withBookedAt(first.bookedAt().plusSeconds(90));
        story.tells(disorder ? second : first).tells(disorder ? first : second).books(first).books(second)
                .counts(first, story.shop().payeeBy(request))
                .counts(second, story.shop().payeeBy(request))
                .ends(request, "PAID", request.amountVnd())
                .end();
    }

    private static Movement part(Story story, Request request, long amountVnd) {
        return story.credit(amountVnd, Memos.around(request.reference(), story.random()));
    }

    private static void once(Story story, long moreVnd, String status) {
        Request request = story.shop().open().remove();
        long paidVnd = request.amountVnd() + moreVnd;
        Movement paid = story.credit(paidVnd, Memos.around(request.reference(), story.random()));
        story.tells(paid).books(paid).counts(paid, story.shop().payeeBy(request)).ends(request, status, paidVnd).end();
    }
}
