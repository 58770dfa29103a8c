package vn.phopay.web.code;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.printing.MyCode;
import vn.phopay.printing.PrintBatch;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** One print batch, as its page and the form that prints it again show it. */
public final class BatchPage {
    private final CodeDesk desk;
    private final PageKit kit;

    /** Shows what {@code desk} knows. */
    public BatchPage(CodeDesk desk, PageKit kit) {
        this.desk = desk;
        this.kit = kit;
    }

    /**
     * What the template shows.
     *
     * @param form what was chosen for printing again
     * @param next the name of the batch that the form becomes
     * @param batch the batch
     * @param codes its codes, in order
     * @param alsoOn numbers of other batches that hold one of them
     */
    public record Model(Form form, String next, PrintBatch batch, List<MyCode> codes, List<Integer> alsoOn) {
        /** Copies the lists. */
        public Model {
            codes = List.copyOf(codes);
            alsoOn = List.copyOf(alsoOn);
        }

        /** How many of its codes may be paid. */
        public long active() {
            return codes.stream().filter(MyCode::isActive).count();
        }

        /** How many copies may be made. */
        public int copiesMax() {
            return PrintBatch.Paper.COPIES_MAX;
        }

        /** Whether so many copies are chosen. */
        public boolean isChosen(int copies) {
            return form.typed("copies").equals(Integer.toString(copies));
        }
    }

    Reply show(Call call, SqlConnection transaction, int status, Form form) {
        PrintBatch batch = desk.batch(call, transaction);
        List<MyCode> codes = Future.await(desk.codes().findAll(transaction, batch.owner().merchant(), batch.codes()));
        List<Integer> alsoOn = Future.await(desk.batches().sharing(transaction, batch));
        String next = form.typed("batch").isEmpty() ? desk.nextBatch() : form.typed("batch");
        return kit.page(status, kit.view(call), "code/batch", new Model(form, next, batch, codes, alsoOn));
    }
}
