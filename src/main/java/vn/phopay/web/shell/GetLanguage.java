package vn.phopay.web.shell;

import io.vertx.core.Future;
import java.util.regex.Pattern;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.merchant.Language;
import vn.phopay.web.PageKit;

/** GET /ngon-ngu/{code}: keeps the visitor's language in a cookie and goes back to the page {@code ?ve=}. */
public final class GetLanguage implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/ngon-ngu/{code}", Access.ANYONE);
    /** What a page's address says of its language would win over the cookie. */
    private static final Pattern ASKED = Pattern.compile("(?<=[?&])lang=[a-z]*&?");
    private static final String ATTRIBUTES = "; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax";

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        Language language = Language.parse(call.path("code")).orElseThrow(() -> new ProblemException(
                ProblemCode.REQUEST_NOT_FOUND, "The pages speak vi and en."));
        String back = ASKED.matcher(PageKit.ownPath(call.queryParameter("ve"), "/")).replaceAll("");
        return Future.succeededFuture(PageKit.seeOther(back)
                .with("set-cookie", PageKit.LANGUAGE_COOKIE + '=' + language.code() + ATTRIBUTES));
    }
}
