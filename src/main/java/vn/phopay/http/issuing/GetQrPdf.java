package vn.phopay.http.issuing;

import io.vertx.core.Future;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.paper.PrintLayout;

/**
 * GET /api/v1/qr-codes/{id}.pdf?layout=: a printed code on paper of one of four layouts. A code for one payment is
 * not printed.
 */
public final class GetQrPdf implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/api/v1/qr-codes/{id}.pdf", Access.ANYONE);

    private final CodeImages images;

    /** Takes from {@code images}. */
    public GetQrPdf(CodeImages images) {
        this.images = images;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        PrintLayout layout = call.queryParameter("layout").map(GetQrPdf::layout).orElse(PrintLayout.A4_POSTER);
        return images.onPaper(call, layout);
    }

    private static PrintLayout layout(String name) {
        return PrintLayout.of(name).orElseThrow(() -> ProblemException.ofField(
                "?layout", "must be one of " + String.join(", ", PrintLayout.names())));
    }
}
