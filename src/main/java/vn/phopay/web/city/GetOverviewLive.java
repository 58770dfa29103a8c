package vn.phopay.web.city;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.PreparedEndpoint;
import vn.phopay.http.Reply;
import vn.phopay.web.View;

/** GET /thanh-pho/song?chi-so=: the overview's figures, for its script; 304 while no figure changed. */
public final class GetOverviewLive implements PreparedEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(CityPath.OVERVIEW + "/song", Access.STAFF);

    private final CityParts parts;
    private final ReadOverview overview;

    /** A part of a page made of {@code parts}. */
    public GetOverviewLive(CityParts parts) {
        this.parts = parts;
        this.overview = new ReadOverview(parts);
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Prepared prepare(Call call) {
        overview.metric(call);
        return LivePart.prepare(parts.tags(), call, "", transaction -> answer(call, transaction));
    }

    private Reply answer(Call call, SqlConnection transaction) {
        View view = parts.kit().view(call);
        return parts.kit().page(view, "city/live", overview.read(call, view, transaction));
    }
}
