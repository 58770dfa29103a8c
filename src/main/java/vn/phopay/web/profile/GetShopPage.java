package vn.phopay.web.profile;

import io.vertx.sqlclient.SqlConnection;
import java.util.Map;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.merchant.MerchantFile;
import vn.phopay.merchant.MerchantRegistry;
import vn.phopay.merchant.MerchantStatus;
import vn.phopay.merchant.Profile;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** GET /ho-so/cua-hang: the shop's names and language. What staff have checked is shown and cannot be typed over. */
public final class GetShopPage implements TransactionalEndpoint {
    static final String PATH = "/ho-so/cua-hang";
    static final String NAME = "displayName";
    static final String LEGAL_NAME = "legalName";
    static final String TAX_CODE = "taxCode";
    static final String LANGUAGE = "locale";
    static final String VERSION = "version";

    private static final EndpointSpec SPEC = EndpointSpec.get(PATH, Access.OWNER);

    private final MerchantRegistry registry;
    private final PageKit kit;

    /** Reads from {@code registry}. */
    public GetShopPage(MerchantRegistry registry, PageKit kit) {
        this.registry = registry;
        this.kit = kit;
    }

    /**
     * What the page shows.
     *
     * @param form the fields
     * @param checked whether legal name and tax code were checked and stand fast
     * @param profile what stands now
     */
    public record Model(Form form, boolean checked, Profile profile) {}

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        MerchantFile file = Own.file(call, registry, transaction);
        Profile profile = file.merchant().profile();
        return page(200, call, file, Form.showing(Map.of(
                NAME, profile.displayName(),
                LEGAL_NAME, profile.legalName(),
                TAX_CODE, profile.taxCode().value(),
                LANGUAGE, profile.language().code(),
                VERSION, Long.toString(file.merchant().version()))));
    }

    /** The page with a form of its own. */
    Reply page(int status, Call call, MerchantFile file, Form form) {
        Model model = new Model(form, isChecked(file), file.merchant().profile());
        return kit.page(status, kit.view(call), "profile/shop", model);
    }

    static boolean isChecked(MerchantFile file) {
        MerchantStatus status = file.merchant().status();
        return status == MerchantStatus.APPROVED || status == MerchantStatus.SUSPENDED;
    }
}
