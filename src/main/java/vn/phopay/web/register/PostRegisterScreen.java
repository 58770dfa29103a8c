package vn.phopay.web.register;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.util.Optional;
import vn.phopay.access.LinkSecret;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.PreparedEndpoint;
import vn.phopay.registration.DraftOwner;
import vn.phopay.registration.Screen;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /dang-ky/{step}: keeps what was typed on a screen, and goes on to the next one or back. */
public final class PostRegisterScreen implements PreparedEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(Lane.OWN + "/{step}", Access.ANYONE);
    private static final String SET_COOKIE = "set-cookie";

    private final SaveScreen save;
    private final DraftCookie cookie;
    private final SecureRandom random;

    /** Keeps by {@code save}; a phone's first answers make its draft, whose secret goes into {@code cookie}. */
    public PostRegisterScreen(SaveScreen save, DraftCookie cookie, SecureRandom random) {
        this.save = save;
        this.cookie = cookie;
        this.random = random;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Prepared prepare(Call call) {
        Optional<Screen> screen = Screen.parse(call.path("step"));
        if (screen.isEmpty()) {
            return new Refused(GetRegisterStart.begin());
        }
        Form form = Form.of(call);
        Optional<DraftOwner.Phone> known = DraftCookie.owner(call).filter(owner -> isOpen(Lane.own(owner)));
        DraftOwner.Phone owner = known.orElseGet(() -> new DraftOwner.Phone(LinkSecret.random(random)));
        Lane lane = Lane.own(owner);
        if (known.isPresent()) {
            save.keep(lane, screen.get(), form);
            return SaveScreen.with(save.goOn(call, lane, screen.get(), form), SET_COOKIE, cookie.set(owner));
        }
        Future.await(save.pages().drafts().open(
                save.pool(), owner, SaveScreen.typed(screen.get(), form), Screen.SHOP));
        // A draft that is gone takes earlier screens with it: what was typed last is kept, the others are asked again.
        Prepared next = screen.get() == Screen.SHOP
                ? save.goOn(call, lane, screen.get(), form)
                : new Refused(PageKit.seeOther(lane.address(Screen.SHOP), "register.gone"));
        return SaveScreen.with(next, SET_COOKIE, cookie.set(owner));
    }

    private boolean isOpen(Lane lane) {
        return save.pages().find(save.pool(), lane).filter(draft -> draft.merchant().isEmpty()).isPresent();
    }
}
