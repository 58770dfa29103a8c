package vn.phopay.simulator.day;

import java.util.EnumMap;
import java.util.Map;
import vn.phopay.simulator.Fault;
import vn.phopay.simulator.Memos;
import vn.phopay.simulator.day.Story.Explained;
import vn.phopay.simulator.day.Town.Outlet;
import vn.phopay.simulator.day.Town.Payee;
import vn.phopay.simulator.day.Town.Shop;
import vn.phopay.simulator.day.Truth.Cure;
import vn.phopay.simulator.sender.Movement;

/** What goes wrong with the memo and with the account: what remains to tell whose the money is. */
final class MemoScenes {
    private static final int STRANGERS = 3;
    /** Every so many-th case of a kind is settled by a person of the simulation. */
    private static final int CURED_EVERY = 10;

    private MemoScenes() {}

    static Map<Fault, Scene> all() {
        Map<Fault, Scene> scenes = new EnumMap<>(Fault.class);
        scenes.put(Fault.MANGLED, Scene.anywhere(MemoScenes::mangled));
        scenes.put(Fault.CUT_MEMOS, Scene.anywhere(story -> byAccount(
                story, Memos.cut(story.outlet().reference(), story.random()))));
        scenes.put(Fault.NO_MEMOS, Scene.anywhere(story -> byAccount(story, "")));
        scenes.put(Fault.UNKNOWN, Scene.anywhere(MemoScenes::unknown));
        scenes.put(Fault.WRONG_ACCOUNT, Scene.anywhere(MemoScenes::wrongAccount));
        scenes.put(Fault.SEVERAL_CODES, new Scene(shop -> shop.outlets().size() > 1, MemoScenes::severalCodes));
        scenes.put(Fault.VIRTUAL, new Scene(MemoScenes::hasVirtualAccount, MemoScenes::virtual));
        return scenes;
    }

    private static void mangled(Story story) {
        Outlet outlet = story.outlet();
        Movement paid = story.credit(
                story.stage().amountVnd(), Memos.readable(outlet.reference(), story.random()));
        story.tells(paid).books(paid).counts(paid, story.shop().payeeBy(outlet)).end();
    }

    private static void byAccount(Story story, String memo) {
        Movement paid = story.credit(story.stage().amountVnd(), memo);
        story.tells(paid).books(paid).counts(paid, story.shop().payeeByAccount()).end();
    }

    private static void unknown(Story story) {
        // Each sender has strangers of its own: only its own statements tell of them.
        String stranger = "80" + story.shop().account().substring(2, 8)
                + story.stage().town().banks().indexOf(story.bank()) + story.random().nextInt(STRANGERS);
        Movement paid = story.stage().credit(story.bank(), stranger, story.stage().amountVnd(), "tra tien");
        story.tells(paid).books(paid)
                .troubles("UNMATCHED", paid, Explained.open(
                        "money came to account …" + tail(stranger) + ", which nobody registered",
                        "Find out whose account it is; the case closes itself once the city has approved it."))
                .end();
    }

    private static void wrongAccount(Story story) {
        Shop other = story.stage().shop(shop -> !shop.equals(story.shop())).orElseThrow();
        Outlet meant = other.outlets().getFirst();
        Movement paid = story.credit(story.stage().amountVnd(), Memos.around(meant.reference(), story.random()));
        Outlet own = story.shop().outlets().getFirst();
        Cure cure = cure(story, own);
        if (!(cure instanceof Cure.None)) {
            story.counts(paid, story.shop().payeeBy(own));
        }
        story.tells(paid).books(paid)
                .troubles("WRONG_ACCOUNT", paid, Explained.cured(
                        "the memo names a code of another merchant than account …" + tail(paid.account()),
                        "Ask the payer; the money lies on the account, give it to its owner or back.", cure))
                .end();
    }

    private static void severalCodes(Story story) {
        Outlet first = story.shop().outlets().getFirst();
        Outlet last = story.shop().outlets().getLast();
        Movement paid = story.credit(
                story.stage().amountVnd(), first.reference() + " hoac " + last.reference());
        Cure cure = cure(story, last);
        if (!(cure instanceof Cure.None)) {
            story.counts(paid, story.shop().payeeBy(last));
        }
        story.tells(paid).books(paid)
                .troubles("SEVERAL_CODES", paid, Explained.cured(
                        "the memo names two codes of the merchant",
                        "Ask the merchant which outlet sold, and give the payment to it.", cure))
                .end();
    }

    private static Cure cure(Story story, Outlet outlet) {
        return story.random().nextInt(CURED_EVERY) == 0 ? new Cure.Assign(outlet) : new Cure.None();
    }

    private static boolean hasVirtualAccount(Shop shop) {
        return !shop.virtualAccount().isEmpty() && shop.bank().sender().tellsVirtualAccounts();
    }

    /** The number belongs to the shop's last outlet, so it says more than the account does. */
    private static void virtual(Story story) {
        Shop shop = story.shop();
        Movement paid = story.credit(story.stage().amountVnd(), "").through(shop.virtualAccount());
        story.tells(paid).books(paid)
                .counts(paid, new Payee(shop.id(), shop.outlets().getLast().id(), ""))
                .end();
    }

    private static String tail(String account) {
        return account.substring(account.length() - 4);
    }
}
