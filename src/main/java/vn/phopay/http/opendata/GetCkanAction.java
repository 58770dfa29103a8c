package vn.phopay.http.opendata;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.opendata.CkanAnswers;
import vn.phopay.opendata.Document;

/** GET /open-data/api/3/action/{action} and /api/3/action/{action}: package_list and package_show, as CKAN has them. */
public final class GetCkanAction implements Endpoint {
    private static final int NOT_FOUND = 404;

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
        Optional<Document> answer = switch (call.path("action")) {
            case "package_list" -> Optional.of(answers.list());
            case "package_show" -> call.queryParameter("id").flatMap(answers::show);
            default -> Optional.empty();
        };
        return answer.map(document -> OpenShelf.document(call, document, OpenReply.SHORT))
                .orElseGet(() -> Future.succeededFuture(Reply.json(NOT_FOUND, new JsonObject()
                        .put("success", false)
                        .put("error", new JsonObject().put("__type", "Not Found Error").put("message", "Not found")))
                        .with("access-control-allow-origin", "*")));
    }
}
