package vn.phopay.web.city;

import io.vertx.core.Future;
import vn.phopay.city.ReadPulse;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.web.PageKit;

/**
 * GET /man-hinh: the city on a screen on the wall. It needs a session of staff like every other page with figures of
 * the city, or one of a screen that an administrator handed over ({@link vn.phopay.access.Screens}).
 */
public final class GetWallPage implements Endpoint {
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
    public Future<Reply> handle(Call call) {
        CityPart part = wall.part(call);
        return parts.answers().page(() -> parts.kit().page(
                parts.kit().view(call), "city/wall", PageKit.content(parts.answers().shown(part))));
    }
}
