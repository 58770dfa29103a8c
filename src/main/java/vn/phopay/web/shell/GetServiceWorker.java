package vn.phopay.web.shell;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.StaticFile;
import vn.phopay.web.AssetBook;

/** GET /service-worker.js: what answers in the browser while there is no network. */
public final class GetServiceWorker implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/service-worker.js", Access.ANYONE);
    private static final String FILE = "web/service-worker.js";

    private final StaticFile script;

    /** The worker keeps files of {@code book}; whenever one of them changes, so does the worker. */
    public GetServiceWorker(AssetBook book) {
        this.script = StaticFile.of(FILE, Buffer.buffer(book.versioned(StaticFile.read(FILE).toString())));
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        return Future.succeededFuture(script.reply(call, StaticFile.REVALIDATE));
    }
}
