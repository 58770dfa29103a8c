package vn.phopay.web.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import vn.phopay.adoption.Interval;
import vn.phopay.figure.Period;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.web.View;
import vn.phopay.zone.OpenSpan;
import vn.phopay.zone.ZoneCalendar;
import vn.phopay.zone.ZoneException;
import vn.phopay.zone.ZoneStore;

/** GET /thanh-pho/khong-gian/{zoneId}: a walking zone: when it is open, and what is paid inside its hours. */
public final class GetZonePage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(ProgrammePath.ZONE, Access.STAFF);
    private static final int SPANS = 7;
    private static final List<String> FIGURES = List.of("zoneHoursShare", "adoptionRate", "activeOutlets30",
            "registeredOutlets", "transactions", "habitualOutlets", "selfCheckedShare");

    private final ProgrammeParts parts;
    private final ZoneStore zones;

    /** A page of {@code parts} and the calendars in {@code zones}. */
    public GetZonePage(ProgrammeParts parts, ZoneStore zones) {
        this.parts = parts;
        this.zones = zones;
    }

    /**
     * What the template shows.
     *
     * @param zone the zone
     * @param districts the districts it touches
     * @param hours when it is open
     * @param month its figures of the running month
     * @param trend its trend; empty where nothing is known
     * @param streets its streets
     */
    public record Model(
            Place zone,
            List<Place> districts,
            Hours hours,
            List<FigureTile> month,
            Optional<PlaceTrend> trend,
            PlaceTable streets) {
        /** Copies the lists. */
        public Model {
            districts = List.copyOf(districts);
            month = List.copyOf(month);
        }

        /** The address of a place's page. */
        public String path(Place place) {
            return ProgrammePath.of(place);
        }
    }

    /**
     * When a zone is open.
     *
     * @param known whether anything is known of its hours
     * @param openNow whether it is open
     * @param exception what stands now beside the usual week
     * @param next when it is open from now on
     */
    public record Hours(boolean known, boolean openNow, Optional<ZoneException> exception, List<OpenSpan> next) {
        /** Copies {@code next}. */
        public Hours {
            next = List.copyOf(next);
        }
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        OwnPlaces own = parts.own(call);
        Place zone = own.require(parts.places().zones().stream()
                .filter(one -> one.code().equals(call.path("zoneId"))).findFirst());
        View view = parts.kit().view(call);
        ZoneCalendar calendar = Future.await(zones.calendar(transaction, zone.placeId()));
        Hours hours = new Hours(calendar.isKnown(), calendar.isOpen(parts.clock().instant()),
                calendar.exceptionAt(parts.clock().instant()), calendar.next(parts.clock().instant(), SPANS));
        Period month = Period.of(Interval.MONTH, parts.today());
        List<FigureTile> tiles = FigureTile.of(view, parts.book(),
                Future.await(parts.figures().one(transaction, zone.placeId(), month)), FIGURES.stream());
        Model model = new Model(zone, own.districtsOf(zone), hours, tiles,
                PlaceTrend.read(parts, call, transaction, zone),
                PlaceTable.read(parts, call, transaction, own.inside(zone, PlaceDirectory::streets)));
        return parts.kit().page(view, "programme/zone", model);
    }
}
