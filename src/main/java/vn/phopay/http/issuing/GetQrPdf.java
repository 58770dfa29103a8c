package vn.phopay.http.issuing;

import io.vertx.core.Future;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.issuing.RenderCode;
import vn.phopay.qr.QrPosterPdf;

/** GET /api/v1/qr-codes/{id}.pdf?layout=: a printed code, ready to hang up. A code for one payment is not printed. */
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
        String layout = call.queryParameter("layout").orElse(QrPosterPdf.LAYOUT);
        if (!layout.equals(QrPosterPdf.LAYOUT)) {
            throw ProblemException.ofField("?layout", "must be one that exists: " + QrPosterPdf.LAYOUT);
        }
        return images.ofPrinted(call, new RenderCode.Poster(), "application/pdf");
    }
}
