package vn.phopay.web.city;

import java.time.YearMonth;
import vn.phopay.city.ReadRanking;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.PreparedEndpoint;
import vn.phopay.web.View;

/** GET /thanh-pho/xep-hang.csv?thang=: the ranking of a month as a file. */
public final class GetRankingCsv implements PreparedEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(CityPath.RANKING + ".csv", Access.STAFF);

    private final CityParts parts;
    private final ReadRanking read;

    /** A file made of {@code parts}. */
    public GetRankingCsv(CityParts parts, ReadRanking read) {
        this.parts = parts;
        this.read = read;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Prepared prepare(Call call) {
        YearMonth month = CityPath.month(call, parts.today());
        View view = parts.kit().view(call);
        return LivePart.prepare(parts.tags(), call, "", transaction -> LivePart.csv(
                "ranking-" + month, new RankingTables(parts, read, view).file(transaction, month).csv()));
    }
}
