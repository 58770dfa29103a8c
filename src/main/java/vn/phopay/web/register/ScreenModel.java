package vn.phopay.web.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.phopay.consent.ConsentPurpose;
import vn.phopay.registration.Question;
import vn.phopay.registration.Screen;
import vn.phopay.registration.Summary;
import vn.phopay.registration.Trade;
import vn.phopay.web.Form;

/**
 * What the template of a screen shows.
 *
 * @param screen which one
 * @param lane whose way it is on
 * @param form what was typed, and what is wrong with it
 * @param elsewhere what is wrong on other screens
 * @param lists what may be chosen
 * @param summary what was answered before; on the last screen only
 */
public record ScreenModel(
        Screen screen,
        Lane lane,
        Form form,
        List<Elsewhere> elsewhere,
        PickLists lists,
        @Nullable Summary summary) {
    /** Copies {@code elsewhere}. */
    public ScreenModel {
        elsewhere = List.copyOf(elsewhere);
    }

    /**
     * A fault on another screen.
     *
     * @param address where it is put right
     * @param messageKey what to say
     * @param taken whether another shop has it: then its owner may want to log in
     */
    public record Elsewhere(String address, String messageKey, boolean taken) {}

    /** How many faults there are. */
    public int faultCount() {
        return form.faults().size() + elsewhere.size();
    }

    /** Whether something belongs to another shop, which may be the visitor's own. */
    public boolean isTaken() {
        return elsewhere.stream().anyMatch(Elsewhere::taken)
                || form.faults().stream().anyMatch(fault -> fault.key().endsWith("Taken"));
    }

    /** Where the form goes. */
    public String action() {
        return screen == Screen.LOGIN ? lane.sendAddress() : lane.address(screen);
    }

    /** What is sold, to choose from. */
    public List<Trade> trades() {
        return List.of(Trade.values());
    }

    /** What is asked to be agreed to. */
    public List<ConsentPurpose> purposes() {
        return List.of(ConsentPurpose.values());
    }

    /** The name of the box for {@code purpose}. */
    public String box(ConsentPurpose purpose) {
        return Question.of(purpose).key();
    }

    /** Whether the box for {@code purpose} was ticked. */
    public boolean isTicked(ConsentPurpose purpose) {
        return form.typed(box(purpose)).equals(Question.YES);
    }

    /** Whether an address in words was begun, so that its fields are open. */
    public boolean isInWords() {
        return !form.typed(Question.AREA.key()).isEmpty() || !form.typed(Question.ADDRESS.key()).isEmpty();
    }
}
