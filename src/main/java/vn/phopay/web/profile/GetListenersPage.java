package vn.phopay.web.profile;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import vn.phopay.access.ListenerPhone;
import vn.phopay.access.ListenerPhones;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.merchant.MerchantRegistry;
import vn.phopay.merchant.Outlet;
import vn.phopay.qr.QrSvg;
import vn.phopay.qr.QrSymbol;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** GET /ho-so/may-nghe: the phones of the shop's people that hear payments, the end of each, and an invitation. */
public final class GetListenersPage implements TransactionalEndpoint {
    static final String PATH = "/ho-so/may-nghe";
    static final String NAME = "name";
    static final String OUTLET = "outlet";

    private static final EndpointSpec SPEC = EndpointSpec.get(PATH, Access.OWNER);

    private final ListenerPhones phones;
    private final MerchantRegistry registry;
    private final URI publicUrl;
    private final PageKit kit;

    /** Reads from {@code phones}; links lead to {@code publicUrl}. */
    public GetListenersPage(ListenerPhones phones, MerchantRegistry registry, URI publicUrl, PageKit kit) {
        this.phones = phones;
        this.registry = registry;
        this.publicUrl = publicUrl;
        this.kit = kit;
    }

    /**
     * What the page shows.
     *
     * @param form the fields of an invitation
     * @param phones phones that may listen, and invitations that still work
     * @param outlets the shop's outlets
     * @param invitation what is shown this once
     */
    public record Model(
            Form form, List<ListenerPhone> phones, List<Outlet> outlets, Optional<InvitationCard> invitation) {}

    /**
     * An invitation that was just made.
     *
     * @param symbol the link as a symbol, an address of its own kind ({@code data:})
     * @param page the page on which the code is typed
     * @param code the code in two groups
     * @param until until when it works
     */
    public record InvitationCard(String symbol, String page, String code, Instant until) {}

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return page(200, call, transaction, Form.empty());
    }

    /** The page with a form of its own. */
    Reply page(int status, Call call, SqlConnection transaction, Form form) {
        return show(status, call, model(call, transaction, form, Optional.empty()));
    }

    /** The page with an invitation, whose secrets nobody can read again. */
    Reply invited(Call call, SqlConnection transaction, ListenerPhones.Invited invited) {
        String page = publicUrl.resolve("/may-nghe").toString();
        String svg = QrSvg.render(QrSymbol.of(page + "?ma=" + PageKit.encode(invited.link())));
        String symbol = "data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
        String code = invited.code().replaceFirst("^(...)(...)$", "$1 $2");
        InvitationCard card = new InvitationCard(symbol, page, code, invited.until());
        return show(200, call, model(call, transaction, Form.empty(), Optional.of(card)));
    }

    private Model model(Call call, SqlConnection transaction, Form form, Optional<InvitationCard> invitation) {
        return new Model(
                form,
                Future.await(phones.list(transaction, Own.merchant(call))),
                Own.file(call, registry, transaction).outlets(),
                invitation);
    }

    private Reply show(int status, Call call, Model model) {
        return kit.page(status, kit.view(call), "profile/listeners", model);
    }
}
