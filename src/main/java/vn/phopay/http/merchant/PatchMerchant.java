package vn.phopay.http.merchant;

import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.phopay.access.PhoneNumber;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.EntityTag;
import vn.phopay.http.Fields;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.merchant.BankAccount;
import vn.phopay.merchant.CategoryCode;
import vn.phopay.merchant.CleanText;
import vn.phopay.merchant.EditMerchant;
import vn.phopay.merchant.Language;
import vn.phopay.merchant.MerchantFile;
import vn.phopay.merchant.MerchantPatch;
import vn.phopay.merchant.MerchantRules;
import vn.phopay.merchant.Profile;
import vn.phopay.merchant.TaxCode;

/** PATCH /api/v1/merchants/{id}: a JSON merge patch (RFC 7396) on the version that If-Match names. */
public final class PatchMerchant implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.patch("/api/v1/merchants/{id}", Access.SESSION);
    private static final List<String> MEMBERS =
            List.of("legalName", "displayName", "taxCode", "phone", "categoryCode", "locale", "amountToleranceVnd",
                    "account");
    private static final List<String> ACCOUNT_MEMBERS = List.of("bankBin", "accountNumber", "accountName");

    private final EditMerchant edit;
    private final MerchantFields fields;

    /** Reads by {@code fields}, edits by {@code edit}. */
    public PatchMerchant(EditMerchant edit, MerchantFields fields) {
        this.edit = edit;
        this.fields = fields;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        EditMerchant.Edit asked = new EditMerchant.Edit(
                MerchantCalls.merchantId(call), EntityTag.requiredVersion(call), patch(call.body()));
        return switch (edit.edit(transaction, asked, MerchantCalls.caller(call))) {
            case EditMerchant.Edited(MerchantFile file) -> MerchantJson.ok(file);
            case EditMerchant.Stale(long version) -> MerchantCalls.stale(version);
            case EditMerchant.NotFound none -> MerchantCalls.notFound();
            case EditMerchant.Fixed(String field) -> MerchantCalls.fieldFault(
                    field, "was checked when the merchant was approved; only staff can change it now");
            case EditMerchant.Incomplete none -> MerchantCalls.fieldFault(
                    "account", "must have bankBin, accountNumber and accountName: there is no account to change");
            case EditMerchant.Taken taken -> refused(taken);
        };
    }

    private static Reply refused(EditMerchant.Taken taken) {
        return switch (taken) {
            case TAX_CODE -> MerchantCalls.taxCodeTaken();
            case PHONE -> MerchantCalls.phoneTaken();
            case ACCOUNT -> MerchantCalls.accountTaken();
        };
    }

    private MerchantPatch patch(Fields body) {
        body.allowOnly(MEMBERS);
        MerchantCalls.refuseRemoval(body, MEMBERS);
        MerchantPatch patch = new MerchantPatch(
                new MerchantPatch.Names(
                        name(body, "legalName", MerchantRules::legalName, Profile.LEGAL_NAME_LENGTH_MAX),
                        name(body, "displayName", MerchantRules::displayName, Profile.DISPLAY_NAME_LENGTH_MAX)),
                body.optional("taxCode", fields::taxCode, TaxCode.RULE),
                body.optional("phone", PhoneNumber::parse, MerchantFields.PHONE_RULE),
                body.optional("categoryCode", CategoryCode::parse, CategoryCode.RULE),
                body.optional("locale", Language::parse, MerchantFields.LANGUAGE_RULE),
                body.optionalInteger("amountToleranceVnd", 0, Profile.AMOUNT_TOLERANCE_VND_MAX),
                account(body));
        body.check();
        return patch;
    }

    private MerchantPatch.AccountPatch account(Fields body) {
        if (!body.has("account") || body.isEmptied("account")) {
            return new MerchantPatch.AccountPatch(Optional.empty(), Optional.empty(), Optional.empty());
        }
        Fields account = body.object("account");
        account.allowOnly(ACCOUNT_MEMBERS);
        MerchantCalls.refuseRemoval(account, ACCOUNT_MEMBERS);
        return new MerchantPatch.AccountPatch(
                account.optional("bankBin", fields::bin, MerchantFields.BIN_RULE),
                account.optional("accountNumber", MerchantRules::accountNumber, BankAccount.NUMBER_RULE),
                account.optional("accountName", MerchantRules::accountName, BankAccount.NAME_RULE));
    }

    private static Optional<String> name(
            Fields body, String field, Function<String, Optional<String>> rule, int lengthMax) {
        return body.optional(field, rule, CleanText.rule(lengthMax));
    }
}
