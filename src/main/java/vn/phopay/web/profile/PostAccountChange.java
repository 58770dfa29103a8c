package vn.phopay.web.profile;

import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.PreparedEndpoint;
import vn.phopay.http.Reply;
import vn.phopay.merchant.BankAccount;
import vn.phopay.merchant.ChangeAccount;
import vn.phopay.merchant.MerchantRules;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /ho-so/tai-khoan: asks for another receiving account, with the password; it waits for staff. */
public final class PostAccountChange implements PreparedEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(GetAccountPage.PATH, Access.OWNER);

    private final AskPassword ask;
    private final ChangeAccount change;
    private final MerchantRules rules;
    private final GetAccountPage page;

    /** Changes by {@code change} where {@code ask} lets pass; faults are shown on {@code page}. */
    public PostAccountChange(AskPassword ask, ChangeAccount change, MerchantRules rules, GetAccountPage page) {
        this.ask = ask;
        this.change = change;
        this.rules = rules;
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Prepared prepare(Call call) {
        Form form = Form.of(call);
        Optional<BankAccount> account = read(form);
        Optional<AskPassword.Refusal> refused = ask.refusal(call, form);
        return new Ready(transaction -> {
            GetAccountPage.Model model = page.model(call, transaction, form);
            return refused.isPresent()
                    ? refused.get().of(page.page(refused.get().status(), call, model))
                    : change(call, transaction, model, account.orElseThrow());
        });
    }

    /** People type numbers in groups, as they stand on the card. */
    private Optional<BankAccount> read(Form form) {
        Optional<String> bank = form.read(GetAccountPage.BANK, "form.choice", rules::bin);
        Optional<String> number = form.read(GetAccountPage.NUMBER, "profile.account.number.bad",
                typed -> MerchantRules.accountNumber(typed.replaceAll("[ .-]", "")));
        Optional<String> holder =
                form.read(GetAccountPage.HOLDER, "profile.account.holder.bad", MerchantRules::accountName);
        return bank.flatMap(bin -> number.flatMap(digits -> holder.map(name -> new BankAccount(bin, digits, name))));
    }

    private Reply change(
            Call call, SqlConnection transaction, GetAccountPage.Model model, BankAccount account) {
        return switch (change.change(transaction, Own.merchant(call), account, Own.caller(call))) {
            case ChangeAccount.Waits waits -> PageKit.seeOther(GetAccountPage.PATH, "profile.account.waits");
            case ChangeAccount.Corrected corrected ->
                PageKit.seeOther(GetAccountPage.PATH, "profile.account.corrected");
            case ChangeAccount.SameAccount same ->
                again(call, model, GetAccountPage.NUMBER, "profile.account.same");
            case ChangeAccount.ChangeWaits waits ->
                again(call, model, GetAccountPage.BANK, "profile.account.change.waits");
            case ChangeAccount.Taken taken ->
                again(call, model, GetAccountPage.NUMBER, "profile.account.taken");
            case ChangeAccount.TooMany tooMany ->
                again(call, model, GetAccountPage.NUMBER, "profile.account.many");
            case ChangeAccount.NotFound none -> throw Own.notFound();
        };
    }

    private Reply again(Call call, GetAccountPage.Model model, String field, String key) {
        model.form().fail(field, key);
        return page.page(Own.UNPROCESSABLE, call, model);
    }
}
