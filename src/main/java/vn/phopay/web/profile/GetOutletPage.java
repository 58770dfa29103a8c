package vn.phopay.web.profile;

import io.vertx.sqlclient.SqlConnection;
import java.util.Map;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.merchant.MerchantRegistry;
import vn.phopay.merchant.Outlet;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** GET /ho-so/dia-diem/{id}: an outlet's name and address. */
public final class GetOutletPage implements TransactionalEndpoint {
    static final String PATH = "/ho-so/dia-diem/{id}";
    static final String NAME = "name";
    static final String ADDRESS = "address";

    private static final EndpointSpec SPEC = EndpointSpec.get(PATH, Access.OWNER);

    private final MerchantRegistry registry;
    private final PlaceDirectory places;
    private final PageKit kit;

    /** Reads from {@code registry}; districts are named by {@code places}. */
    public GetOutletPage(MerchantRegistry registry, PlaceDirectory places, PageKit kit) {
        this.registry = registry;
        this.places = places;
        this.kit = kit;
    }

    /**
     * What the page shows.
     *
     * @param form the fields
     * @param id the outlet's public id
     * @param name what it is called now
     * @param district the Vietnamese name of its district
     * @param street the Vietnamese name of its street, where it is one that we keep
     */
    public record Model(Form form, String id, String name, String district, Optional<String> street) {}

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Outlet outlet = outlet(call, transaction);
        Form form = Form.showing(Map.of(NAME, outlet.name(), ADDRESS, outlet.address()));
        return page(200, call, outlet, form);
    }

    /** The outlet of the path; another shop's is not there. */
    Outlet outlet(Call call, SqlConnection transaction) {
        return Own.file(call, registry, transaction).outlets().stream()
                .filter(own -> own.id().toString().equals(call.path("id")))
                .findFirst()
                .orElseThrow(Own::notFound);
    }

    /** The page with a form of its own. */
    Reply page(int status, Call call, Outlet outlet, Form form) {
        Model model = new Model(
                form,
                outlet.id().toString(),
                outlet.name(),
                places.district(outlet.location().districtCode()).map(Place::nameVi).orElse(""),
                outlet.location().streetId().flatMap(places::street).map(Place::nameVi));
        return kit.page(status, kit.view(call), "profile/outlet", model);
    }
}
