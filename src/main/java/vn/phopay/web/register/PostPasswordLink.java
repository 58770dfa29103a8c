package vn.phopay.web.register;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import vn.phopay.access.PasswordHasher;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.PreparedEndpoint;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;
import vn.phopay.registration.AssistedShops;
import vn.phopay.registration.PasswordLinks;
import vn.phopay.web.PageKit;

/**
 * POST /ho-tro-dang-ky/cua-hang/{id}/mat-khau: shows, this once, the link and the six digits by which the owner chooses
 * her password on her own phone. Shown again they are others, and the ones before are good no more.
 */
public final class PostPasswordLink implements PreparedEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(GetAssistedShop.PATH + "/mat-khau", Access.REGISTRARS);

    private final PasswordLinks links;
    private final AssistedShops shops;
    private final PageKit kit;
    private final URI publicUrl;

    /** Links by {@code links} for {@code shops}, to pages under {@code publicUrl}. */
    public PostPasswordLink(PasswordLinks links, AssistedShops shops, PageKit kit, URI publicUrl) {
        this.links = links;
        this.shops = shops;
        this.kit = kit;
        this.publicUrl = publicUrl;
    }

    /**
     * What the template shows.
     *
     * @param shopName the shop
     * @param code six digits
     * @param address where they are typed, as people read it
     * @param picture the link as a code to be scanned
     * @param expiresAt until when both are good
     * @param back the shop's page
     */
    public record Model(
            String shopName, String code, String address, String picture, Instant expiresAt, String back) {
        /** Hides the digits and the link. */
        @Override
        public String toString() {
            return "Model[***]";
        }
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Prepared prepare(Call call) {
        String code = links.drawCode();
        return switch (Future.await(links.hash(code))) {
            case PasswordHasher.Hashed hash -> new Ready(transaction ->
                    make(transaction, call, new PasswordLinks.NewCode(code, hash, call.requestId())));
            case PasswordHasher.Overloaded(Duration wait) -> new Refused(
                    Reply.problem(ProblemCode.REQUEST_OVERLOADED, "Too many log-ins at once.").retryAfter(wait));
        };
    }

    private Reply make(SqlConnection transaction, Call call, PasswordLinks.NewCode code) {
        AssistedShops.Shop shop = GetAssistedShop.shop(shops, call, transaction);
        String back = GetAssistedShop.address(shop.merchant());
        return switch (links.make(transaction, shop.merchant(), code, call.principal())) {
            case PasswordLinks.Made made -> kit.page(kit.view(call), "register/link", model(shop, made, back));
            case PasswordLinks.ChosenBefore none -> PageKit.seeOther(back, "register.chosen");
        };
    }

    private Model model(AssistedShops.Shop shop, PasswordLinks.Made made, String back) {
        String address = publicUrl + GetPasswordPage.PATH;
        String link = address + '?' + GetPasswordPage.SECRET + '=' + made.secret().text();
        return new Model(shop.name(), made.code(), address.replaceFirst("^https?://", ""),
                QrPicture.of(link), made.expiresAt(), back);
    }
}
