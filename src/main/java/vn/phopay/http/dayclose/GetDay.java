package vn.phopay.http.dayclose;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.dayclose.ReadDay;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;

/** GET /api/v1/days/{date}: a day's totals, its seal and what came after it, or what speaks against closing it. */
public final class GetDay implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/api/v1/days/{date}", Access.STAFF);

    private final ReadDay readDay;

    /** Reads by {@code readDay}. */
    public GetDay(ReadDay readDay) {
        this.readDay = readDay;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return Reply.ok(DayJson.day(readDay.read(transaction, DayCalls.date(call))));
    }
}
