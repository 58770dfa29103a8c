package vn.phopay.web.code;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.printing.MyCode;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** Asks whether a code is really taken back, and why, as both ends of the form show it. */
public final class RevokePage {
    private final CodeDesk desk;
    private final PageKit kit;

    /** Shows what {@code desk} knows. */
    public RevokePage(CodeDesk desk, PageKit kit) {
        this.desk = desk;
        this.kit = kit;
    }

    /** What the template shows: what was chosen, and the code. */
    public record Model(Form form, MyCode code) {}

    Reply show(Call call, SqlConnection transaction, int status, Form form) {
        return kit.page(status, kit.view(call), "code/revoke", new Model(form, desk.code(call, transaction)));
    }
}
