package vn.phopay.web.city;

import java.time.Clock;
import java.time.LocalDate;
import vn.phopay.city.ReadCity;
import vn.phopay.figure.ReadFigures;
import vn.phopay.metric.MetricBook;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.programme.ReadCampaigns;
import vn.phopay.time.BusinessDay;
import vn.phopay.web.PageKit;

/**
 * What the city's pages are made of.
 *
 * @param kit templates and words
 * @param book the metrics
 * @param places all places
 * @param figures reads figures
 * @param city reads what stands beside them
 * @param campaigns reads what stands behind trends
 * @param answers keeps what is made
 * @param clock tells today
 */
public record CityParts(
        PageKit kit,
        MetricBook book,
        PlaceDirectory places,
        ReadFigures figures,
        ReadCity city,
        ReadCampaigns campaigns,
        CityAnswers answers,
        Clock clock) {
    /** The present business day. */
    LocalDate today() {
        return BusinessDay.of(clock.instant());
    }
}
