package vn.phopay.web.register;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import vn.phopay.consent.Consent;
import vn.phopay.consent.Consents;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.StaffId;
import vn.phopay.registration.AssistedShops;
import vn.phopay.registration.FirstPaymentPath;
import vn.phopay.registration.PathToFirstPayment;
import vn.phopay.web.PageKit;

/** GET /ho-tro-dang-ky/cua-hang/{id}: one of a helper's shops: its way, its consents, its owner's password. */
public final class GetAssistedShop implements TransactionalEndpoint {
    static final String PATH = Lane.ASSISTED + "/cua-hang/{id}";

    private static final EndpointSpec SPEC = EndpointSpec.get(PATH, Access.REGISTRARS);

    private final AssistedShops shops;
    private final PathToFirstPayment path;
    private final Consents consents;
    private final PageKit kit;

    /** Shows a shop of {@code shops} with its {@code path} and {@code consents}. */
    public GetAssistedShop(AssistedShops shops, PathToFirstPayment path, Consents consents, PageKit kit) {
        this.shops = shops;
        this.path = path;
        this.consents = consents;
        this.kit = kit;
    }

    /**
     * What the template shows.
     *
     * @param shop the shop as it stands in the list
     * @param path how far it has come
     * @param consents what its owner agreed to
     */
    public record Model(AssistedShops.Shop shop, FirstPaymentPath path, List<Consent> consents) {
        /** Copies {@code consents}. */
        public Model {
            consents = List.copyOf(consents);
        }

        /** Where the owner's link is made. */
        public String linkAddress() {
            return address(shop.merchant()) + "/mat-khau";
        }
    }

    static String address(MerchantId merchant) {
        return PATH.replace("{id}", merchant.toString());
    }

    /** The shop in the path of {@code call}, which its caller registered; else nothing is there. */
    static AssistedShops.Shop shop(AssistedShops shops, Call call, SqlConnection transaction) {
        MerchantId merchant = MerchantId.parse(call.path("id")).orElseThrow(Lane::notFound);
        StaffId helper = new StaffId(call.principal().subjectId());
        return Future.await(shops.find(transaction, merchant, helper)).orElseThrow(Lane::notFound);
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        AssistedShops.Shop shop = shop(shops, call, transaction);
        FirstPaymentPath way = Future.await(path.read(transaction, shop.merchant())).orElseThrow(Lane::notFound);
        List<Consent> given = Future.await(consents.current(transaction, shop.merchant()));
        return kit.page(kit.view(call), "register/shop", new Model(shop, way, given));
    }
}
