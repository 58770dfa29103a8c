package vn.phopay.web.register;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.FormBody;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.registration.Answers;
import vn.phopay.registration.DraftStore;
import vn.phopay.registration.Screen;
import vn.phopay.web.PageKit;

/**
 * POST /ho-tro-dang-ky: a helper begins to register a shop for its owner. Where the helper stands before it (a walk
 * list), the form names what is known: {@code displayName}, {@code street}, {@code houseNumber}.
 */
public final class PostAssistedDraft implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(Lane.ASSISTED, Access.REGISTRARS);

    private final DraftStore drafts;

    /** Begins in {@code drafts}. */
    public PostAssistedDraft(DraftStore drafts) {
        this.drafts = drafts;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Lane lane = Lane.assisted(call.principal(), drafts.nextId());
        Future.await(drafts.open(transaction, lane.owner(), known(call), Screen.SHOP));
        return PageKit.seeOther(lane.address(Screen.SHOP));
    }

    private static Answers known(Call call) {
        return FormBody.read(call)
                .map(form -> Answers.of(Screen.SHOP, key -> form.value(key).orElse(""))
                        .with(Answers.of(Screen.PLACE, key -> form.value(key).orElse(""))))
                .orElse(Answers.NONE);
    }
}
