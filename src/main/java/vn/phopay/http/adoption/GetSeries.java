package vn.phopay.http.adoption;

import io.vertx.core.Future;
import java.util.List;
import vn.phopay.adoption.DayRange;
import vn.phopay.adoption.Interval;
import vn.phopay.adoption.ReadSeries;
import vn.phopay.adoption.SeriesScope;
import vn.phopay.adoption.Viewer;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;

/**
 * GET /api/v1/adoption/series: {@code {from, to, asOf, interval, points}} of a street, a district, or, where neither is
 * named, the city.
 */
public final class GetSeries implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/api/v1/adoption/series", Access.ANYONE);

    private final ReadSeries readSeries;
    private final AdoptionEdge edge;
    private final FiguresReply replies;

    /** Answers what {@code readSeries} finds. */
    public GetSeries(ReadSeries readSeries, AdoptionEdge edge) {
        this.readSeries = readSeries;
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
        Interval interval = AdoptionQuery.interval(call);
        Viewer viewer = AdoptionQuery.viewer(call.caller());
        SeriesScope scope = new SeriesScope(call.queryParameter("districtCode"), call.queryParameter("streetId"));
        return replies.of(call, viewer, List.of("series", scope, range, interval),
                () -> readSeries.read(scope, range, interval, viewer)
                        .map(AdoptionJson::series)
                        .orElseThrow(() -> new ProblemException(
                                ProblemCode.REQUEST_NOT_FOUND, "There is no such place.")));
    }
}
