package vn.phopay.web.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.place.Place;
import vn.phopay.programme.Premises;
import vn.phopay.programme.PremisesStore;
import vn.phopay.programme.StreetOutlet;
import vn.phopay.programme.StreetStrip;
import vn.phopay.web.Form;

/** One place of trade: what was seen of it, and which registered outlet trades there. */
public final class PremisesPage {
    static final String OUTLET = "cua-hang";
    static final String VERSION = "ban";

    private final ProgrammeParts parts;
    private final PremisesStore store;

    /** A page of what {@code store} holds. */
    public PremisesPage(ProgrammeParts parts, PremisesStore store) {
        this.parts = parts;
        this.store = store;
    }

    /**
     * What the template shows.
     *
     * @param street its street
     * @param premises the place of trade
     * @param outlet the outlet that trades there
     * @param free outlets of the street that trade at no known place, the suggested one first
     * @param suggested whether the first of them has the same house number
     * @param form what is known, or was typed
     */
    public record Model(
            Place street,
            Premises premises,
            Optional<StreetOutlet> outlet,
            List<StreetOutlet> free,
            boolean suggested,
            Form form) {
        /** Copies {@code free}. */
        public Model {
            free = List.copyOf(free);
        }

        /** The page's address. */
        public String path() {
            return ProgrammePath.register(street) + "/" + premises.id();
        }

        /** The street's address. */
        public String streetPath() {
            return ProgrammePath.of(street);
        }
    }

    /** The street in the path of {@code call}, where the caller may see it. */
    Place street(Call call) {
        return parts.own(call).require(parts.places().street(call.path("streetId")));
    }

    /** The place of trade in the path. */
    Premises premises(Call call, SqlConnection transaction) {
        return Future.await(store.find(transaction, street(call), ProgrammePath.id(call, "premises")))
                .orElseThrow(OwnPlaces::notFound);
    }

    ProgrammeParts parts() {
        return parts;
    }

    PremisesStore store() {
        return store;
    }

    PremisesStore.Desk desk(Call call, SqlConnection transaction) {
        return new PremisesStore.Desk(transaction, street(call), call.principal().subjectId());
    }

    /** The page; the look at the shop is kept. */
    Reply show(int status, Call call, SqlConnection transaction, Form form) {
        Place street = street(call);
        parts.looked(call, transaction, "street.view", street);
        Premises premises = premises(call, transaction);
        StreetStrip strip = StreetStrip.of(Future.await(store.list(transaction, street)),
                Future.await(store.outlets(transaction, street)), parts.today());
        StreetStrip.Spot spot = strip.spots().stream()
                .filter(one -> one.premises().filter(premises::equals).isPresent())
                .findFirst().orElseThrow(OwnPlaces::notFound);
        List<StreetOutlet> free = strip.spots().stream()
                .filter(one -> one.premises().isEmpty())
                .flatMap(one -> one.outlet().stream())
                .sorted(Comparator.comparing(
                        outlet -> !spot.suggestion().filter(outlet::equals).isPresent()))
                .toList();
        return parts.kit().page(status, parts.kit().view(call), "programme/premises", new Model(
                street, premises, spot.outlet(), free, spot.suggestion().isPresent(), form));
    }
}
