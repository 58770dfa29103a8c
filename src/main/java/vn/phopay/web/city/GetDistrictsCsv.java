package vn.phopay.web.city;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.metric.Metric;
import vn.phopay.web.View;

/** GET /thanh-pho/quan.csv?chi-so=: one metric of every district in the running month, as a file. */
public final class GetDistrictsCsv implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(CityPath.OVERVIEW + "/quan.csv", Access.STAFF);

    private final CityParts parts;

    /** A file made of {@code parts}. */
    public GetDistrictsCsv(CityParts parts) {
        this.parts = parts;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        Metric metric = CityPath.districtMetric(call, parts.book(), "activeOutlets30");
        View view = parts.kit().view(call);
        CityPart part = new CityPart(call, List.of("districts.csv", metric.id()), client -> Buffer.buffer(
                new DistrictMaps(parts, view).read(client, metric).twin().csv()));
        return parts.answers().alone(part, text -> CityAnswers.csv(
                "districts-" + metric.id() + "-" + parts.today(), text));
    }
}
