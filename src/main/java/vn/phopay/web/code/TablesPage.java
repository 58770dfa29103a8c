package vn.phopay.web.code;

import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.merchant.MerchantFile;
import vn.phopay.paper.PrintLayout;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** The form that makes a code for each table, as both of its ends show it. */
public final class TablesPage {
    /** On what such codes are printed. */
    static final List<PrintLayout> LAYOUTS = List.of(PrintLayout.STICKER_SHEET, PrintLayout.A6_CARD);

    private final CodeDesk desk;
    private final PageKit kit;

    /** A form for the outlets that {@code desk} knows. */
    public TablesPage(CodeDesk desk, PageKit kit) {
        this.desk = desk;
        this.kit = kit;
    }

    /**
     * What the template shows.
     *
     * @param form what was typed
     * @param batch the name of the batch that the form becomes
     * @param choices where they will stand
     * @param obstacle why no code can be made; empty for none
     */
    public record Model(Form form, String batch, CodeDesk.Choices choices, String obstacle) {
        /** On what they can be printed. */
        public List<PrintLayout> layouts() {
            return LAYOUTS;
        }

        /** Whether this paper is chosen. */
        public boolean isChosen(PrintLayout layout) {
            return PrintLayout.of(form.typed("layout")).orElse(PrintLayout.STICKER_SHEET) == layout;
        }
    }

    Reply show(Call call, SqlConnection transaction, int status, Form form) {
        MerchantFile file = desk.file(call, transaction);
        String obstacle = CodeDesk.obstacle(file).map(CodeDesk.Obstacle::name).orElse("");
        String batch = form.typed("batch").isEmpty() ? desk.nextBatch() : form.typed("batch");
        return kit.page(status, kit.view(call), "code/tables",
                new Model(form, batch, CodeDesk.outlets(file, form), obstacle));
    }
}
