package vn.phopay;

import java.util.List;
import vn.phopay.adoption.Disclosure;
import vn.phopay.city.ReadCity;
import vn.phopay.city.ReadPulse;
import vn.phopay.city.ReadRanking;
import vn.phopay.figure.RankDistricts;
import vn.phopay.figure.ReadFigures;
import vn.phopay.http.Endpoint;
import vn.phopay.http.adoption.AdoptionEdge;
import vn.phopay.http.adoption.GetMetricBook;
import vn.phopay.http.adoption.GetRanking;
import vn.phopay.metric.MetricBook;
import vn.phopay.programme.ReadCampaigns;
import vn.phopay.web.PageKit;
import vn.phopay.web.city.CityAnswers;
import vn.phopay.web.city.CityParts;
import vn.phopay.web.city.GetDistrictsCsv;
import vn.phopay.web.city.GetMetricPage;
import vn.phopay.web.city.GetMetricsPage;
import vn.phopay.web.city.GetOverviewLive;
import vn.phopay.web.city.GetOverviewPage;
import vn.phopay.web.city.GetRankingCsv;
import vn.phopay.web.city.GetRankingPage;
import vn.phopay.web.city.GetTrendsCsv;
import vn.phopay.web.city.GetTrendsPage;
import vn.phopay.web.city.GetWallLive;
import vn.phopay.web.city.GetWallPage;

/** Wires the city's overview, ranking, trends, definitions and wall. */
final class AppCity {
    private final AppParts parts;
    private final CityAnswers answers;
    private final MetricBook book = MetricBook.load();
    private final ReadFigures figures = new ReadFigures();
    private final ReadCity city = new ReadCity();

    AppCity(AppParts parts, CityAnswers answers) {
        this.parts = parts;
        this.answers = answers;
    }

    List<Endpoint> pages(PageKit kit) {
        CityParts made = new CityParts(kit, book, parts.places(), figures, city, new ReadCampaigns(), answers,
                parts.clock());
        ReadPulse pulse = new ReadPulse(parts.clock());
        return List.of(
                new GetOverviewPage(made), new GetOverviewLive(made), new GetDistrictsCsv(made),
                new GetRankingPage(made, ranking()), new GetRankingCsv(made, ranking()),
                new GetTrendsPage(made), new GetTrendsCsv(made),
                new GetWallPage(made, pulse), new GetWallLive(made, pulse));
    }

    List<Endpoint> definitions(PageKit kit) {
        return List.of(new GetMetricsPage(kit, book), new GetMetricPage(kit, book));
    }

    List<Endpoint> api(AdoptionEdge edge, Disclosure disclosure) {
        return List.of(
                new GetRanking(ranking(), disclosure, parts.pool(), parts.places(), edge),
                new GetMetricBook(book));
    }

    private ReadRanking ranking() {
        return new ReadRanking(figures, new RankDistricts(book.sizeClasses()), city);
    }
}
