package vn.phopay.web.desk.safety;

import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.issuing.RevokeQrCode;
import vn.phopay.printing.PrintBatch;
import vn.phopay.printing.RecallBatch;
import vn.phopay.reconciliation.CaseFile;
import vn.phopay.reconciliation.CaseReader;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;
import vn.phopay.web.desk.Desk;
import vn.phopay.web.desk.Shown;

/** POST /an-toan-ma/{id}/thu-hoi-lo: takes one print batch of the reported outlet back, with all its codes. */
public final class PostBatchRecall implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(SafetyPath.CASE + "/thu-hoi-lo", Access.REGISTRARS);

    private final CaseReader reader;
    private final RecallBatch recall;
    private final SafetyCasePage page;

    /** Takes batches back by {@code recall}; faults are shown on {@code page} of a case of {@code reader}. */
    public PostBatchRecall(CaseReader reader, RecallBatch recall, SafetyCasePage page) {
        this.reader = reader;
        this.recall = recall;
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        CaseFile file = SafetyPath.file(reader, call, transaction);
        SafetyCasePage.Shop shop = page.shopInHand(call, transaction, file);
        Form form = Form.of(call);
        Optional<PrintBatch> batch = shop.batches().stream()
                .filter(printed -> printed.id().toString().equals(form.typed("batch")))
                .findFirst();
        if (batch.isEmpty()) {
            form.fail("batches", "safety.recall.none");
        }
        String why = form.text("batchReason", RevokeQrCode.REASON_LENGTH_MAX);
        return form.isGood() && batch.isPresent()
                ? recall(call, transaction, new Asked(file, batch.get(), form, why))
                : page.page(call, transaction, file, Shown.again(form));
    }

    private record Asked(CaseFile file, PrintBatch batch, Form form, String why) {}

    private Reply recall(Call call, SqlConnection transaction, Asked asked) {
        return switch (recall.recall(transaction, asked.batch(), asked.why(), Desk.caller(call))) {
            case RecallBatch.Recalled done -> PageKit.seeOther(SafetyPath.of(asked.file().id()), "safety.recalled");
            case RecallBatch.RecalledBefore before -> {
                asked.form().fail("batches", "safety.recall.before");
                yield page.page(call, transaction, asked.file(), Shown.conflict(asked.form()));
            }
            case RecallBatch.NotFound none -> throw Desk.notFound();
        };
    }
}
