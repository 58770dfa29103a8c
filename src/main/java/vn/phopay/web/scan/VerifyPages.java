package vn.phopay.web.scan;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.qr.BankTable;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** The page on which codes are checked, in each of its states. */
public final class VerifyPages {
    private static final String TEMPLATE = "scan/verify";

    private final PageKit kit;
    private final String guid;
    private final String banks;

    /** Pages made by {@code kit} that know signatures by {@code guid}. */
    public VerifyPages(PageKit kit, String guid) {
        this.kit = kit;
        this.guid = guid;
        JsonObject binToName = new JsonObject();
        BankTable.standard().all().forEach(bank -> binToName.put(bank.bin(), bank.shortName()));
        this.banks = binToName.encode();
    }

    PageKit kit() {
        return kit;
    }

    Reply show(int status, Call call, Form form, @Nullable ShownVerdict verdict) {
        return kit.page(status, kit.view(call), TEMPLATE, new GetVerifyPage.Model(form, verdict, guid, banks));
    }
}
