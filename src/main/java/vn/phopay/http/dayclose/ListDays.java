package vn.phopay.http.dayclose;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import vn.phopay.adoption.DayRange;
import vn.phopay.dayclose.ReadDay;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;

/** GET /api/v1/days?from=&amp;to=: days with their totals, and whether they are sealed. */
public final class ListDays implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/api/v1/days", Access.STAFF);

    private final ReadDay readDay;
    private final Pool pool;
    private final Clock clock;

    /** Reads by {@code readDay} through {@code pool}; {@code clock} tells today. */
    public ListDays(ReadDay readDay, Pool pool, Clock clock) {
        this.readDay = readDay;
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        DayRange range = DayCalls.range(call, clock);
        return readDay.list(pool, range.from(), range.to()).map(lines -> {
            JsonArray items = new JsonArray();
            lines.forEach(line -> items.add(DayJson.line(line)));
            return Reply.ok(new JsonObject().put("items", items));
        });
    }
}
