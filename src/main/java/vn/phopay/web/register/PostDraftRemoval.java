package vn.phopay.web.register;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.registration.DraftStore;
import vn.phopay.web.PageKit;

/** POST …/bo: throws a draft away that was not sent, the phone's own or one of a helper's. */
public final class PostDraftRemoval implements TransactionalEndpoint {
    private static final String REMOVED = "register.removed";

    private final DraftStore drafts;
    private final EndpointSpec spec;
    private final Function<Call, Optional<Lane>> lane;
    private final String back;

    private PostDraftRemoval(
            DraftStore drafts, EndpointSpec spec, Function<Call, Optional<Lane>> lane, String back) {
        this.drafts = drafts;
        this.spec = spec;
        this.lane = lane;
        this.back = back;
    }

    /** The phone's, and a helper's. */
    public static List<PostDraftRemoval> all(DraftStore drafts) {
        return List.of(
                new PostDraftRemoval(drafts, EndpointSpec.form(Lane.OWN + "/bo", Access.ANYONE),
                        call -> DraftCookie.owner(call).map(Lane::own), Lane.OWN),
                new PostDraftRemoval(drafts, EndpointSpec.form(Lane.ASSISTED_DRAFT + "/bo", Access.REGISTRARS),
                        call -> Optional.of(Lane.assisted(call)), Lane.ASSISTED));
    }

    @Override
    public EndpointSpec spec() {
        return spec;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        lane.apply(call).ifPresent(whose -> Future.await(drafts.delete(transaction, whose.owner())));
        return PageKit.seeOther(back, REMOVED);
    }
}
