package vn.phopay.simulator.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.phopay.simulator.Fault;
import vn.phopay.simulator.day.Book.Line;
import vn.phopay.simulator.day.Errand.Manner;
import vn.phopay.simulator.day.Errand.Step;
import vn.phopay.simulator.day.Errand.When;
import vn.phopay.simulator.day.Town.Bank;
import vn.phopay.simulator.day.Town.Outlet;
import vn.phopay.simulator.day.Town.Payee;
import vn.phopay.simulator.day.Town.Request;
import vn.phopay.simulator.day.Town.Shop;
import vn.phopay.simulator.day.Town.Statements;
import vn.phopay.simulator.day.Truth.Credit;
import vn.phopay.simulator.day.Truth.Cure;
import vn.phopay.simulator.day.Truth.RequestEnd;
import vn.phopay.simulator.day.Truth.Trouble;
import vn.phopay.simulator.day.Truth.Words;
import vn.phopay.simulator.sender.Movement;

/** One thing that happens at one shop: what moved, who tells it how, what stands in the books, what must come of it. */
final class Story {
    private final Stage stage;
    private final Shop shop;
    private final @Nullable Fault fault;
    private final List<Step> steps = new ArrayList<>(1);

    Story(Stage stage, Shop shop, @Nullable Fault fault) {
        this.stage = stage;
        this.shop = shop;
        this.fault = fault;
        stage.begins(fault);
    }

    Stage stage() {
        return stage;
    }

    Shop shop() {
        return shop;
    }

    Bank bank() {
        return shop.bank();
    }

    Random random() {
        return stage.random();
    }

    /** Any of the shop's outlets. */
    Outlet outlet() {
        return shop.outlets().get(random().nextInt(shop.outlets().size()));
    }

    /** Money that comes in on the shop's account. */
    Movement credit(long amountVnd, String memo) {
        return stage.credit(bank(), shop.account(), amountVnd, memo);
    }

    /** The shop's sender tells {@code movement}. */
    Story tells(Movement movement) {
        return tells(Manner.PLAIN, movement);
    }

    Story tells(Manner manner, Movement movement) {
        steps.add(new Step(bank(), List.of(movement), manner));
        return this;
    }

    Story tellsBy(Bank other, Movement movement) {
        steps.add(Step.plain(other, movement));
        return this;
    }

    /** The books of the day have it. */
    Story books(Movement movement) {
        return books(Line.of(movement));
    }

    Story books(Line line) {
        if (bank().statements() == Statements.NONE) {
            return this;
        }
        stage.book().of(bank(), line.movement().account()).today().add(line);
        return this;
    }

    /** The books of the next day have it. */
    Story booksTomorrow(Movement movement) {
        stage.book().of(bank(), movement.account()).tomorrow().add(Line.of(movement));
        return this;
    }

    /** It must count once, for {@code payee}. */
    Story counts(Movement movement, Payee payee) {
        return counts(movement, payee, false);
    }

    /** It must stand there once, taken back. */
    Story countsNothing(Movement movement, Payee payee) {
        return counts(movement, payee, true);
    }

    private Story counts(Movement movement, Payee payee, boolean takenBack) {
        stage.truth().count(new Credit(Credit.key(bank().code(), bank().idOf(movement)), movement.trace(),
                movement.amountVnd(), payee, takenBack, fault));
        return this;
    }

    /** The request must end so. */
    Story ends(Request request, String status, long paidVnd) {
        stage.truth().end(request.id(), new RequestEnd(shop.id(), status, paidVnd));
        return this;
    }

    /** A person must find a case of {@code kind} about {@code movement}. */
    Story troubles(String kind, Movement movement, Explained explained) {
        return troubles(kind, Set.of(bank().idOf(movement)), explained);
    }

    Story troubles(String kind, Set<String> subjects, Explained explained) {
        stage.truth().trouble(new Trouble(kind, bank().code(), subjects, explained.words, explained.apartVnd));
        return this;
    }

    /** A trouble in words, and how far callbacks and statements stay apart because of it. */
    record Explained(Words words, long apartVnd) {
        static Explained open(String happened, String advice) {
            return cured(happened, advice, new Cure.None());
        }

        static Explained cured(String happened, String advice, Cure cure) {
            return new Explained(new Words(happened, advice, cure), 0);
        }

        Explained apart(long amountVnd) {
            return new Explained(words, amountVnd);
        }
    }

    /** Ends the story: its calls are made while the day goes on. */
    void end() {
        stage.send(When.BY_DAY, steps);
    }

    /** Ends the story: its calls are made the next morning. */
    void endAfterStatement() {
        stage.send(When.AFTER_STATEMENT, steps);
    }
}
