package vn.phopay.web.code;

import io.vertx.sqlclient.SqlConnection;
import java.util.Arrays;
import java.util.List;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.paper.PrintLayout;
import vn.phopay.printing.MyCode;
import vn.phopay.printing.PrintBatch;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** The form that prints a code, as both of its ends show it: each paper with a picture of what will come out. */
public final class PrintKitPage {
    private final CodeDesk desk;
    private final PageKit kit;

    /** A form for codes that {@code desk} knows. */
    public PrintKitPage(CodeDesk desk, PageKit kit) {
        this.desk = desk;
        this.kit = kit;
    }

    /**
     * A paper to choose.
     *
     * @param layout which one
     * @param picture the address of what it looks like
     * @param fits whether the code has room on it
     * @param chosen whether it is chosen
     */
    public record Paper(PrintLayout layout, String picture, boolean fits, boolean chosen) {}

    /**
     * What the template shows.
     *
     * @param form what was chosen
     * @param batch the name of the batch that the form becomes
     * @param code the code
     * @param papers on what it can be printed
     * @param warnings what its owner should know, as the messages call it
     */
    public record Model(Form form, String batch, MyCode code, List<Paper> papers, List<String> warnings) {
        /** Copies the lists. */
        public Model {
            papers = List.copyOf(papers);
            warnings = List.copyOf(warnings);
        }

        /** How many copies may be made. */
        public int copiesMax() {
            return PrintBatch.Paper.COPIES_MAX;
        }
    }

    Reply show(Call call, SqlConnection transaction, int status, Form form) {
        MyCode code = desk.code(call, transaction);
        String typed = form.typed("layout");
        String chosen = PrintLayout.of(typed).isPresent() ? typed : PrintLayout.A5_STAND.layoutName();
        List<Paper> papers = Arrays.stream(PrintLayout.values())
                .map(layout -> new Paper(layout, "/ma-qr/" + code.code().id() + "/xem/" + layout.layoutName(),
                        layout.fits(code.code().payload()), layout.layoutName().equals(chosen)))
                .toList();
        String batch = form.typed("batch").isEmpty() ? desk.nextBatch() : form.typed("batch");
        return kit.page(status, kit.view(call), "code/kit",
                new Model(form, batch, code, papers, code.warningNames()));
    }
}
