package vn.phopay.web.code;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.printing.PrintBatch;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** Asks whether a batch is really taken back, and why, as both ends of the form show it. */
public final class RecallPage {
    private final CodeDesk desk;
    private final PageKit kit;

    /** Shows what {@code desk} knows. */
    public RecallPage(CodeDesk desk, PageKit kit) {
        this.desk = desk;
        this.kit = kit;
    }

    /**
     * What the template shows.
     *
     * @param form what was chosen
     * @param batch the batch
     * @param alsoOn numbers of other batches whose sheets would be worth nothing either
     */
    public record Model(Form form, PrintBatch batch, List<Integer> alsoOn) {
        /** Copies the list. */
        public Model {
            alsoOn = List.copyOf(alsoOn);
        }
    }

    Reply show(Call call, SqlConnection transaction, int status, Form form) {
        PrintBatch batch = desk.batch(call, transaction);
        List<Integer> alsoOn = Future.await(desk.batches().sharing(transaction, batch));
        return kit.page(status, kit.view(call), "code/recall", new Model(form, batch, alsoOn));
    }
}
