package vn.phopay.http.issuing;

import io.vertx.core.Future;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.issuing.RenderCode;

/** GET /api/v1/qr-codes/{id}.svg: the code of a {@code qr_…} or {@code prq_…} id, crisp at any size. */
public final class GetQrSvg implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/api/v1/qr-codes/{id}.svg", Access.ANYONE);

    private final CodeImages images;

    /** Takes from {@code images}. */
    public GetQrSvg(CodeImages images) {
        this.images = images;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        return images.ofAny(call, new RenderCode.Svg(), "image/svg+xml");
    }
}
