package vn.phopay.web.city;

import io.vertx.sqlclient.SqlConnection;
import java.time.temporal.ChronoUnit;
import vn.phopay.city.ReadPulse;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.PreparedEndpoint;
import vn.phopay.http.Reply;
import vn.phopay.web.View;

/** GET /man-hinh/song: the wall's figures, for its script; 304 while no figure changed in the running minute. */
public final class GetWallLive implements PreparedEndpoint {
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
    public Prepared prepare(Call call) {
        String minute = parts.clock().instant().truncatedTo(ChronoUnit.MINUTES).toString();
        return LivePart.prepare(parts.tags(), call, minute, transaction -> answer(call, transaction));
    }

    private Reply answer(Call call, SqlConnection transaction) {
        View view = parts.kit().view(call);
        return parts.kit().page(view, "city/walllive", wall.read(view, transaction));
    }
}
