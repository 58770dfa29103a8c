package vn.phopay.http.opendata;

import io.vertx.core.Future;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;

/** GET /open-data/catalog.jsonld: the catalogue of open data in DCAT 3. */
public final class GetCatalogue implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/open-data/catalog.jsonld", Access.ANYONE);

    private final OpenShelf shelf;

    /** The catalogue of {@code shelf}. */
    public GetCatalogue(OpenShelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        return OpenShelf.document(call, shelf.index().shelf().catalogue(), OpenReply.SHORT);
    }
}
