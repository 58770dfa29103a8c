package vn.phopay.web.profile;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.merchant.MerchantRegistry;
import vn.phopay.merchant.Profile;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** GET /ho-so/so-dien-thoai: the number by which the owner logs in. */
public final class GetPhonePage implements TransactionalEndpoint {
    static final String PATH = "/ho-so/so-dien-thoai";
    static final String PHONE = "phone";

    private static final EndpointSpec SPEC = EndpointSpec.get(PATH, Access.OWNER);

    private final MerchantRegistry registry;
    private final PageKit kit;

    /** Reads from {@code registry}. */
    public GetPhonePage(MerchantRegistry registry, PageKit kit) {
        this.registry = registry;
        this.kit = kit;
    }

    /**
     * What the page shows.
     *
     * @param form the fields
     * @param phone the number that holds now, as people type it
     */
    public record Model(Form form, String phone) {}

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return page(200, call, new Model(Form.empty(), present(call, transaction)));
    }

    /** The number that holds now, as people type it. */
    String present(Call call, SqlConnection transaction) {
        Profile profile = Own.file(call, registry, transaction).merchant().profile();
        return GetProfilePage.national(profile.phone().e164());
    }

    /** The page, which reads nothing: where a write was refused the transaction can read no more. */
    Reply page(int status, Call call, Model model) {
        return kit.page(status, kit.view(call), "profile/phone", model);
    }
}
