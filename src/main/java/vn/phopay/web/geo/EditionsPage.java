package vn.phopay.web.geo;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.phopay.geo.Edition;
import vn.phopay.geo.EditionSheet;
import vn.phopay.geo.EditionStore;
import vn.phopay.geo.SheetFault;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.time.BusinessDay;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** The list of editions, and the form by which a new one comes. */
public final class EditionsPage {
    private final EditionStore editions;
    private final PlaceDirectory places;
    private final PageKit kit;
    private final Clock clock;

    /** Lists {@code editions} and what {@code places} hold. */
    public EditionsPage(EditionStore editions, PlaceDirectory places, PageKit kit, Clock clock) {
        this.editions = editions;
        this.places = places;
        this.kit = kit;
        this.clock = clock;
    }

    /**
     * What the template shows.
     *
     * @param steps the days on which wards began, the latest first
     * @param editions what staff brought in
     * @param mayPropose whether the visitor may bring one in
     * @param form what was typed
     * @param faults what is wrong with the file that was sent
     */
    public record Model(
            List<Step> steps, List<Edition> editions, boolean mayPropose, Form form, List<SheetFault> faults) {
        /** Copies the lists. */
        public Model {
            steps = List.copyOf(steps);
            editions = List.copyOf(editions);
            faults = List.copyOf(faults);
        }

        /** The header of a table, as an example. */
        public String header() {
            return String.join(",", EditionSheet.COLUMNS);
        }

        /** The largest file, in KB. */
        public long kilobytes() {
            return EditionSheet.BYTES_MAX / 1_024;
        }
    }

    /**
     * A day on which wards began.
     *
     * @param from the day
     * @param started how many began
     * @param inForce how many wards are in force from then on
     * @param current whether it is the one of today
     */
    public record Step(LocalDate from, long started, long inForce, boolean current) {}

    Reply show(int status, Call call, SqlConnection transaction, Filled filled) {
        Model model = new Model(steps(), Future.await(editions.list(transaction)),
                GeoPath.mayChangeCity(call.principal()), filled.form(), filled.faults());
        return kit.page(status, kit.view(call), "geo/editions", model);
    }

    /** A form and what is wrong with its file. */
    record Filled(Form form, List<SheetFault> faults) {
        static final Filled NOTHING = new Filled(Form.empty(), List.of());
    }

    private List<Step> steps() {
        LocalDate today = BusinessDay.of(clock.instant());
        TreeMap<LocalDate, Long> dayToStarted = places.wards().stream().collect(Collectors.groupingBy(
                (Place ward) -> ward.validity().from(), TreeMap::new, Collectors.counting()));
        LocalDate current = dayToStarted.floorKey(today);
        return dayToStarted.descendingMap().entrySet().stream()
                .map(entry -> new Step(entry.getKey(), entry.getValue(), places.wards(entry.getKey()).size(),
                        entry.getKey().equals(current)))
                .toList();
    }
}
