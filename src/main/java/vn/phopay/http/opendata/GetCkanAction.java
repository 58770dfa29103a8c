package vn.phopay.http.opendata;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.opendata.CkanAnswers;

/**
 * GET /open-data/api/3/action/{action} and /api/3/action/{action}: package_list and package_show, as CKAN has them, and
 * help_show about both. Failures as CKAN tells them: 404 for an unknown package, 409 for a parameter that is missing or
 * wrong, 400 for an action that is not served.
 */
public final class GetCkanAction implements Endpoint {
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final OpenShelf shelf;
    private final EndpointSpec spec;

    private GetCkanAction(OpenShelf shelf, String path) {
        this.shelf = shelf;
        this.spec = EndpointSpec.get(path, Access.ANYONE);
    }

    /** Both addresses: CKAN's clients are told the site's, and add {@code /api/3/action/} themselves. */
    public static List<Endpoint> all(OpenShelf shelf) {
        return List.of(new GetCkanAction(shelf, "/open-data/api/3/action/{action}"),
                new GetCkanAction(shelf, "/api/3/action/{action}"));
    }

    @Override
    public EndpointSpec spec() {
        return spec;
    }

    @Override
    public Future<Reply> handle(Call call) {
        CkanAnswers answers = shelf.index().shelf().ckan();
        String action = call.path("action");
        return switch (action) {
            case "package_list" -> list(call, answers);
            case "package_show" -> show(call, answers);
            case "help_show" -> Future.succeededFuture(call.queryParameter("name").flatMap(answers::help)
                    .map(answer -> reply(OK, answer))
                    .orElseGet(() -> notFound(answers, action)));
            default -> Future.succeededFuture(reply(BAD_REQUEST, "Bad request - Action name not known: " + action));
        };
    }

    /** All names, or, as CKAN has it, some of them by {@code limit} and {@code offset}. */
    private static Future<Reply> list(Call call, CkanAnswers answers) {
        Optional<String> limit = call.queryParameter("limit");
        Optional<String> offset = call.queryParameter("offset");
        if (limit.isEmpty() && offset.isEmpty()) {
            return OpenShelf.document(call, answers.list(), OpenReply.SHORT);
        }
        String least = offset.orElse("0");
        String most = limit.orElse(Integer.toString(Integer.MAX_VALUE));
        return Future.succeededFuture(isCount(least) && isCount(most)
                ? reply(OK, answers.list(Integer.parseInt(least), Integer.parseInt(most)))
                : invalid(answers, "package_list", isCount(least) ? "limit" : "offset", "Invalid integer"));
    }

    private static Future<Reply> show(Call call, CkanAnswers answers) {
        Optional<String> id = call.queryParameter("id").or(() -> call.queryParameter("name_or_id"));
        if (id.isEmpty()) {
            return Future.succeededFuture(invalid(answers, "package_show", "id", "Missing value"));
        }
        return answers.show(id.get())
                .map(document -> OpenShelf.document(call, document, OpenReply.SHORT))
                .orElseGet(() -> Future.succeededFuture(notFound(answers, "package_show")));
    }

    private static boolean isCount(String text) {
        return text.matches("[0-9]{1,9}|" + Integer.MAX_VALUE);
    }

    private static Reply notFound(CkanAnswers answers, String action) {
        return reply(NOT_FOUND, answers.failure(
                action, new JsonObject().put("__type", "Not Found Error").put("message", "Not found")));
    }

    private static Reply invalid(CkanAnswers answers, String action, String field, String why) {
        return reply(CONFLICT, answers.failure(action, new JsonObject()
                .put("__type", "Validation Error").put(field, new JsonArray().add(why))));
    }

    private static Reply reply(int status, Object body) {
        Buffer text = Buffer.buffer(Json.encode(body));
        Reply reply = Reply.bytes(status, CkanAnswers.JSON, text).with("access-control-allow-origin", "*");
        return status == OK ? reply.with("cache-control", OpenReply.SHORT) : reply;
    }
}
