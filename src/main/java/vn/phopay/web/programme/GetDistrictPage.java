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

/** GET /thanh-pho/quan/{code}: a district's figures, its trend, and its streets and wards, the lagging one first. */
public final class GetDistrictPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(ProgrammePath.DISTRICT, Access.STAFF);
    private static final List<String> FIGURES = List.of("adoptionRate", "activeOutlets30", "registeredOutlets",
            "premises", "habitualOutlets", "transactions", "streetCoverage", "selfCheckedShare");

    private final ProgrammeParts parts;

    /** A page of {@code parts}. */
    public GetDistrictPage(ProgrammeParts parts) {
        this.parts = parts;
    }

    /**
     * What the template shows.
     *
     * @param district the district
     * @param tiles its figures
     * @param trend its trend; empty where nothing is known
     * @param streets its streets
     * @param wards its wards of today
     * @param zones its walking zones
     */
    public record Model(
            Place district,
            List<FigureTile> tiles,
            Optional<PlaceTrend> trend,
            PlaceTable streets,
            PlaceTable wards,
            List<Place> zones) {
        /** Copies the lists. */
        public Model {
            tiles = List.copyOf(tiles);
            zones = List.copyOf(zones);
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
        Place district = own.require(parts.places().district(call.path("code")));
        View view = parts.kit().view(call);
        Period day = Period.of(Interval.DAY, parts.today());
        List<FigureTile> tiles = FigureTile.of(view, parts.book(),
                Future.await(parts.figures().one(transaction, district.placeId(), day)), FIGURES.stream());
        Model model = new Model(district, tiles, PlaceTrend.read(parts, call, transaction, district),
                PlaceTable.read(parts, call, transaction, own.inside(district, PlaceDirectory::streets)),
                PlaceTable.read(parts, call, transaction,
                        own.inside(district, places -> places.wards(parts.today()))),
                own.inside(district, PlaceDirectory::zones));
        return parts.kit().page(view, "programme/district", model);
    }
}
