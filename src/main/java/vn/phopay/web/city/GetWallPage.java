package vn.phopay.web.city;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.city.ReadPulse;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.View;

/**
 * GET /man-hinh: the city on a screen on the wall. It needs a session of staff like every other page with figures of
 * the city, or one of a screen that an administrator handed over ({@link vn.phopay.access.Screens}).
 */
public final class GetWallPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(CityPath.WALL, Access.WALL);

    private final CityParts parts;
    private final ReadWall wall;

    /** A page made of {@code parts} and the last minutes by {@code pulse}. */
    public GetWallPage(CityParts parts, ReadPulse pulse) {
        this.parts = parts;
        this.wall = new ReadWall(parts, pulse);
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        View view = parts.kit().view(call);
        return parts.kit().page(view, "city/wall", wall.read(view, transaction));
    }
}
