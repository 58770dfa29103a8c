package vn.phopay.web.city;

import io.vertx.core.Future;
import vn.phopay.city.ReadPulse;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.web.View;

/** GET /man-hinh/song: the wall's figures, for its script; 304 while no figure changed in the running minute. */
public final class GetWallLive implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(CityPath.WALL + "/song", Access.WALL);

    private final CityParts parts;
    private final ReadWall wall;

    /** A part of a page made of {@code parts} and the last minutes by {@code pulse}. */
    public GetWallLive(CityParts parts, ReadPulse pulse) {
        this.parts = parts;
        this.wall = new ReadWall(parts, pulse);
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        View view = parts.kit().view(call);
        return parts.answers().alone(wall.part(call), part -> parts.kit().partAlone(view, part));
    }
}
