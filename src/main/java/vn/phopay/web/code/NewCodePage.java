package vn.phopay.web.code;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.merchant.MerchantFile;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** The form that makes a code, as both of its ends show it. */
public final class NewCodePage {
    private final CodeDesk desk;
    private final PageKit kit;

    /** A form for the outlets that {@code desk} knows. */
    public NewCodePage(CodeDesk desk, PageKit kit) {
        this.desk = desk;
        this.kit = kit;
    }

    /**
     * What the template shows.
     *
     * @param form what was typed
     * @param choices where it will hang
     * @param obstacle why no code can be made; empty for none
     */
    public record Model(Form form, CodeDesk.Choices choices, String obstacle) {}

    Reply show(Call call, SqlConnection transaction, int status, Form form) {
        MerchantFile file = desk.file(call, transaction);
        String obstacle = CodeDesk.obstacle(file).map(CodeDesk.Obstacle::name).orElse("");
        return kit.page(status, kit.view(call), "code/new",
                new Model(form, CodeDesk.outlets(file, form), obstacle));
    }
}
