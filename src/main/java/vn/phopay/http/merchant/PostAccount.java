package vn.phopay.http.merchant;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Fields;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.MerchantId;
import vn.phopay.merchant.AddAccount;
import vn.phopay.merchant.BankAccount;
import vn.phopay.merchant.ReceivingAccount;

/** POST /api/v1/merchants/{id}/accounts: a further receiving account, which waits for staff. */
public final class PostAccount implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.create("/api/v1/merchants/{id}/accounts", Access.OWNER);

    private final AddAccount add;
    private final MerchantFields fields;

    /** Reads by {@code fields}, adds by {@code add}. */
    public PostAccount(AddAccount add, MerchantFields fields) {
        this.add = add;
        this.fields = fields;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        MerchantId merchant = MerchantCalls.merchantId(call);
        Fields body = call.body();
        BankAccount account = fields.account(body);
        body.check();
        return switch (add.add(transaction, merchant, account, MerchantCalls.caller(call))) {
            case AddAccount.Added(ReceivingAccount added) ->
                Reply.created("/api/v1/merchants/" + merchant, MerchantJson.account(added));
            case AddAccount.Taken taken -> MerchantCalls.accountTaken();
            case AddAccount.TooMany tooMany -> MerchantCalls.tooMany(AddAccount.ACCOUNTS_MAX, "accounts");
            case AddAccount.NotFound none -> MerchantCalls.notFound();
        };
    }
}
