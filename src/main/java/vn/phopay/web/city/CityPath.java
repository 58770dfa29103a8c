package vn.phopay.web.city;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import vn.phopay.http.Call;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.metric.Formula;
import vn.phopay.metric.Metric;
import vn.phopay.metric.MetricBook;
import vn.phopay.metric.ScopeKind;

/** Addresses of the city's pages, and what their queries may hold. */
final class CityPath {
    static final String OVERVIEW = "/thanh-pho";
    static final String RANKING = "/thanh-pho/xep-hang";
    static final String TRENDS = "/thanh-pho/xu-huong";
    static final String METRICS = "/chi-so";
    static final String WALL = "/man-hinh";
    static final String METRIC = "chi-so";
    static final String MONTH = "thang";

    private static final YearMonth FIRST_MONTH = YearMonth.of(2020, 1);

    private CityPath() {}

    /** Where a district is looked at. */
    static String district(String code) {
        return OVERVIEW + "/quan/" + code;
    }

    /** Where a street is looked at. */
    static String street(String code) {
        return OVERVIEW + "/pho/" + code;
    }

    /** The metric that the query names, or {@code otherwise}; one that districts do not have is not found. */
    static Metric districtMetric(Call call, MetricBook book, String otherwise) {
        return call.queryParameter(METRIC)
                .map(id -> book.find(id).filter(CityPath::isShownByDistrict).orElseThrow(CityPath::notFound))
                .orElseGet(() -> book.require(otherwise));
    }

    /** Whether districts can be compared by it on a map. */
    static boolean isShownByDistrict(Metric metric) {
        return metric.scopes().contains(ScopeKind.DISTRICT) && !(metric.formula() instanceof Formula.Derived);
    }

    /** The month that the query names, such as {@code 2026-10}; the running one where it names none. */
    static YearMonth month(Call call, LocalDate today) {
        Optional<String> asked = call.queryParameter(MONTH);
        try {
            YearMonth month = asked.map(YearMonth::parse).orElse(YearMonth.from(today));
            if (!month.isBefore(FIRST_MONTH) && !month.isAfter(YearMonth.from(today))) {
                return month;
            }
        } catch (DateTimeException noMonth) {
            // Said below.
        }
        throw notFound();
    }

    static ProblemException notFound() {
        return new ProblemException(ProblemCode.REQUEST_NOT_FOUND, "There is nothing at this address.");
    }
}
