package vn.phopay.web.city;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.web.View;

/** GET /thanh-pho/xu-huong.csv: what the page of trends draws, as a file. */
public final class GetTrendsCsv implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(CityPath.TRENDS + ".csv", Access.STAFF);

    private final CityParts parts;

    /** A file made of {@code parts}. */
    public GetTrendsCsv(CityParts parts) {
        this.parts = parts;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        View view = parts.kit().view(call);
        TrendQuery query = TrendQuery.read(call, parts, new CityScopes(parts.places(), parts.today()));
        if (!query.faults().isEmpty()) {
            throw ProblemException.ofField("?" + TrendQuery.FROM, view.text(query.faults().getFirst()));
        }
        CityPart part = new CityPart(call, query.asked("trends.csv"), client -> Buffer.buffer(
                new Trends(parts, view, client).draw(query).twin().csv()));
        return parts.answers().alone(part, text -> CityAnswers.csv(
                query.metric().id() + "-" + query.from().label() + "-" + query.to().label(), text));
    }
}
