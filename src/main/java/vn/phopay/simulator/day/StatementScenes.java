package vn.phopay.simulator.day;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import vn.phopay.simulator.Fault;
import vn.phopay.simulator.day.Book.Line;
import vn.phopay.simulator.day.Story.Explained;
import vn.phopay.simulator.day.Town.Shop;
import vn.phopay.simulator.day.Town.Statements;
import vn.phopay.simulator.sender.Movement;
import vn.phopay.time.BusinessDay;

/** What goes wrong between callbacks and statements. */
final class StatementScenes {
    private static final long OTHER_BY_VND = 500;
    private static final int NIGHT_HOUR = 22;
    private static final int NIGHT_SECONDS = 3_600;
    private static final int HOUR_SECONDS = 3_600;
    /** Statements are told twice, and numbers skipped, of this many accounts in a hundred at most. */
    private static final int ACCOUNTS_PERCENT = 10;

    private StatementScenes() {}

    static Map<Fault, Scene> all() {
        Map<Fault, Scene> scenes = new EnumMap<>(Fault.class);
        scenes.put(Fault.NIGHT, whereBooksAreTold(StatementScenes::night));
        scenes.put(Fault.LOST, whereBooksAreTold(StatementScenes::lost));
        scenes.put(Fault.AFTER_STATEMENT, whereBooksAreTold(StatementScenes::afterStatement));
        scenes.put(Fault.MISSING_LINES, whereBooksAreTold(StatementScenes::missing));
        scenes.put(Fault.LATE_LINES, whereBooksAreTold(StatementScenes::lateLine));
        scenes.put(Fault.WRONG_LINES, whereBooksAreTold(StatementScenes::wrongLine));
        scenes.put(Fault.DOUBLE_LINES, whereBooksAreTold(StatementScenes::doubleLine));
        scenes.put(Fault.BATCHES, whereCamtIsSpoken(StatementScenes::batch));
        scenes.put(Fault.NOTICES, whereCamtIsSpoken(StatementScenes::notice));
        scenes.put(Fault.DOUBLE_STATEMENTS, whereBooksAreTold(StatementScenes::doubleStatement));
        scenes.put(Fault.GAPS, whereCamtIsSpoken(StatementScenes::gap));
        return scenes;
    }

    private static Scene whereCamtIsSpoken(Consumer<Story> play) {
        return new Scene(shop -> shop.bank().statements() == Statements.CAMT, play);
    }

    private static Scene whereBooksAreTold(Consumer<Story> play) {
        return new Scene(shop -> shop.bank().statements() != Statements.NONE, play);
    }

    private static void night(Story story) {
        Movement paid = Scenes.byCode(story, story.outlet()).withBookedAt(BusinessDay.startOf(story.stage().day())
                .plusSeconds((long) NIGHT_HOUR * HOUR_SECONDS + story.random().nextInt(NIGHT_SECONDS)));
        story.tells(paid).booksTomorrow(paid).end();
    }

    private static void lost(Story story) {
        Movement paid = Scenes.byCode(story, story.outlet());
        story.books(paid).end();
    }

    private static void afterStatement(Story story) {
        Movement paid = Scenes.byCode(story, story.outlet());
        story.tells(paid).books(paid).endAfterStatement();
    }

    private static void missing(Story story) {
        Movement paid = Scenes.byCode(story, story.outlet());
        story.tells(paid)
                .troubles("MISSING_IN_STATEMENT", paid, Explained.open(
                        "the bank called, and neither this day's statement nor the next one has it",
                        "Ask the bank; if it never booked the transfer, the merchant has not been paid.")
                        .apart(paid.amountVnd()))
                .end();
    }

    private static void lateLine(Story story) {
        Movement paid = Scenes.byCode(story, story.outlet());
        story.tells(paid).booksTomorrow(paid).end();
    }

    private static void wrongLine(Story story) {
        Movement paid = Scenes.byCode(story, story.outlet());
        long otherVnd = paid.amountVnd() + OTHER_BY_VND;
        story.tells(paid).books(new Line(paid, otherVnd, false, false))
                .troubles("AMOUNT_MISMATCH", paid, Explained.open(
                        "the bank told " + paid.amountVnd() + " VND, and its statement has " + otherVnd,
                        "Ask the bank which is right; until then the callback's amount counts.")
                        .apart(OTHER_BY_VND))
                .end();
    }

    private static void batch(Story story) {
        Movement paid = Scenes.byCode(story, story.outlet());
        story.tells(paid).books(new Line(paid, paid.amountVnd(), true, false)).end();
    }

    /** Every second time the line comes again in the next day's statement, which only repeats what is known. */
    private static void doubleLine(Story story) {
        Movement paid = Scenes.byCode(story, story.outlet());
        if (story.random().nextBoolean()) {
            story.tells(paid).books(paid).booksTomorrow(paid).end();
            return;
        }
        story.tells(paid).books(new Line(paid, paid.amountVnd(), false, true))
                .troubles("STATEMENT_AMBIGUOUS", Set.of(paid.account() + ' ' + paid.trace()), Explained.open(
                        "one statement has the same line of " + paid.amountVnd() + " VND twice",
                        "Ask the bank whether it booked twice; if it did, a second payer's transfer has no name.")
                        .apart(paid.amountVnd()))
                .end();
    }

    /** Every second time the notice is all that comes before the statement. */
    private static void notice(Story story) {
        Movement paid = Scenes.byCode(story, story.outlet());
        story.stage().book().of(story.bank(), paid.account()).notices().add(paid);
        story.books(paid);
        if (story.random().nextBoolean()) {
            story.tells(paid);
        }
        story.end();
    }

    private static void doubleStatement(Story story) {
        if (mayMark(story, story.stage().book().accounts().stream().filter(Book.Account::isTwice).count())) {
            story.stage().book().of(story.bank(), story.shop().account()).tellTwice();
        }
        Scenes.ordinary(story);
    }

    private static void gap(Story story) {
        Shop shop = story.shop();
        Book.Account account = story.stage().book().of(story.bank(), shop.account());
        long gaps = story.stage().book().accounts().stream().filter(Book.Account::hasGap).count();
        if (!account.hasGap() && mayMark(story, gaps)) {
            account.skipNumber();
            story.troubles("STATEMENT_GAP", Set.of(shop.account()), Explained.open(
                    "a number is missing in the statements of account …"
                            + shop.account().substring(shop.account().length() - 4),
                    "Ask the bank for the statement in between, or for its word that there is none."));
        }
        Scenes.ordinary(story);
    }

    private static boolean mayMark(Story story, long marked) {
        return marked * 100 <= (long) ACCOUNTS_PERCENT * story.stage().town().shops().size();
    }
}
