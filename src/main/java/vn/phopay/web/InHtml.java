package vn.phopay.web;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Problem;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.merchant.Language;

/**
 * Makes an endpoint fit for people: a refusal becomes a page in the visitor's language, a missing session leads to the
 * log-in and back, a temporary password to the page on which another one is chosen, and what another site made the
 * browser send is refused (Fetch Metadata, {@code Sec-Fetch-Site}).
 */
public final class InHtml implements Endpoint {
    private static final String LOG_IN = "/dang-nhap";
    private static final String OWN_PASSWORD = "/doi-mat-khau";
    private static final int UNAUTHORIZED = 401;
    private static final int FIRST_ERROR_STATUS = 400;

    private final Endpoint endpoint;
    private final PageKit kit;

    /** Decorates {@code endpoint}; it stands inside the time budget and outside everything that refuses. */
    public InHtml(Endpoint endpoint, PageKit kit) {
        this.endpoint = endpoint;
        this.kit = kit;
    }

    /** What the template of a refusal shows. */
    public record Refusal(int status, String title, String text, String requestId) {}

    @Override
    public EndpointSpec spec() {
        return endpoint.spec();
    }

    @Override
    public Optional<Reply> refuseEarly(Map<String, String> pathParameters) {
        return endpoint.refuseEarly(pathParameters);
    }

    /** Nothing is known of the visitor here, so the words are Vietnamese. */
    @Override
    public Reply rephrase(Reply reply, ProblemCode code, Map<String, String> pathParameters) {
        View view = kit.strangersView(Language.VI);
        return page(view, reply, code.name(), "");
    }

    @Override
    public Future<Reply> handle(Call call) {
        if (isForged(call)) {
            return Future.succeededFuture(inHtml(call, Reply.problem(ProblemCode.AUTH_CSRF, "Sent by another site.")));
        }
        Future<Reply> answer;
        try {
            answer = endpoint.handle(call);
        } catch (ProblemException refused) {
            answer = Future.failedFuture(refused);
        }
        return answer.recover(InHtml::refused).map(reply -> inHtml(call, reply));
    }

    private boolean isForged(Call call) {
        boolean fromOutside = call.header("sec-fetch-site")
                .filter(site -> site.equals("cross-site") || site.equals("same-site"))
                .isPresent();
        return fromOutside && !spec().method().equals(HttpMethod.GET);
    }

    private static Future<Reply> refused(Throwable thrown) {
        return thrown instanceof ProblemException problem
                ? Future.succeededFuture(problem.problem().toReply())
                : Future.failedFuture(thrown);
    }

    private Reply inHtml(Call call, Reply reply) {
        if (reply.status() < FIRST_ERROR_STATUS
                || !Problem.CONTENT_TYPE.equals(reply.headers().get("content-type"))) {
            return reply;
        }
        if (reply.status() == UNAUTHORIZED) {
            return PageKit.seeOther(LOG_IN + andBack(call));
        }
        String code = new JsonObject(reply.body()).getString("code", "");
        if (code.equals(ProblemCode.AUTH_PASSWORD_TEMPORARY.name())) {
            return PageKit.seeOther(OWN_PASSWORD + andBack(call));
        }
        return page(kit.view(call), reply, code, call.requestId());
    }

    /** A page is gone back to; what was sent is not sent again. */
    private String andBack(Call call) {
        boolean read = spec().method().equals(HttpMethod.GET);
        return read ? "?tiep=" + PageKit.encode(call.address()) : "";
    }

    private Reply page(View view, Reply reply, String code, String requestId) {
        String key = "problem." + (view.words().has("problem." + code + ".title") ? code : status(view, reply));
        Refusal refusal = new Refusal(
                reply.status(), view.text(key + ".title"), view.text(key + ".text"), requestId);
        Reply page = kit.page(reply.status(), view, "shell/problem", refusal);
        String retryAfter = reply.headers().get("retry-after");
        return retryAfter == null ? page : page.with("retry-after", retryAfter);
    }

    private static String status(View view, Reply reply) {
        String exact = Integer.toString(reply.status());
        return view.words().has("problem." + exact + ".title") ? exact : "other";
    }
}
