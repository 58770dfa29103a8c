package vn.phopay.web.city;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.city.ReadRanking;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.View;

/** GET /thanh-pho/xep-hang?thang=: the districts of a month, ranked inside their size classes; all staff see all. */
public final class GetRankingPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(CityPath.RANKING, Access.STAFF);

    private final CityParts parts;
    private final ReadRanking read;

    /** A page made of {@code parts}. */
    public GetRankingPage(CityParts parts, ReadRanking read) {
        this.parts = parts;
        this.read = read;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        View view = parts.kit().view(call);
        return parts.kit().page(view, "city/ranking", new RankingTables(parts, read, view)
                .read(transaction, CityPath.month(call, parts.today())));
    }
}
