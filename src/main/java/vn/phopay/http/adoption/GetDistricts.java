package vn.phopay.http.adoption;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import vn.phopay.adoption.AdoptionPage;
import vn.phopay.adoption.DayRange;
import vn.phopay.adoption.ReadDistricts;
import vn.phopay.adoption.Viewer;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;

/** GET /api/v1/adoption/districts: {@code {from, to, asOf, items}}, one item for each of the 30 districts, by code. */
public final class GetDistricts implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/api/v1/adoption/districts", Access.ANYONE);

    private final ReadDistricts readDistricts;
    private final AdoptionEdge edge;
    private final FiguresReply replies;

    /** Answers what {@code readDistricts} finds. */
    public GetDistricts(ReadDistricts readDistricts, AdoptionEdge edge) {
        this.readDistricts = readDistricts;
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
        Viewer viewer = AdoptionQuery.viewer(call.caller());
        LocalDate on = range.standsOn(AdoptionQuery.today(edge.clock()));
        return replies.of(
                call, viewer, List.of("districts", range, on), () -> toJson(readDistricts.read(range, on, viewer)));
    }

    private static JsonObject toJson(AdoptionPage page) {
        return AdoptionJson.envelope(page.range(), page.asOf()).put("items", AdoptionJson.rows(page.rows()));
    }
}
