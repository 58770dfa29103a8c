package vn.phopay.http.merchant;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Fields;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.AccountId;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.merchant.AddVirtualAccount;
import vn.phopay.merchant.VirtualAccount;

/** POST /api/v1/merchants/{id}/virtual-accounts: staff register a number that stands for an account. */
public final class PostVirtualAccount implements TransactionalEndpoint {
    private static final EndpointSpec SPEC =
            EndpointSpec.create("/api/v1/merchants/{id}/virtual-accounts", Access.REGISTRARS);

    private final AddVirtualAccount add;

    /** Registers by {@code add}. */
    public PostVirtualAccount(AddVirtualAccount add) {
        this.add = add;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        MerchantId merchant = MerchantCalls.merchantId(call);
        Fields body = call.body();
        AddVirtualAccount.Order order = new AddVirtualAccount.Order(
                merchant,
                body.required("number", VirtualAccount::parseNumber, VirtualAccount.NUMBER_RULE, ""),
                body.required("accountId", AccountId::parse, "must be the id of an account",
                        new AccountId(merchant.value())),
                body.optional("outletId", OutletId::parse, "must be the id of an outlet"));
        body.check();
        return switch (add.add(transaction, order, MerchantCalls.caller(call))) {
            case AddVirtualAccount.Added(VirtualAccount added) ->
                Reply.created("/api/v1/merchants/" + merchant + "/virtual-accounts",
                        MerchantJson.virtualAccount(added));
            case AddVirtualAccount.Taken taken -> MerchantCalls.accountTaken();
            case AddVirtualAccount.TooMany many ->
                MerchantCalls.tooMany(AddVirtualAccount.ACCOUNTS_MAX, "virtual accounts");
            case AddVirtualAccount.NotItsOwn(String field) -> MerchantCalls.fieldFault(field, "is not this merchant's");
            case AddVirtualAccount.NotFound none -> MerchantCalls.notFound();
        };
    }
}
