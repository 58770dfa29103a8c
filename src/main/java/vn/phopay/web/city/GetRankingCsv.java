package vn.phopay.web.city;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.YearMonth;
import java.util.List;
import vn.phopay.city.ReadRanking;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.web.View;

/** GET /thanh-pho/xep-hang.csv?thang=: the ranking of a month as a file. */
public final class GetRankingCsv implements Endpoint {
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
    public Future<Reply> handle(Call call) {
        YearMonth month = CityPath.month(call, parts.today());
        View view = parts.kit().view(call);
        CityPart part = new CityPart(call, List.of("ranking.csv", month), client -> Buffer.buffer(
                new RankingTables(parts, read, view).file(client, month).csv()));
        return parts.answers().alone(part, text -> CityAnswers.csv("ranking-" + month, text));
    }
}
