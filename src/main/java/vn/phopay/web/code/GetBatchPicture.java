package vn.phopay.web.code;

import io.vertx.core.Future;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;

/** GET /ma-qr/lo/{id}.svg: what the first sheet of a print batch looks like. */
public final class GetBatchPicture implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/ma-qr/lo/{id}.svg", Access.OWNER);

    private final SheetFiles files;

    /** Takes from {@code files}. */
    public GetBatchPicture(SheetFiles files) {
        this.files = files;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        return files.ofBatch(call).compose(order -> files.picture(call, order));
    }
}
