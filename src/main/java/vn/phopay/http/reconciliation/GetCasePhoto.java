package vn.phopay.http.reconciliation;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;
import vn.phopay.identity.CaseId;
import vn.phopay.reconciliation.CaseReader;
import vn.phopay.safety.CaseReports;

/**
 * GET /api/v1/cases/{id}/photos/{n}: a photo that came with a report, for staff who may see the case. We wrote the file
 * ourselves; it is told as what it is, to be saved and never kept on the way.
 */
public final class GetCasePhoto implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/api/v1/cases/{id}/photos/{n}", Access.STAFF);
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");

    private final CaseReader reader;
    private final CaseReports reports;
    private final Pool pool;

    /** Reads by {@code reader} and {@code reports} through {@code pool}. */
    public GetCasePhoto(CaseReader reader, CaseReports reports, Pool pool) {
        this.reader = reader;
        this.reports = reports;
        this.pool = pool;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        CaseId id = CaseCalls.caseId(call);
        Optional<Integer> number =
                Optional.of(call.path("n")).filter(text -> NUMBER.matcher(text).matches()).map(Integer::valueOf);
        return reader.find(pool, id, call.principal().districtCodes())
                .compose(found -> found.isPresent() && number.isPresent()
                        ? reports.photo(pool, id, number.get())
                        : Future.succeededFuture(Optional.<Buffer>empty()))
                .map(photo -> photo.map(jpeg -> toReply(id, number.orElseThrow(), jpeg))
                        .orElseGet(() -> Reply.problem(ProblemCode.REQUEST_NOT_FOUND,
                                "There is no such photo, or none that you may see, or it was deleted.")));
    }

    private static Reply toReply(CaseId id, int number, Buffer jpeg) {
        return Reply.bytes(200, "image/jpeg", jpeg)
                .with("content-disposition", "attachment; filename=\"" + id + '-' + number + ".jpg\"")
                .with("cache-control", "private, no-store");
    }
}
