package vn.phopay.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Mounts endpoints on a vertx-web router: request id, early refusal, body within its limit, then the endpoint, then the
 * answer with the security headers. What cannot be routed gets a problem too.
 */
public final class ApiRouter {
    private static final Pattern PATH_MEMBER = Pattern.compile("\\{([A-Za-z0-9]+)}");
    private static final Pattern WHOLE_MEMBER = Pattern.compile("\\{[A-Za-z0-9]+}(?=/|$)");
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    /** How long a sender may take to read that its body is too large, in milliseconds. */
    private static final long LINGER_MS = 1_000;
    private static final String REQUEST_ID_HEADER = "x-request-id";
    private static final String REQUEST_ID_KEY = "requestId";
    private static final String RECEIVED_AT_KEY = "receivedAt";
    private static final String ENDPOINT_KEY = "endpoint";

    private final Clock clock;
    private final Supplier<String> requestIds;

    /** A router whose calls are stamped by {@code clock} and named by {@code requestIds}. */
    public ApiRouter(Clock clock, Supplier<String> requestIds) {
        this.clock = clock;
        this.requestIds = requestIds;
    }

    /** Builds the router of one event loop; {@code endpoints} are decorated already. */
    public Router build(Vertx vertx, List<Endpoint> endpoints) {
        Router router = Router.router(vertx);
        router.route().handler(this::identify);
        endpoints.stream()
                .sorted(Comparator.comparing(endpoint -> specificFirst(endpoint.spec().path())))
                .forEach(endpoint -> mount(router, endpoint));
        pathToMethods(endpoints).forEach((path, methods) -> router.route(path).handler(
                context -> send(context, otherMethod(context, methods))));
        router.errorHandler(404, context -> fail(context, ProblemCode.REQUEST_NOT_FOUND));
        router.errorHandler(413, context -> {
            send(context, tooLarge(context));
            cutOffLater(context);
        });
        router.errorHandler(400, context -> fail(context, ProblemCode.REQUEST_INVALID));
        router.errorHandler(500, context -> fail(context, ProblemCode.INTERNAL_FAULT));
        return router;
    }

    /** A sort key by which fixed paths come before {@code {id}.svg}, and that before {@code {id}}: order is no trap. */
    private static String specificFirst(String path) {
        String wholeLast = WHOLE_MEMBER.matcher(path).replaceAll("\uffff");
        return PATH_MEMBER.matcher(wholeLast).replaceAll("\ufffe");
    }

    /** What each path takes, for the answer to other methods (RFC 9110 section 15.5.6). */
    private static Map<String, Set<String>> pathToMethods(List<Endpoint> endpoints) {
        Map<String, Set<String>> pathToMethods = new LinkedHashMap<>();
        for (Endpoint endpoint : endpoints) {
            HttpMethod method = endpoint.spec().method();
            Set<String> methods =
                    pathToMethods.computeIfAbsent(vertxPath(endpoint.spec().path()), path -> new TreeSet<>());
            methods.add(method.name());
            if (method.equals(HttpMethod.GET)) {
                methods.add(HttpMethod.HEAD.name());
            }
        }
        return pathToMethods;
    }

    private static Reply otherMethod(RoutingContext context, Set<String> methods) {
        return Optional.of(context.request())
                .filter(request -> request.method().equals(HttpMethod.OPTIONS))
                .flatMap(request -> Preflight.answer(request.path()))
                .orElseGet(() -> methodNotAllowed(methods));
    }

    private static Reply methodNotAllowed(Set<String> methods) {
        ProblemCode code = ProblemCode.REQUEST_METHOD_NOT_ALLOWED;
        return Reply.problem(code, code.title() + ".").with("allow", String.join(", ", methods));
    }

    private static String vertxPath(String path) {
        return PATH_MEMBER.matcher(path).replaceAll(":$1");
    }

    private void mount(Router router, Endpoint endpoint) {
        EndpointSpec spec = endpoint.spec();
        Route route = router.route(spec.method(), vertxPath(spec.path()));
        if (spec.method().equals(HttpMethod.GET)) {
            route.method(HttpMethod.HEAD);
        }
        // vertx-web lets only a platform handler stand before the one that reads the body.
        PlatformHandler refuseEarly = context -> {
            context.put(ENDPOINT_KEY, endpoint);
            endpoint.refuseEarly(context.pathParams())
                    .ifPresentOrElse(reply -> send(context, reply), context::next);
        };
        route.handler(refuseEarly);
        if (spec.bodyBytesMax() > 0) {
            route.handler(new BufferedBody(spec.bodyBytesMax()));
        }
        if (spec.isStreamed()) {
            route.handler(context -> stream(context, endpoint));
        } else {
            route.handler(context -> endpoint.handle(toCall(context, null))
                    .onSuccess(reply -> send(context, reply))
                    .onFailure(context::fail));
        }
    }

    /** Nothing of the body is taken before the endpoint asks for it; what it leaves after its answer is thrown away. */
    private void stream(RoutingContext context, Endpoint endpoint) {
        HttpServerRequest request = context.request();
        request.pause();
        endpoint.handle(toCall(context, new BodyStream(request)))
                .onSuccess(reply -> send(context, reply))
                .onFailure(context::fail)
                .onComplete(answered -> {
                    if (!request.isEnded()) {
                        request.handler(rest -> { });
                        request.resume();
                        cutOffLater(context);
                    }
                });
    }

    private void identify(RoutingContext context) {
        String sent = context.request().getHeader(REQUEST_ID_HEADER);
        boolean usable = sent != null && REQUEST_ID.matcher(sent).matches();
        context.put(REQUEST_ID_KEY, usable ? sent : requestIds.get());
        context.put(RECEIVED_AT_KEY, clock.instant());
        context.next();
    }

    private Call toCall(RoutingContext context, @Nullable BodyStream stream) {
        String rawQuery = context.request().query();
        return new Call(
                context.get(REQUEST_ID_KEY),
                context.get(RECEIVED_AT_KEY),
                context.request().remoteAddress().hostAddress(),
                context.request().uri(),
                context.pathParams(),
                rawQuery == null ? "" : rawQuery,
                context.queryParams(),
                context.request().headers(),
                BufferedBody.of(context),
                stream,
                null);
    }

    private static Reply tooLarge(RoutingContext context) {
        ProblemCode code = ProblemCode.REQUEST_TOO_LARGE;
        Reply reply = Reply.problem(code, code.title() + ".");
        Endpoint endpoint = context.get(ENDPOINT_KEY);
        return endpoint == null ? reply : endpoint.rephrase(reply, code, context.pathParams());
    }

    private static void fail(RoutingContext context, ProblemCode code) {
        send(context, Reply.problem(code, code.title() + "."));
    }

    /**
     * Ends the connection of a sender that does not stop after its 413. Not at once: what it sent meanwhile would make
     * the kernel reset the connection, and an honest sender would never read why.
     */
    private static void cutOffLater(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            return;
        }
        context.vertx().setTimer(LINGER_MS, timer -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
    }

    private static void send(RoutingContext context, Reply reply) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(reply.status());
        SecurityHeaders.putAll(response.headers());
        reply.headers().forEach(response::putHeader);
        String requestId = context.get(REQUEST_ID_KEY);
        response.putHeader(REQUEST_ID_HEADER, requestId);
        boolean head = context.request().method().equals(HttpMethod.HEAD);
        ReplyStream stream = reply.stream();
        if (stream != null && !head) {
            stream.start(response.setChunked(true));
            return;
        }
        Buffer body = isProblem(reply) ? named(reply.body(), requestId) : reply.body();
        if (head) {
            response.putHeader("content-length", Integer.toString(body.length())).end();
        } else {
            response.end(body);
        }
    }

    private static boolean isProblem(Reply reply) {
        return Problem.CONTENT_TYPE.equals(reply.headers().get("content-type"));
    }

    private static Buffer named(Buffer problem, String requestId) {
        return new JsonObject(problem).put("requestId", requestId).toBuffer();
    }
}
