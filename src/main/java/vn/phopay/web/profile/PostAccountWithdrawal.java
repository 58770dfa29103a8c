package vn.phopay.web.profile;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.merchant.WithdrawAccountChange;
import vn.phopay.web.PageKit;

/** POST /ho-so/tai-khoan/rut-lai: takes back the wish for another account. */
public final class PostAccountWithdrawal implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(GetAccountPage.PATH + "/rut-lai", Access.OWNER);

    private final WithdrawAccountChange withdraw;

    /** Takes back by {@code withdraw}. */
    public PostAccountWithdrawal(WithdrawAccountChange withdraw) {
        this.withdraw = withdraw;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    /** Where staff have decided meanwhile, the page says how it stands. */
    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return switch (withdraw.withdraw(transaction, Own.merchant(call), Own.caller(call))) {
            case WITHDRAWN -> PageKit.seeOther(GetAccountPage.PATH, "profile.account.withdrawn");
            case NOTHING_WAITS -> PageKit.seeOther(GetAccountPage.PATH);
        };
    }
}
