package vn.phopay.web.code;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.printing.PrintBatch;
import vn.phopay.web.PageKit;

/** GET /ma-qr/lo: the shop's print batches, the newest first. */
public final class GetBatchesPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/ma-qr/lo", Access.OWNER);

    private final CodeDesk desk;
    private final PageKit kit;

    /** Shows what {@code desk} knows. */
    public GetBatchesPage(CodeDesk desk, PageKit kit) {
        this.desk = desk;
        this.kit = kit;
    }

    /** What the template shows. */
    public record Model(List<PrintBatch> batches) {
        /** Copies the list. */
        public Model {
            batches = List.copyOf(batches);
        }
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        List<PrintBatch> batches = Future.await(desk.batches().list(transaction, CodeDesk.merchant(call)));
        return kit.page(kit.view(call), "code/batches", new Model(batches));
    }
}
