package vn.phopay.http;

import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.phopay.access.Authenticator;

/**
 * Finds the session behind a call, by bearer token or cookie, and holds the route's {@link Access} against it. A cookie
 * is sent by the browser on its own, so an unsafe method that came by cookie must repeat the session's CSRF token.
 */
public final class Authenticated implements Endpoint {
    /** The cookie of browser sessions: HttpOnly, SameSite=Strict. */
    public static final String COOKIE = "phopay_session";

    /** The field in which a form repeats the session's CSRF token. */
    public static final String CSRF_FIELD = "_csrf";

    private static final String BEARER = "Bearer ";
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Endpoint endpoint;
    private final Authenticator authenticator;

    /** Decorates {@code endpoint}. */
    public Authenticated(Endpoint endpoint, Authenticator authenticator) {
        this.endpoint = endpoint;
        this.authenticator = authenticator;
    }

    /** The token that {@code call} was sent with, as bearer or cookie, whether or not a session is behind it. */
    public static Optional<String> tokenOf(Call call) {
        return bearerToken(call).or(() -> cookieToken(call));
    }

    @Override
    public EndpointSpec spec() {
        return endpoint.spec();
    }

    @Override
    public Optional<Reply> refuseEarly(Map<String, String> pathParameters) {
        return endpoint.refuseEarly(pathParameters);
    }

    @Override
    public Reply rephrase(Reply reply, ProblemCode code, Map<String, String> pathParameters) {
        return endpoint.rephrase(reply, code, pathParameters);
    }

    @Override
    public Future<Reply> handle(Call call) {
        Optional<String> bearer = bearerToken(call);
        Optional<String> token = tokenOf(call);
        if (token.isEmpty()) {
            return spec().access().isPublic() ? endpoint.handle(call) : refuse();
        }
        return authenticator.authenticate(token.get())
                .compose(session -> session.isPresent()
                        ? admit(call, session.get(), bearer.isEmpty())
                        : withoutSession(call));
    }

    private Future<Reply> withoutSession(Call call) {
        return spec().access().isPublic() ? endpoint.handle(call) : refuse();
    }

    private Future<Reply> admit(Call call, Authenticator.Session session, boolean byCookie) {
        boolean forgeable = byCookie && !SAFE.contains(spec().method()) && !repeatsCsrfToken(call, session);
        if (forgeable && spec().access().isPublic()) {
            // Anyone may make this call; without its token it is made as nobody, so that an old cookie bars no log-in.
            return endpoint.handle(call);
        }
        if (forgeable) {
            return Future.succeededFuture(Reply.problem(
                    ProblemCode.AUTH_CSRF, "Repeat the session's csrfToken in the header X-CSRF-Token."));
        }
        Access access = spec().access();
        if (session.passwordTemporary() && !access.beforeOwnPassword()) {
            // What anyone may see, he may see as nobody.
            return access.isPublic() ? endpoint.handle(call) : Future.succeededFuture(Reply.problem(
                    ProblemCode.AUTH_PASSWORD_TEMPORARY,
                    "Your password was made by somebody else. Log in at /dang-nhap and choose your own."));
        }
        if (!access.isPublic() && !access.roles().contains(session.principal().role())) {
            return Future.succeededFuture(
                    Reply.problem(ProblemCode.AUTH_FORBIDDEN, "Your role may not make this call."));
        }
        return endpoint.handle(call.by(session));
    }

    /** A script repeats it in a header; a form, which can send none, in a field. */
    private static boolean repeatsCsrfToken(Call call, Authenticator.Session session) {
        byte[] sent = call.header("X-CSRF-Token")
                .or(() -> FormBody.read(call).flatMap(form -> form.value(CSRF_FIELD)))
                .orElse("")
                .getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(sent, session.csrfToken().getBytes(StandardCharsets.UTF_8));
    }

    private static Future<Reply> refuse() {
        Reply reply = Reply.problem(ProblemCode.AUTH_REQUIRED, "Send a session's token as Authorization: Bearer.");
        return Future.succeededFuture(reply.with("www-authenticate", "Bearer"));
    }

    private static Optional<String> bearerToken(Call call) {
        return call.header("authorization")
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }

    private static Optional<String> cookieToken(Call call) {
        return call.header("cookie").flatMap(header -> ServerCookieDecoder.STRICT.decode(header).stream()
                .filter(cookie -> cookie.name().equals(COOKIE))
                .map(Cookie::value)
                .findFirst());
    }
}
