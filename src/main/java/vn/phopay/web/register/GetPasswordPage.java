package vn.phopay.web.register;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.util.Map;
import java.util.Optional;
import vn.phopay.access.LinkSecret;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.registration.PasswordLinks;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/**
 * GET /dat-mat-khau: the owner of a shop that a helper registered chooses her password; {@code ?ma=} is the secret of
 * her link, without which she types her phone number and six digits.
 */
public final class GetPasswordPage implements TransactionalEndpoint {
    static final String PATH = "/dat-mat-khau";
    static final String SECRET = "ma";

    private static final EndpointSpec SPEC = EndpointSpec.get(PATH, Access.ANYONE);
    private static final String TEMPLATE = "register/password";

    private final PasswordLinks links;
    private final PageKit kit;

    /** Shows what stands behind links of {@code links}. */
    public GetPasswordPage(PasswordLinks links, PageKit kit) {
        this.links = links;
        this.kit = kit;
    }

    /** How a link is. */
    public enum Kind {
        /** None was opened: number and digits are asked for. */
        BY_CODE,
        /** It is good. */
        GOOD,
        /** It was used. */
        USED,
        /** Its time is over. */
        EXPIRED,
        /** There is none, or another one took its place. */
        UNKNOWN
    }

    /**
     * What the template shows.
     *
     * @param kind how the link is
     * @param shopName the shop's name, where the link is known
     * @param login the phone number by which she will log in, where the link is good
     * @param form what was typed
     */
    public record Model(Kind kind, String shopName, String login, Form form) {}

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Optional<String> secret = call.queryParameter(SECRET);
        Form form = Form.showing(Map.of(SECRET, secret.orElse("")));
        return show(200, call, model(transaction, secret.orElse(""), form));
    }

    Reply show(int status, Call call, Model model) {
        return kit.page(status, kit.view(call), TEMPLATE, model);
    }

    /** The page of the link with this secret; an empty one is none. */
    Model model(SqlClient client, String secret, Form form) {
        if (secret.isEmpty()) {
            return new Model(Kind.BY_CODE, "", "", form);
        }
        Optional<PasswordLinks.Link> found =
                LinkSecret.parse(secret).flatMap(known -> Future.await(links.find(client, known)));
        return found.map(link -> new Model(kind(link), link.shopName(), national(link), form))
                .orElseGet(() -> new Model(Kind.UNKNOWN, "", "", form));
    }

    private static Kind kind(PasswordLinks.Link link) {
        return switch (link.standing()) {
            case GOOD -> Kind.GOOD;
            case USED -> Kind.USED;
            case EXPIRED -> Kind.EXPIRED;
        };
    }

    /** As it is written in Vietnam; of a link that is not good any more it is nobody's business. */
    private static String national(PasswordLinks.Link link) {
        return link.standing() == PasswordLinks.Standing.GOOD
                ? link.phone().e164().replaceFirst("^\\+84", "0")
                : "";
    }
}
