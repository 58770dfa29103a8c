package vn.phopay.web.profile;

import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.merchant.EditMerchant;
import vn.phopay.merchant.Language;
import vn.phopay.merchant.MerchantFile;
import vn.phopay.merchant.MerchantPatch;
import vn.phopay.merchant.MerchantRegistry;
import vn.phopay.merchant.MerchantRules;
import vn.phopay.merchant.TaxCode;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /ho-so/cua-hang: changes the shop's names and the language in which it is written to. */
public final class PostShop implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(GetShopPage.PATH, Access.OWNER);
    private static final int VERSION_DIGITS_MAX = 18;

    private final MerchantRegistry registry;
    private final EditMerchant edit;
    private final MerchantRules rules;
    private final GetShopPage page;

    /** Edits by {@code edit} what {@code rules} let pass; faults are shown on {@code page}. */
    public PostShop(MerchantRegistry registry, EditMerchant edit, MerchantRules rules, GetShopPage page) {
        this.registry = registry;
        this.edit = edit;
        this.rules = rules;
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        MerchantFile file = Own.file(call, registry, transaction);
        Form form = Form.of(call);
        MerchantPatch patch = read(form, GetShopPage.isChecked(file));
        if (!form.isGood()) {
            return page.page(Own.UNPROCESSABLE, call, file, form);
        }
        Optional<Long> version = Optional.of(form.typed(GetShopPage.VERSION))
                .filter(text -> text.matches("[0-9]{1," + VERSION_DIGITS_MAX + "}"))
                .map(Long::valueOf);
        EditMerchant.Edit asked = new EditMerchant.Edit(file.merchant().id(), version, patch);
        return switch (edit.edit(transaction, asked, Own.caller(call))) {
            case EditMerchant.Edited(MerchantFile edited) -> saved(edited.merchant().profile().language());
            case EditMerchant.Taken taken -> {
                form.fail(GetShopPage.TAX_CODE, "profile.shop.tax.taken");
                yield page.page(Own.UNPROCESSABLE, call, file, form);
            }
            case EditMerchant.Stale stale -> throw Own.overtaken();
            case EditMerchant.Fixed fixed -> throw Own.overtaken();
            case EditMerchant.NotFound none -> throw Own.notFound();
            case EditMerchant.Incomplete incomplete -> throw new IllegalStateException("no account was named");
        };
    }

    private MerchantPatch read(Form form, boolean checked) {
        Optional<String> name = form.read(GetShopPage.NAME, "profile.name.bad", MerchantRules::displayName);
        Optional<Language> language = form.read(GetShopPage.LANGUAGE, "form.choice", Language::parse);
        Optional<String> legalName = Optional.empty();
        Optional<TaxCode> taxCode = Optional.empty();
        if (!checked) {
            legalName = form.read(GetShopPage.LEGAL_NAME, "profile.name.bad", MerchantRules::legalName);
            taxCode = form.read(GetShopPage.TAX_CODE, "profile.shop.tax.bad", rules::taxCode);
        }
        return new MerchantPatch(new MerchantPatch.Names(legalName, name), taxCode, Optional.empty(),
                Optional.empty(), language, Optional.empty(), MerchantPatch.AccountPatch.NONE);
    }

    /** By way of the language's own address, so that the pages speak it from now on. */
    private static Reply saved(Language language) {
        return PageKit.seeOther(
                "/ngon-ngu/" + language.code() + "?ve=" + PageKit.encode("/ho-so?noti=profile.saved"));
    }
}
