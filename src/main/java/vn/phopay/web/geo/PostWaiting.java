package vn.phopay.web.geo;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import vn.phopay.geo.EditionStore;
import vn.phopay.geo.PlaceOutlets;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.OutletId;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.place.PlaceKind;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /dia-gioi/{id}/cua-hang: says in which ward outlets stand; those without an answer go on waiting. */
public final class PostWaiting implements TransactionalEndpoint {
    /** What stands before an outlet's id in the name of its field. */
    static final String FIELD = "ward-";

    private static final EndpointSpec SPEC =
            EndpointSpec.form(GeoPath.EDITIONS + "/{id}/cua-hang", Access.REGISTRARS);

    private final EditionStore editions;
    private final PlaceOutlets outlets;
    private final PlaceDirectory places;

    /** Places by {@code outlets}, into wards that {@code places} know. */
    public PostWaiting(EditionStore editions, PlaceOutlets outlets, PlaceDirectory places) {
        this.editions = editions;
        this.outlets = outlets;
        this.places = places;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        UUID id = GeoPath.id(call);
        if (Future.await(editions.find(transaction, id)).isEmpty()) {
            throw GeoPath.notFound();
        }
        Form form = Form.of(call);
        Map<OutletId, String> outletToWard = new LinkedHashMap<>();
        for (PlaceOutlets.Waiting waiting
                : Future.await(outlets.waiting(transaction, id, call.principal())).outlets()) {
            String chosen = form.typed(FIELD + waiting.outlet());
            if (places.byId(waiting.fromPlaceId()).stream()
                    .flatMap(from -> places.successorsOf(from).stream())
                    .anyMatch(next -> next.newPlaceId().equals(chosen))
                    && places.byId(chosen).filter(ward -> ward.kind() == PlaceKind.WARD).isPresent()) {
                outletToWard.put(waiting.outlet(), chosen);
            }
        }
        int placed = outlets.place(transaction, id, outletToWard,
                new PlaceOutlets.Placing(call.principal(), GeoPath.actor(call)));
        return PageKit.seeOther(GeoPath.waiting(id), placed == 0 ? "geo.placed.none" : "geo.placed");
    }
}
