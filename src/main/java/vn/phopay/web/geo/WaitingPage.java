package vn.phopay.web.geo;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.geo.Edition;
import vn.phopay.geo.EditionStore;
import vn.phopay.geo.PlaceOutlets;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.place.Succession;
import vn.phopay.web.PageKit;

/** The outlets of divided wards that wait for somebody who knows where they stand. */
public final class WaitingPage {
    private final EditionStore editions;
    private final PlaceOutlets outlets;
    private final PlaceDirectory places;
    private final PageKit kit;

    /** Lists {@code outlets} that wait. */
    public WaitingPage(EditionStore editions, PlaceOutlets outlets, PlaceDirectory places, PageKit kit) {
        this.editions = editions;
        this.outlets = outlets;
        this.places = places;
        this.kit = kit;
    }

    /**
     * What the template shows.
     *
     * @param edition the edition
     * @param outlets the first that wait
     * @param all how many wait in all
     */
    public record Model(Edition edition, List<Line> outlets, long all) {
        /** Copies the list. */
        public Model {
            outlets = List.copyOf(outlets);
        }

        /** The edition's address. */
        public String back() {
            return GeoPath.edition(edition.id());
        }

        /** Its own address. */
        public String path() {
            return GeoPath.waiting(edition.id());
        }
    }

    /**
     * An outlet that waits.
     *
     * @param outlet the outlet
     * @param from the ward it stood in
     * @param wards the wards it may stand in
     * @param likely the one its street lies in, where that is known
     */
    public record Line(PlaceOutlets.Waiting outlet, Place from, List<Place> wards, Optional<Place> likely) {
        /** Copies the list. */
        public Line {
            wards = List.copyOf(wards);
        }

        /** The name of its field. */
        public String field() {
            return PostWaiting.FIELD + outlet.outlet();
        }
    }

    Reply show(Call call, SqlConnection transaction) {
        UUID id = GeoPath.id(call);
        Edition edition = Future.await(editions.find(transaction, id)).orElseThrow(GeoPath::notFound);
        PlaceOutlets.WorkList waiting = Future.await(outlets.waiting(transaction, id, call.principal()));
        List<Line> lines = waiting.outlets().stream().flatMap(one -> line(one, edition).stream()).toList();
        return kit.page(kit.view(call), "geo/waiting", new Model(edition, lines, waiting.all()));
    }

    private Optional<Line> line(PlaceOutlets.Waiting outlet, Edition edition) {
        return places.byId(outlet.fromPlaceId()).map(from -> {
            List<Place> wards = places.successorsOf(from).stream()
                    .map(Succession::newPlaceId)
                    .flatMap(next -> places.byId(next).stream())
                    .toList();
            Optional<Place> likely = places.byId(outlet.streetPlaceId())
                    .flatMap(street -> places.wardOfStreet(street, edition.validFrom()))
                    .filter(wards::contains);
            return new Line(outlet, from, wards, likely);
        });
    }
}
