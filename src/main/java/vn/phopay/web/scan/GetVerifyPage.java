package vn.phopay.web.scan;

import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.web.Form;

/** GET /kiem-tra: asks for a code by camera, picture or paste. Browsers keep this page for when there is no network. */
public final class GetVerifyPage implements Endpoint {
    static final String PATH = "/kiem-tra";
    private static final EndpointSpec SPEC = EndpointSpec.get(PATH, Access.ANYONE);

    private final VerifyPages pages;

    /** Shows {@code pages}. */
    public GetVerifyPage(VerifyPages pages) {
        this.pages = pages;
    }

    /**
     * What the template shows.
     *
     * @param form what was sent
     * @param verdict what came of it; null before anything was checked
     * @param guid the name by which signatures of ours are known
     * @param banks short names by BIN, as a JSON object
     */
    public record Model(Form form, @Nullable ShownVerdict verdict, String guid, String banks) {}

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        return Future.succeededFuture(pages.show(200, call, Form.empty(), null));
    }
}
