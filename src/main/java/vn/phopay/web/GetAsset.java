package vn.phopay.web;

import io.vertx.core.Future;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;
import vn.phopay.http.StaticFile;

/** GET /assets/{name}: scripts, styles, fonts and drawings of the pages, out of a fixed list. */
public final class GetAsset implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/assets/{name}", Access.ANYONE);

    private final AssetBook book;

    /** Serves {@code book}. */
    public GetAsset(AssetBook book) {
        this.book = book;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        return Future.succeededFuture(book.find(call.path("name"))
                .map(file -> file.reply(call, cacheControl(file, call)))
                .orElseGet(() -> Reply.problem(ProblemCode.REQUEST_NOT_FOUND, "The pages have no such file.")));
    }

    private static String cacheControl(StaticFile file, Call call) {
        boolean versioned = call.queryParameter("v").filter(text -> AssetBook.isVersionOf(file, text)).isPresent();
        return versioned ? StaticFile.IMMUTABLE : StaticFile.REVALIDATE;
    }
}
