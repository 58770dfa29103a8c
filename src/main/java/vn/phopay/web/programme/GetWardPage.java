package vn.phopay.web.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
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
import vn.phopay.place.PlaceKind;
import vn.phopay.place.SeriesBreaks;
import vn.phopay.web.View;

/**
 * GET /thanh-pho/phuong/{placeId}: one edition of a ward: since when and until when it is this area, and its
 * figures.
 */
public final class GetWardPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(ProgrammePath.WARD, Access.STAFF);
    private static final List<String> FIGURES = List.of("adoptionRate", "activeOutlets30", "registeredOutlets",
            "premises", "habitualOutlets", "transactions", "streetCoverage", "selfCheckedShare");

    private final ProgrammeParts parts;

    /** A page of {@code parts}. */
    public GetWardPage(ProgrammeParts parts) {
        this.parts = parts;
    }

    /**
     * What the template shows.
     *
     * @param ward the ward's edition
     * @param districts the districts it lies in or touches
     * @param breaks where its series begins or ends because the area did
     * @param tiles its figures
     * @param trend its trend; empty where nothing is known
     * @param streets its streets
     */
    public record Model(
            Place ward,
            List<Place> districts,
            List<SeriesBreaks.Break> breaks,
            List<FigureTile> tiles,
            Optional<PlaceTrend> trend,
            PlaceTable streets) {
        /** Copies the lists. */
        public Model {
            districts = List.copyOf(districts);
            breaks = List.copyOf(breaks);
            tiles = List.copyOf(tiles);
        }

        /** The address of a place's page. */
        public String path(Place place) {
            return ProgrammePath.of(place);
        }
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        OwnPlaces own = parts.own(call);
        Place ward = own.require(parts.places().byId(call.path("placeId"))
                .filter(place -> place.kind() == PlaceKind.WARD));
        View view = parts.kit().view(call);
        LocalDate end = ward.validity().to();
        Period day = Period.of(Interval.DAY, end != null && end.isBefore(parts.today()) ? end : parts.today());
        List<FigureTile> tiles = FigureTile.of(view, parts.book(),
                Future.await(parts.figures().one(transaction, ward.placeId(), day)), FIGURES.stream());
        Model model = new Model(ward, own.districtsOf(ward),
                new SeriesBreaks(parts.places()).of(ward.placeId()), tiles,
                PlaceTrend.read(parts, call, transaction, ward),
                PlaceTable.read(parts, call, transaction, own.inside(ward, PlaceDirectory::streets)));
        return parts.kit().page(view, "programme/ward", model);
    }
}
