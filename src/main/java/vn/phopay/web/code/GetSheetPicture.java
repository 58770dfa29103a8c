package vn.phopay.web.code;

import io.vertx.core.Future;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.paper.PrintLayout;

/** GET /ma-qr/{id}/xem/{layout}: what a code would look like on a paper. */
public final class GetSheetPicture implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/ma-qr/{id}/xem/{layout}", Access.OWNER);

    private final SheetFiles files;

    /** Takes from {@code files}. */
    public GetSheetPicture(SheetFiles files) {
        this.files = files;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        PrintLayout layout = PrintLayout.of(call.path("layout")).orElseThrow(CodeDesk::unknown);
        return files.ofCode(call, layout).compose(order -> files.picture(call, order));
    }
}
