package vn.phopay.web.register;

import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.PreparedEndpoint;
import vn.phopay.registration.Screen;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /ho-tro-dang-ky/nhap/{draft}/{step}: keeps what a helper typed, and goes on to the next screen or back. */
public final class PostAssistedScreen implements PreparedEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(Lane.ASSISTED_DRAFT + "/{step}", Access.REGISTRARS);

    private final SaveScreen save;

    /** Keeps by {@code save}. */
    public PostAssistedScreen(SaveScreen save) {
        this.save = save;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Prepared prepare(Call call) {
        Lane lane = Lane.assisted(call);
        Screen screen = Screen.parse(call.path("step")).orElseThrow(Lane::notFound);
        Form form = Form.of(call);
        return save.keep(lane, screen, form)
                ? save.goOn(call, lane, screen, form)
                : new Refused(PageKit.seeOther(Lane.ASSISTED, "register.gone"));
    }
}
