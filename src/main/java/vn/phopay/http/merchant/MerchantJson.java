package vn.phopay.http.merchant;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import vn.phopay.http.EntityTag;
import vn.phopay.http.Reply;
import vn.phopay.merchant.ListMerchants;
import vn.phopay.merchant.Merchant;
import vn.phopay.merchant.MerchantFile;
import vn.phopay.merchant.MerchantStatus;
import vn.phopay.merchant.MerchantStore;
import vn.phopay.merchant.Outlet;
import vn.phopay.merchant.Profile;
import vn.phopay.merchant.ReceivingAccount;
import vn.phopay.merchant.VirtualAccount;
import vn.phopay.time.BusinessDay;

/** Merchants as the API writes them. */
final class MerchantJson {
    private MerchantJson() {}

    /** 200 with the whole merchant and the tag of its version; caches must not keep what only its owner may see. */
    static Reply ok(MerchantFile file) {
        return Reply.ok(file(file))
                .with("etag", EntityTag.ofVersion(file.merchant().version()))
                .with("cache-control", "no-store");
    }

    static JsonObject file(MerchantFile file) {
        JsonArray accounts = new JsonArray();
        file.accounts().forEach(account -> accounts.add(account(account)));
        JsonArray outlets = new JsonArray();
        file.outlets().forEach(outlet -> outlets.add(outlet(outlet)));
        return merchant(file.merchant())
                .put("account", file.mainAccount().map(MerchantJson::account).orElse(null))
                .put("accounts", accounts)
                .put("outlets", outlets)
                .put("lastDecision", lastStep(file.lastStep()));
    }

    static JsonObject item(ListMerchants.Item item) {
        return merchant(item.merchant())
                .put("districtCodes", new JsonArray(item.districtCodes()))
                .put("waitingAccount", item.waitingAccount().map(MerchantJson::waiting).orElse(null));
    }

    private static JsonObject waiting(ListMerchants.WaitingAccount waiting) {
        return end(waiting.account())
                .put("accountId", waiting.id().toString())
                .put("accountName", waiting.accountName())
                .put("replaces", waiting.replaces().map(MerchantJson::end).orElse(null));
    }

    /** A bank and the last digits of an account there. */
    private static JsonObject end(ListMerchants.AccountEnd account) {
        return new JsonObject().put("bankBin", account.bankBin()).put("accountEnd", account.lastDigits());
    }

    static JsonObject account(ReceivingAccount account) {
        return new JsonObject()
                .put("id", account.id().toString())
                .put("bankBin", account.account().bankBin())
                .put("accountNumber", account.account().number())
                .put("accountName", account.account().name())
                .put("status", account.status().name())
                .put("replacesAccountId", account.replaces().map(Object::toString).orElse(null))
                .put("createdAt", time(account.createdAt()));
    }

    static JsonObject virtualAccount(VirtualAccount account) {
        return new JsonObject()
                .put("bankBin", account.bankBin())
                .put("number", account.number())
                .put("accountId", account.account().toString())
                .put("outletId", account.outlet().map(Object::toString).orElse(null))
                .put("createdAt", time(account.createdAt()));
    }

    static JsonObject outlet(Outlet outlet) {
        return new JsonObject()
                .put("id", outlet.id().toString())
                .put("name", outlet.name())
                .put("address", outlet.address())
                .put("districtCode", outlet.location().districtCode())
                .put("wardCode", outlet.location().wardCode().orElse(null))
                .put("streetId", outlet.location().streetId().orElse(null))
                .put("locatedSince", outlet.location().since().toString())
                .put("createdAt", time(outlet.createdAt()));
    }

    private static JsonObject merchant(Merchant merchant) {
        Profile profile = merchant.profile();
        boolean known = merchant.status() != MerchantStatus.CLOSED;
        return new JsonObject()
                .put("id", merchant.id().toString())
                .put("status", merchant.status().name())
                .put("legalName", profile.legalName())
                .put("displayName", profile.displayName())
                .put("taxCode", known ? profile.taxCode().value() : null)
                .put("phone", known ? profile.phone().e164() : null)
                .put("categoryCode", profile.category().value())
                .put("locale", profile.language().code())
                .put("amountToleranceVnd", profile.amountToleranceVnd())
                .put("createdAt", time(merchant.moments().createdAt()))
                .put("updatedAt", time(merchant.moments().updatedAt()))
                .put("approvedAt", merchant.moments().approvedAt().map(MerchantJson::time).orElse(null));
    }

    private static JsonObject lastStep(MerchantStore.LastStep step) {
        return new JsonObject()
                .put("status", step.to().name())
                .put("at", time(step.at()))
                .put("reason", step.reason().orElse(null));
    }

    /** RFC 3339 in Vietnamese time. */
    private static String time(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.ofInstant(moment, BusinessDay.ZONE));
    }
}
