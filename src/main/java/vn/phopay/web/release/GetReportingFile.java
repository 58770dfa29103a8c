package vn.phopay.web.release;

import static io.vertx.core.Future.await;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.reporting.ReadReportingPack;
import vn.phopay.reporting.ReportingPack;

/**
 * GET /phat-hanh/bao-cao/{thang}.csv and .json: the pack as a file. Nothing in it is withheld, so who took it is kept
 * in the audit log.
 */
public final class GetReportingFile implements TransactionalEndpoint {
    private final ReadReportingPack read;
    private final AuditLog audit;
    private final Clock clock;
    private final String ending;
    private final EndpointSpec spec;

    private GetReportingFile(ReadReportingPack read, AuditLog audit, Clock clock, String ending) {
        this.read = read;
        this.audit = audit;
        this.clock = clock;
        this.ending = ending;
        this.spec = EndpointSpec.get(ReleasePath.RELEASES + "/bao-cao/{thang}." + ending, Access.ANALYSTS);
    }

    /** Both files. */
    public static List<GetReportingFile> all(ReadReportingPack read, AuditLog audit, Clock clock) {
        return List.of(new GetReportingFile(read, audit, clock, "csv"),
                new GetReportingFile(read, audit, clock, "json"));
    }

    @Override
    public EndpointSpec spec() {
        return spec;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        ReleasePath.requireWholeCity(call.principal());
        YearMonth month = ReleasePath.month(call, clock);
        ReportingPack pack = read.read(transaction, month).orElseThrow(ReleasePath::notFound);
        await(audit.record(transaction, AuditEntry.of(AuditEntry.Actor.of(call.principal(), call.requestId()),
                "reporting.export", "MONTH", month.toString()).with("format", ending)));
        Reply reply = ending.equals("csv")
                ? Reply.bytes(200, "text/csv; charset=utf-8; header=present", Buffer.buffer(pack.csv()))
                : Reply.ok(pack.json());
        return reply.with("cache-control", "no-store").with("content-disposition",
                "attachment; filename=\"bao-cao-" + month + "." + ending + "\"");
    }
}
