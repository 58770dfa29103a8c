package vn.phopay.simulator.day;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import vn.phopay.simulator.Fault;
import vn.phopay.simulator.day.Errand.Manner;
import vn.phopay.simulator.day.Story.Explained;
import vn.phopay.simulator.day.Town.Bank;
import vn.phopay.simulator.day.Town.Shop;
import vn.phopay.simulator.sender.Movement;

/** What goes wrong while a sender tells: twice, twofold, never, in the wrong order, without right. */
final class TellingScenes {
    private static final long OTHER_BY_VND = 1_000;

    private TellingScenes() {}

    static Map<Fault, Scene> all() {
        Map<Fault, Scene> scenes = new EnumMap<>(Fault.class);
        scenes.put(Fault.DUPLICATES, Scene.anywhere(TellingScenes::duplicate));
        scenes.put(Fault.CONFLICTS, Scene.anywhere(TellingScenes::conflict));
        scenes.put(Fault.REVERSALS, new Scene(TellingScenes::canTakeBack, TellingScenes::reversal));
        scenes.put(Fault.EARLY_REVERSALS, Scene.whereDebitsAreTold(TellingScenes::earlyReversal));
        // Only where a debit names what it takes back can anybody see that there is nothing.
        scenes.put(Fault.LONE_REVERSALS, new Scene(
                shop -> shop.bank().sender().namesReversed(), TellingScenes::loneReversal));
        scenes.put(Fault.TWINS, new Scene(shop -> shop.bank().sender().tellsTraces(), TellingScenes::twins));
        scenes.put(Fault.DOUBLE_IDS, new Scene(TellingScenes::canTellUnderTwoIds, TellingScenes::doubleIds));
        scenes.put(Fault.PROBES, Scene.anywhere(story -> before(story, Manner.PROBE)));
        scenes.put(Fault.UNREADABLE, Scene.anywhere(story -> before(story, Manner.UNREADABLE)));
        scenes.put(Fault.FORGED, Scene.anywhere(story -> before(story, Manner.FORGED)));
        scenes.put(Fault.STALE, new Scene(
                shop -> shop.bank().sender().signatureAgeMax().isPresent(), story -> before(story, Manner.STALE)));
        scenes.put(Fault.SWALLOWED, Scene.anywhere(TellingScenes::swallowed));
        return scenes;
    }

    private static void duplicate(Story story) {
        Movement paid = Scenes.byCode(story, story.outlet());
        story.tells(paid).tells(paid).books(paid).end();
    }

    private static void conflict(Story story) {
        Movement paid = Scenes.byCode(story, story.outlet());
        Movement other = paid.withAmount(paid.amountVnd() + OTHER_BY_VND);
        story.tells(paid).tells(other).books(paid)
                .troubles("CONFLICT", paid, Explained.open(
                        "one id was told first with " + paid.amountVnd() + " VND, then with " + other.amountVnd(),
                        "Ask the bank which is right; the first stays in force, and its statement agrees with it."))
                .end();
    }

    private static boolean canTakeBack(Shop shop) {
        return shop.bank().sender().tellsDebits() || shop.bank().statements() != Town.Statements.NONE;
    }

    /** A sender that tells of no debit leaves it to the statement. */
    private static void reversal(Story story) {
        Movement paid = takenBack(story);
        Movement back = story.stage().reversal(story.bank(), paid);
        story.tells(paid).books(paid).books(back);
        if (story.bank().sender().tellsDebits()) {
            story.tells(back);
        }
        story.end();
    }

    private static void earlyReversal(Story story) {
        Movement paid = takenBack(story);
        Movement back = story.stage().reversal(story.bank(), paid);
        story.tells(back).tells(paid).books(paid).books(back).end();
    }

    private static Movement takenBack(Story story) {
        Movement paid = story.credit(story.stage().amountVnd(), story.outlet().reference());
        story.countsNothing(paid, story.shop().payeeBy(outletOf(story.shop(), paid)));
        return paid;
    }

    private static Town.Outlet outletOf(Shop shop, Movement paid) {
        return shop.outlets().stream().filter(outlet -> outlet.reference().equals(paid.memo())).findFirst()
                .orElseThrow();
    }

    private static void loneReversal(Story story) {
        Movement never = story.credit(story.stage().amountVnd(), "");
        Movement back = story.stage().reversal(story.bank(), never);
        story.tells(back).books(back)
                .troubles("REVERSAL_WITHOUT_ORIGINAL", back, Explained.open(
                        "the bank took back a payment that it never told",
                        "Ask the bank which payment it means; the merchant has lost " + back.amountVnd() + " VND."))
                .end();
    }

    private static void twins(Story story) {
        Movement paid = Scenes.byCode(story, story.outlet());
        story.tells(paid).books(paid);
        story.stage().otherThan(story.bank()).ifPresent(
                other -> story.tellsBy(other, story.stage().knownAs(other, paid)));
        story.end();
    }

    /** Where the trace is the id, two ids are two traces. */
    private static boolean canTellUnderTwoIds(Shop shop) {
        return shop.bank().sender().tellsTraces() && !shop.bank().sender().dialect().equals("payos");
    }

    /** Until a person says otherwise both count: the bank called them two, and hiding one could hide a real payment. */
    private static void doubleIds(Story story) {
        Bank bank = story.bank();
        Town.Outlet outlet = story.outlet();
        Movement paid = story.credit(story.stage().amountVnd(), outlet.reference());
        Movement again = story.stage().knownAs(bank, paid);
        Set<String> both = Set.of(bank.idOf(paid), bank.idOf(again));
        story.tells(paid).tells(again).books(paid)
                .counts(paid, story.shop().payeeBy(outlet)).counts(again, story.shop().payeeBy(outlet))
                .troubles("POSSIBLE_DUPLICATE", both, Explained.open(
                        "one trace, account and amount was told under two ids",
                        "Ask the bank whether it is one transfer; the statement has one line."));
        if (bank.statements() != Town.Statements.NONE) {
            story.troubles("MISSING_IN_STATEMENT", both, Explained.open(
                    "of two ids with one trace, the statement has one line",
                    "Decide the possible duplicate: if it is one transfer, one of the two never was.")
                    .apart(paid.amountVnd()));
        }
        story.end();
    }

    /** Something that must do nothing comes before the right call. */
    private static void before(Story story, Manner manner) {
        Movement paid = Scenes.byCode(story, story.outlet());
        story.tells(manner, paid).tells(paid).books(paid).end();
    }

    private static void swallowed(Story story) {
        Movement paid = Scenes.byCode(story, story.outlet());
        story.tells(Manner.CUT, paid).books(paid).end();
    }

    /** How much older than allowed a stale signature is. */
    static Duration tooOld(Bank bank) {
        return bank.sender().signatureAgeMax().orElse(Duration.ZERO).plusMinutes(1);
    }
}
