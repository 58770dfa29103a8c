package vn.phopay.web.profile;

import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.access.PhoneNumber;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.PreparedEndpoint;
import vn.phopay.http.Reply;
import vn.phopay.merchant.EditMerchant;
import vn.phopay.merchant.MerchantPatch;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /ho-so/so-dien-thoai: changes the number by which the owner logs in; asks for the password. */
public final class PostPhone implements PreparedEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(GetPhonePage.PATH, Access.OWNER);

    private final AskPassword ask;
    private final EditMerchant edit;
    private final GetPhonePage page;

    /** Changes by {@code edit} where {@code ask} lets pass; faults are shown on {@code page}. */
    public PostPhone(AskPassword ask, EditMerchant edit, GetPhonePage page) {
        this.ask = ask;
        this.edit = edit;
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Prepared prepare(Call call) {
        Form form = Form.of(call);
        Optional<PhoneNumber> phone = form.read(GetPhonePage.PHONE, "profile.phone.bad", PhoneNumber::parse);
        Optional<AskPassword.Refusal> refused = ask.refusal(call, form);
        return new Ready(transaction -> {
            GetPhonePage.Model model = new GetPhonePage.Model(form, page.present(call, transaction));
            return refused.isPresent()
                    ? refused.get().of(page.page(refused.get().status(), call, model))
                    : change(call, transaction, model, phone.orElseThrow());
        });
    }

    private Reply change(Call call, SqlConnection transaction, GetPhonePage.Model model, PhoneNumber phone) {
        MerchantPatch patch = new MerchantPatch(
                new MerchantPatch.Names(Optional.empty(), Optional.empty()), Optional.empty(), Optional.of(phone),
                Optional.empty(), Optional.empty(), Optional.empty(), MerchantPatch.AccountPatch.NONE);
        EditMerchant.Edit asked = new EditMerchant.Edit(Own.merchant(call), Optional.empty(), patch);
        return switch (edit.edit(transaction, asked, Own.caller(call))) {
            case EditMerchant.Edited edited -> PageKit.seeOther("/ho-so", "profile.phone");
            case EditMerchant.Taken taken -> {
                model.form().fail(GetPhonePage.PHONE, "profile.phone.taken");
                yield page.page(Own.UNPROCESSABLE, call, model);
            }
            case EditMerchant.NotFound none -> throw Own.notFound();
            case EditMerchant.Stale stale -> throw Own.overtaken();
            case EditMerchant.Fixed fixed -> throw Own.overtaken();
            case EditMerchant.Incomplete incomplete -> throw new IllegalStateException("no account was named");
        };
    }
}
