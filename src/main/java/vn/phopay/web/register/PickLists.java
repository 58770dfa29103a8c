package vn.phopay.web.register;

import java.util.List;
import vn.phopay.registration.BankChoices;
import vn.phopay.registration.PlaceChoices;
import vn.phopay.web.View;

/** The long lists that a visitor chooses from: plain lists in groups, which a script makes searchable. */
public final class PickLists {
    private final PlaceChoices places;
    private final BankChoices banks;

    /** Lists of {@code places} and {@code banks}. */
    public PickLists(PlaceChoices places, BankChoices banks) {
        this.places = places;
        this.banks = banks;
    }

    /**
     * One line to choose.
     *
     * @param value what is sent
     * @param name what is read
     * @param also other words by which a search finds it
     */
    public record Line(String value, String name, String also) {}

    /** Lines under one heading. */
    public record Group(String heading, List<Line> lines) {}

    /** The streets, by district. */
    public List<Group> streets() {
        return places.streets().stream()
                .map(group -> new Group(group.districtName(), group.choices().stream()
                        .map(choice -> new Line(choice.value(), choice.name(), ""))
                        .toList()))
                .toList();
    }

    /** The wards by district, and for each district a line for who does not know her ward. */
    public List<Group> areas(View view) {
        return places.areas().stream()
                .map(group -> new Group(group.districtName(), group.choices().stream()
                        .map(choice -> new Line(choice.value(), nameOf(choice, view), ""))
                        .toList()))
                .toList();
    }

    private static String nameOf(PlaceChoices.Choice choice, View view) {
        return choice.value().endsWith(":") ? view.text("register.area.unknown", choice.name()) : choice.name();
    }

    /** The banks: those that most people have, then all others. */
    public List<Group> banks(View view) {
        return List.of(
                new Group(view.text("register.bank.common"), toLines(banks.common())),
                new Group(view.text("register.bank.others"), toLines(banks.others())));
    }

    PlaceChoices places() {
        return places;
    }

    private static List<Line> toLines(List<BankChoices.Choice> choices) {
        return choices.stream().map(choice -> new Line(
                choice.bin(), choice.name() + " – " + choice.fullName(), choice.alsoCalled())).toList();
    }
}
