package vn.phopay.registration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.phopay.merchant.LocateOutlet;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.time.BusinessDay;

/**
 * The streets, wards and districts that a shop may choose from, grouped by district. A ward that lies in several
 * districts of old is offered in each of them: so one choice says both.
 */
public final class PlaceChoices {
    private static final char SEPARATOR = ':';

    private final PlaceDirectory places;
    private final Clock clock;

    /** Choices out of {@code places}, as of today. */
    public PlaceChoices(PlaceDirectory places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    /**
     * One choice.
     *
     * @param value what is sent
     * @param name what is read
     */
    public record Choice(String value, String name) {}

    /** The choices of one district. */
    public record Group(String districtCode, String districtName, List<Choice> choices) {}

    /** The streets that we keep; districts without any are left out. */
    public List<Group> streets() {
        return groups(district -> places.streets().stream()
                .filter(street -> places.touches(street, district, today()))
                .map(street -> new Choice(street.code(), street.nameVi())));
    }

    /** The wards of each district, and for each district one choice without a ward. */
    public List<Group> areas() {
        return groups(district -> Stream.concat(
                Stream.of(new Choice(district.code() + SEPARATOR, district.nameVi())),
                places.wards(today()).stream()
                        .filter(ward -> places.touches(ward, district, today()))
                        .map(ward -> new Choice(district.code() + SEPARATOR + ward.code(), ward.nameVi()))));
    }

    /** The name of a street, for a summary; empty where there is none of this value. */
    public Optional<String> nameOfStreet(String value) {
        return places.street(value).map(Place::nameVi);
    }

    /** The names of the places that an answer names, the smallest first; a street's district and ward with it. */
    public List<String> areaNames(Answers answers) {
        Optional<Place> street = places.street(answers.get(Question.STREET));
        if (street.isPresent()) {
            return Stream.concat(
                    places.wardOfStreet(street.get(), today()).stream(),
                    places.districtsOf(street.get(), today()).stream().limit(1)).map(Place::nameVi).toList();
        }
        return areaOf(answers.get(Question.AREA)).stream()
                .flatMap(area -> Stream.concat(
                        area.wardCode().flatMap(code -> places.ward(code, today())).stream(),
                        places.district(area.districtCode()).stream()))
                .map(Place::nameVi)
                .toList();
    }

    /** Reads the value of a choice of {@link #areas()}; whether there is such a place is not looked up. */
    static Optional<LocateOutlet.Address> areaOf(String value) {
        int separator = value.indexOf(SEPARATOR);
        if (separator < 0) {
            return Optional.empty();
        }
        Optional<String> ward = Optional.of(value.substring(separator + 1)).filter(code -> !code.isEmpty());
        return Optional.of(new LocateOutlet.Address(value.substring(0, separator), ward, Optional.empty()));
    }

    private List<Group> groups(Function<Place, Stream<Choice>> choices) {
        return places.districts().stream()
                .map(district -> new Group(district.code(), district.nameVi(), choices.apply(district).toList()))
                .filter(group -> !group.choices().isEmpty())
                .toList();
    }

    private LocalDate today() {
        return BusinessDay.of(clock.instant());
    }
}
