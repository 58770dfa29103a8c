package vn.phopay.web.code;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.PrintBatchId;
import vn.phopay.printing.RecallBatch;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /ma-qr/lo/{id}/thu-hoi: takes a print batch back. */
public final class PostRecall implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form("/ma-qr/lo/{id}/thu-hoi", Access.OWNER);
    private static final int UNPROCESSABLE = 422;

    private final RecallBatch recall;
    private final RecallPage page;
    private final PageKit kit;

    /** Takes back by {@code recall}; shows {@code page} again where no reason was given. */
    public PostRecall(RecallBatch recall, RecallPage page, PageKit kit) {
        this.recall = recall;
        this.page = page;
        this.kit = kit;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Form form = Form.of(call);
        String reason = Why.read(form, kit.view(call));
        if (!form.isGood()) {
            return page.show(call, transaction, UNPROCESSABLE, form);
        }
        PrintBatchId id = PrintBatchId.parse(call.path("id")).orElseThrow(CodeDesk::unknown);
        return switch (recall.recall(transaction, id, reason, CodeDesk.caller(call))) {
            case RecallBatch.Recalled done -> PageKit.seeOther("/ma-qr/lo/" + id, "code.recalled");
            case RecallBatch.RecalledBefore before -> PageKit.seeOther("/ma-qr/lo/" + id, "code.recalledBefore");
            case RecallBatch.NotFound none -> throw CodeDesk.unknown();
        };
    }
}
