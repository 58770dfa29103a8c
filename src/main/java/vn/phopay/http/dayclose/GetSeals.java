package vn.phopay.http.dayclose;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.List;
import vn.phopay.adoption.DayRange;
import vn.phopay.dayclose.Seal;
import vn.phopay.dayclose.SealStore;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;

/** GET /api/v1/days/seals.jsonl?from=&amp;to=: seals, one a line, oldest first, for {@code phopay verify-seals}. */
public final class GetSeals implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/api/v1/days/seals.jsonl", Access.STAFF);

    private final SealStore seals;
    private final Pool pool;
    private final Clock clock;

    /** Reads from {@code seals} through {@code pool}; {@code clock} tells today. */
    public GetSeals(SealStore seals, Pool pool, Clock clock) {
        this.seals = seals;
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
        return seals.list(pool, range.from(), range.to(), DayRange.DAYS_MAX).map(GetSeals::toReply);
    }

    private static Reply toReply(List<Seal> seals) {
        Buffer lines = Buffer.buffer();
        seals.forEach(seal -> lines.appendString(seal.line()).appendString("\n"));
        return Reply.bytes(200, "application/jsonl", lines).with("cache-control", "no-store");
    }
}
