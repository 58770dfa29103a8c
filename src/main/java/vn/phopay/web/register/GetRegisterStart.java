package vn.phopay.web.register;

import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.registration.Answers;
import vn.phopay.registration.Draft;
import vn.phopay.registration.Question;
import vn.phopay.registration.Screen;
import vn.phopay.web.PageKit;

/** GET /dang-ky: begins a registration, or offers to go on with the one that this phone has begun. */
public final class GetRegisterStart implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(Lane.OWN, Access.ANYONE);

    private final ScreenPages pages;

    /** A page among {@code pages}. */
    public GetRegisterStart(ScreenPages pages) {
        this.pages = pages;
    }

    /**
     * What the template shows.
     *
     * @param shopName the shop's name, where it was answered
     * @param next the address of the screen to go on with; empty where there is nothing to go on with
     * @param step that screen's number
     * @param sent whether this phone's registration was sent
     */
    public record Model(String shopName, String next, int step, boolean sent) {}

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Optional<Draft> draft = DraftCookie.owner(call)
                .flatMap(owner -> pages.find(transaction, Lane.own(owner)));
        Model model = draft.map(GetRegisterStart::toModel).orElseGet(() -> new Model("", "", 0, false));
        return pages.kit().page(pages.kit().view(call), "register/start", model);
    }

    private static Model toModel(Draft draft) {
        Answers answers = draft.answers();
        if (draft.merchant().isPresent()) {
            return new Model("", "", 0, true);
        }
        Screen next = draft.reached();
        return new Model(answers.get(Question.DISPLAY_NAME), Lane.OWN + '/' + next.number(), next.number(), false);
    }

    /** Where somebody without a draft begins. */
    static Reply begin() {
        return PageKit.seeOther(Lane.OWN);
    }
}
