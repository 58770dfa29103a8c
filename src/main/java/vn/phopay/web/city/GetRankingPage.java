package vn.phopay.web.city;

import gg.jte.Content;
import io.vertx.core.Future;
import java.time.YearMonth;
import java.util.List;
import vn.phopay.city.ReadRanking;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.web.PageKit;
import vn.phopay.web.View;

/** GET /thanh-pho/xep-hang?thang=: the districts of a month, ranked inside their size classes; all staff see all. */
public final class GetRankingPage implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(CityPath.RANKING, Access.STAFF);

    private final CityParts parts;
    private final ReadRanking read;

    /** A page made of {@code parts}. */
    public GetRankingPage(CityParts parts, ReadRanking read) {
        this.parts = parts;
        this.read = read;
    }

    /**
     * What the template shows.
     *
     * @param month the month
     * @param figures its figures
     */
    public record Model(YearMonth month, Content figures) {}

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        View view = parts.kit().view(call);
        YearMonth month = CityPath.month(call, parts.today());
        CityPart part = new CityPart(call, List.of("ranking", month), client -> parts.kit().part(
                view, "city/rankingpart", new RankingTables(parts, read, view).read(client, month)));
        return parts.answers().page(() -> parts.kit().page(
                view, "city/ranking", new Model(month, PageKit.content(parts.answers().shown(part)))));
    }
}
