package vn.phopay.web.desk.staff;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import vn.phopay.access.Screens;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;
import vn.phopay.web.desk.Shown;

/** The page on which screens on walls are handed over and ended. */
public final class ScreenPage {
    static final String PATH = StaffPath.LIST + "/man-hinh";

    private final Screens screens;
    private final PageKit kit;

    /** Shows {@code screens}. */
    public ScreenPage(Screens screens, PageKit kit) {
        this.screens = screens;
        this.kit = kit;
    }

    /** What the template shows: those that run, and what was typed. */
    public record Model(List<Screens.Screen> screens, Form form) {}

    /** The page with what was typed. */
    Reply page(Call call, SqlConnection transaction, Shown shown) {
        return kit.page(shown.status(), kit.view(call), "desk/screens",
                new Model(Future.await(screens.list(transaction)), shown.form()));
    }
}
