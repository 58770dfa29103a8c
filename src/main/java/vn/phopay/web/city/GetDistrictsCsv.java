package vn.phopay.web.city;

import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.PreparedEndpoint;
import vn.phopay.metric.Metric;
import vn.phopay.web.View;

/** GET /thanh-pho/quan.csv?chi-so=: one metric of every district in the running month, as a file. */
public final class GetDistrictsCsv implements PreparedEndpoint {
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
    public Prepared prepare(Call call) {
        Metric metric = CityPath.districtMetric(call, parts.book(), "activeOutlets30");
        View view = parts.kit().view(call);
        return LivePart.prepare(parts.tags(), call, "", transaction -> LivePart.csv(
                "districts-" + metric.id() + "-" + parts.today(),
                new DistrictMaps(parts, view).read(transaction, metric).twin().csv()));
    }
}
