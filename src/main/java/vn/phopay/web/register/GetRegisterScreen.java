package vn.phopay.web.register;

import io.vertx.sqlclient.SqlConnection;
import java.security.SecureRandom;
import java.util.Optional;
import vn.phopay.access.LinkSecret;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.registration.Answers;
import vn.phopay.registration.Draft;
import vn.phopay.registration.DraftOwner;
import vn.phopay.registration.Screen;
import vn.phopay.web.PageKit;

/** GET /dang-ky/{step}: a screen of this phone's registration, as far as it has come. */
public final class GetRegisterScreen implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(Lane.OWN + "/{step}", Access.ANYONE);

    private final ScreenPages pages;
    private final SecureRandom random;

    /** A page among {@code pages}. */
    public GetRegisterScreen(ScreenPages pages, SecureRandom random) {
        this.pages = pages;
        this.random = random;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Optional<Screen> asked = Screen.parse(call.path("step"));
        Optional<DraftOwner.Phone> owner = DraftCookie.owner(call);
        Optional<Draft> draft = owner.flatMap(phone -> pages.find(transaction, Lane.own(phone)))
                .filter(found -> found.merchant().isEmpty());
        if (asked.isEmpty()) {
            return GetRegisterStart.begin();
        }
        if (draft.isEmpty()) {
            // The first screen can be seen without a draft; nothing is kept before something is sent.
            return asked.get() == Screen.SHOP
                    ? pages.show(call, Lane.own(nobody()), Screen.SHOP, Answers.NONE)
                    : GetRegisterStart.begin();
        }
        Lane lane = Lane.own(owner.orElseThrow());
        return draft.get().mayOpen(asked.get())
                ? pages.show(call, lane, asked.get(), draft.get().answers())
                : PageKit.seeOther(lane.address(draft.get().reached()));
    }

    private DraftOwner.Phone nobody() {
        return new DraftOwner.Phone(LinkSecret.random(random));
    }
}
