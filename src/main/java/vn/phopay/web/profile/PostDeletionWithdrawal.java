package vn.phopay.web.profile;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.profile.WithdrawDeletion;
import vn.phopay.web.PageKit;

/** POST /ho-so/du-lieu/xoa/rut-lai: takes back the wish to be forgotten. */
public final class PostDeletionWithdrawal implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(GetDeletionPage.PATH + "/rut-lai", Access.OWNER);

    private final WithdrawDeletion withdraw;

    /** Takes back by {@code withdraw}. */
    public PostDeletionWithdrawal(WithdrawDeletion withdraw) {
        this.withdraw = withdraw;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    /** Where it has ended meanwhile, the page says how. */
    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return switch (withdraw.withdraw(transaction, Own.merchant(call), Own.caller(call))) {
            case WITHDRAWN -> PageKit.seeOther(GetDataPage.PATH, "profile.deletion.withdrawn");
            case NOTHING_WAITS -> PageKit.seeOther(GetDataPage.PATH);
        };
    }
}
