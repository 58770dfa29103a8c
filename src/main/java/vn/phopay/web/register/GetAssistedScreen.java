package vn.phopay.web.register;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.registration.Draft;
import vn.phopay.registration.Screen;
import vn.phopay.web.PageKit;

/** GET /ho-tro-dang-ky/nhap/{draft}/{step}: a screen of a registration that a helper has begun. */
public final class GetAssistedScreen implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(Lane.ASSISTED_DRAFT + "/{step}", Access.REGISTRARS);

    private final ScreenPages pages;

    /** A page among {@code pages}. */
    public GetAssistedScreen(ScreenPages pages) {
        this.pages = pages;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Lane lane = Lane.assisted(call);
        Draft draft = pages.find(transaction, lane).orElseThrow(Lane::notFound);
        if (draft.merchant().isPresent()) {
            return PageKit.seeOther(GetAssistedShop.address(draft.merchant().get()));
        }
        Screen screen = Screen.parse(call.path("step")).orElse(draft.reached());
        return draft.mayOpen(screen)
                ? pages.show(call, lane, screen, draft.answers())
                : PageKit.seeOther(lane.address(draft.reached()));
    }
}
