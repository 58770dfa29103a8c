package vn.phopay.web.profile;

import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.PreparedEndpoint;
import vn.phopay.http.Reply;
import vn.phopay.profile.Deletion;
import vn.phopay.profile.RequestDeletion;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /ho-so/du-lieu/xoa: asks to be forgotten; asks for a tick and the password. */
public final class PostDeletion implements PreparedEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(GetDeletionPage.PATH, Access.OWNER);

    private final AskPassword ask;
    private final RequestDeletion request;
    private final GetDeletionPage page;

    /** Asks by {@code request} where {@code ask} lets pass; faults are shown on {@code page}. */
    public PostDeletion(AskPassword ask, RequestDeletion request, GetDeletionPage page) {
        this.ask = ask;
        this.request = request;
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Prepared prepare(Call call) {
        Form form = Form.of(call);
        if (!form.ticked(GetDeletionPage.SURE)) {
            form.fail(GetDeletionPage.SURE, "profile.deletion.tick");
        }
        Optional<String> reason = form.optional(GetDeletionPage.REASON, Deletion.REASON_LENGTH_MAX);
        String when = form.typed(GetDeletionPage.WHEN);
        if (!when.equals(GetDeletionPage.LATER) && !when.equals(GetDeletionPage.SOON)) {
            form.fail(GetDeletionPage.WHEN, "form.choice");
        }
        RequestDeletion.Wish wish = new RequestDeletion.Wish(reason, when.equals(GetDeletionPage.LATER));
        Optional<AskPassword.Refusal> refused = ask.refusal(call, form);
        return refused.isPresent()
                ? new Refused(refused.get().of(page.page(refused.get().status(), call, form)))
                : new Ready(transaction -> request(call, transaction, wish));
    }

    private Reply request(Call call, SqlConnection transaction, RequestDeletion.Wish wish) {
        return switch (request.request(transaction, Own.merchant(call), wish, Own.caller(call))) {
            case RequestDeletion.Requested requested ->
                PageKit.seeOther(GetDataPage.PATH, "profile.deletion.asked");
            case RequestDeletion.WaitsAlready waits -> PageKit.seeOther(GetDataPage.PATH);
            case RequestDeletion.NotFound none -> throw Own.notFound();
        };
    }
}
