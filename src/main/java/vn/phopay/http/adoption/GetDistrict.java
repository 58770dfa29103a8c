package vn.phopay.http.adoption;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import vn.phopay.adoption.AdoptionPage;
import vn.phopay.adoption.AdoptionRow;
import vn.phopay.adoption.DayRange;
import vn.phopay.adoption.ReadDistrict;
import vn.phopay.adoption.Viewer;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;

/**
 * GET /api/v1/adoption/districts/{code}: {@code {from, to, asOf, …the district's row…, wards, streets}}. A ward's row
 * begins with {@code wardCode} and {@code wardName}, a street's with {@code streetId} and {@code streetName}; the
 * figures are the same.
 */
public final class GetDistrict implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/api/v1/adoption/districts/{code}", Access.ANYONE);

    private final ReadDistrict readDistrict;
    private final AdoptionEdge edge;
    private final FiguresReply replies;

    /** Answers what {@code readDistrict} finds. */
    public GetDistrict(ReadDistrict readDistrict, AdoptionEdge edge) {
        this.readDistrict = readDistrict;
        this.edge = edge;
        this.replies = new FiguresReply(edge);
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        DayRange range = AdoptionQuery.range(call, edge.clock());
        ReadDistrict.Days days = new ReadDistrict.Days(range, range.standsOn(AdoptionQuery.today(edge.clock())));
        Viewer viewer = AdoptionQuery.viewer(call.caller());
        String code = call.path("code");
        return replies.of(call, viewer, List.of("district", code, days), () -> readDistrict.read(code, days, viewer)
                .map(GetDistrict::toJson)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.REQUEST_NOT_FOUND, "There is no such district.")));
    }

    private static JsonObject toJson(AdoptionPage page) {
        return AdoptionJson.envelope(page.range(), page.asOf())
                .mergeIn(AdoptionJson.row(page.rows().getFirst()))
                .put("wards", rows(page, "WARD"))
                .put("streets", rows(page, "STREET"));
    }

    private static JsonArray rows(AdoptionPage page, String kind) {
        return AdoptionJson.rows(page.rows().stream().filter(row -> isOf(row, kind)).toList());
    }

    private static boolean isOf(AdoptionRow row, String kind) {
        return row.place().kind().equals(kind);
    }
}
