package vn.phopay.web.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import vn.phopay.adoption.Interval;
import vn.phopay.chart.ChartText;
import vn.phopay.chart.StripChart;
import vn.phopay.figure.Period;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.place.Place;
import vn.phopay.programme.Helper;
import vn.phopay.programme.PremisesStore;
import vn.phopay.programme.ReadHelpers;
import vn.phopay.programme.StreetStrip;
import vn.phopay.programme.WalkList;
import vn.phopay.programme.WalkListStore;
import vn.phopay.web.Form;
import vn.phopay.web.View;

/** A street: its figures, its shops house by house, and who walks it. */
public final class StreetPage {
    static final String CHOSEN = "diem";
    static final String ASSIGNEE = "nguoi";
    static final String DUE = "han";
    static final String NOTE = "ghi-chu";
    private static final List<String> FIGURES = List.of(
            "adoptionRate", "activeOutlets30", "registeredOutlets", "habitualOutlets", "transactions",
            "selfCheckedShare");

    private final ProgrammeParts parts;
    private final PremisesStore premises;
    private final WalkListStore walks;
    private final ReadHelpers helpers;

    /** A page of what the stores hold. */
    public StreetPage(ProgrammeParts parts, PremisesStore premises, WalkListStore walks, ReadHelpers helpers) {
        this.parts = parts;
        this.premises = premises;
        this.walks = walks;
        this.helpers = helpers;
    }

    /**
     * What the template shows.
     *
     * @param street the street
     * @param around what it lies in
     * @param strip its shops
     * @param drawing the strip as a drawing
     * @param tiles its figures
     * @param work who walks it
     * @param form the form that gives a walk list
     */
    public record Model(
            Place street,
            List<Place> around,
            StreetStrip strip,
            StripChart drawing,
            List<FigureTile> tiles,
            Work work,
            Form form) {
        /** Copies the lists. */
        public Model {
            around = List.copyOf(around);
            tiles = List.copyOf(tiles);
        }

        /** The address of the page. */
        public String path() {
            return ProgrammePath.of(street);
        }

        /** The address of another place's page. */
        public String path(Place place) {
            return ProgrammePath.of(place);
        }

        /** The shops that somebody should visit and nobody is sent to. */
        public List<StreetStrip.Spot> free() {
            return strip.spots().stream().filter(this::isFree).toList();
        }

        /** Whether somebody should visit it, and it is on no open list. */
        public boolean isFree(StreetStrip.Spot spot) {
            return spot.isToVisit() && !work.taken().contains(spot.premises().orElseThrow().id());
        }

        /** Whether a box is ticked: all of them before somebody has chosen. */
        public boolean isChosen(UUID id) {
            return form.all(CHOSEN).isEmpty() || form.all(CHOSEN).contains(id.toString());
        }
    }

    /**
     * Who walks the street.
     *
     * @param lists walk lists, open ones first
     * @param taken the places of trade on open lists
     * @param helpers who could walk it
     */
    public record Work(List<WalkList> lists, Set<UUID> taken, List<Helper> helpers) {
        /** Copies all. */
        public Work {
            lists = List.copyOf(lists);
            taken = Set.copyOf(taken);
            helpers = List.copyOf(helpers);
        }
    }

    /** The street in the path of {@code call}, where the caller may see it. */
    Place street(Call call) {
        return parts.own(call).require(parts.places().street(call.path("streetId")));
    }

    /** The shops of a street as of today. */
    StreetStrip strip(SqlConnection transaction, Place street) {
        return StreetStrip.of(Future.await(premises.list(transaction, street)),
                Future.await(premises.outlets(transaction, street)), parts.today());
    }

    /** Who could walk a street. */
    List<Helper> helpers(Call call, SqlConnection transaction, Place street) {
        List<String> codes = parts.own(call).districtsOf(street).stream().map(Place::code).toList();
        return Future.await(helpers.registrars(transaction, codes));
    }

    /** The page; the look at its shops is kept. */
    Reply show(int status, Call call, SqlConnection transaction, Form form) {
        Place street = street(call);
        parts.looked(call, transaction, "street.view", street);
        View view = parts.kit().view(call);
        StreetStrip strip = strip(transaction, street);
        Period day = Period.of(Interval.DAY, parts.today());
        List<FigureTile> tiles = FigureTile.of(view, parts.book(),
                Future.await(parts.figures().one(transaction, street.placeId(), day)), FIGURES.stream());
        Work work = new Work(Future.await(walks.ofStreet(transaction, street.placeId())),
                new HashSet<>(Future.await(walks.taken(transaction, street.placeId()))),
                helpers(call, transaction, street));
        return parts.kit().page(status, view, "programme/street", new Model(street,
                parts.own(call).containers(street), strip, drawing(view, street, strip), tiles, work, form));
    }

    /** A form with the day it is usually due. */
    Form fresh() {
        LocalDate due = parts.today().plusDays(7);
        return Form.showing(Map.of(DUE, due.toString()));
    }

    private static StripChart drawing(View view, Place street, StreetStrip strip) {
        Map<StripChart.State, String> letters = new EnumMap<>(StripChart.State.class);
        Stream.of(StripChart.State.values()).forEach(state ->
                letters.put(state, view.text("programme.strip.letter." + state.name())));
        List<StripChart.Premise> drawn = strip.spots().stream()
                .flatMap(spot -> state(spot.state()).stream().map(state ->
                        new StripChart.Premise(brief(spot.house().text()), state)))
                .toList();
        String name = new PlaceWords(view).name(street);
        return new StripChart(new ChartText("strip", view.text("programme.strip.title", name),
                view.text("programme.strip.description", strip.count(StreetStrip.State.ACTIVE),
                        strip.count(StreetStrip.State.IDLE), strip.count(StreetStrip.State.UNREGISTERED))),
                drawn, letters);
    }

    private static Optional<StripChart.State> state(StreetStrip.State state) {
        return switch (state) {
            case ACTIVE -> Optional.of(StripChart.State.ACTIVE);
            case IDLE -> Optional.of(StripChart.State.IDLE);
            case UNREGISTERED -> Optional.of(StripChart.State.UNREGISTERED);
            case CLOSED -> Optional.empty();
        };
    }

    private static String brief(String house) {
        return house.length() <= 6 ? house : house.substring(0, 5) + '…';
    }
}
