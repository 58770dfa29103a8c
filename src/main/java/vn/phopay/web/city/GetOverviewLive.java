package vn.phopay.web.city;

import io.vertx.core.Future;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.web.View;

/** GET /thanh-pho/song?chi-so=: the overview's figures, for its script; 304 while no figure changed. */
public final class GetOverviewLive implements Endpoint {
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
    public Future<Reply> handle(Call call) {
        View view = parts.kit().view(call);
        return parts.answers().alone(overview.part(call), part -> parts.kit().partAlone(view, part));
    }
}
