package vn.phopay.web.check;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.SafetyReportId;
import vn.phopay.safety.ReportStatus;
import vn.phopay.safety.ReportStore;
import vn.phopay.web.PageKit;

/**
 * GET /bao-ma-gia/{id}: the number of a report and what became of it. An owner's is shown to that owner alone; a
 * passer-by's to whoever holds its address, which cannot be guessed.
 */
public final class GetReceipt implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/bao-ma-gia/{id}", Access.ANYONE);

    private final ReportStore reports;
    private final String hotline;
    private final PageKit kit;

    /** Reads from {@code reports}; {@code hotline} is the number to call. */
    public GetReceipt(ReportStore reports, String hotline, PageKit kit) {
        this.reports = reports;
        this.hotline = hotline;
        this.kit = kit;
    }

    /** What the template shows. */
    public record Model(ReportStatus report, String hotline) {}

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Optional<ReportStatus> found = SafetyReportId.parse(call.path("id"))
                .flatMap(id -> Future.await(reports.receipt(transaction, id, Visitor.owner(call))));
        ReportStatus report = found.orElseThrow(
                () -> new ProblemException(ProblemCode.REQUEST_NOT_FOUND, "There is no such report."));
        return kit.page(kit.view(call), "check/receipt", new Model(report, hotline));
    }
}
