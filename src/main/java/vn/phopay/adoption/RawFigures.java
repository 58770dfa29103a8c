package vn.phopay.adoption;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.phopay.adoption.AdoptionStore.CellRequests;
import vn.phopay.adoption.AdoptionStore.ScopePoint;
import vn.phopay.adoption.AdoptionStore.StandingCounts;
import vn.phopay.adoption.AdoptionStore.Sums;

/**
 * Figures of some places over one range as they are, before disclosure.
 *
 * @param sums credits and money, point 0
 * @param medians medians, point 0; none where there are no credits
 * @param active outlets active in 7 days (point 0) and 30 days (point 1)
 * @param standing merchants and codes
 * @param requests payment requests of the range
 */
record RawFigures(
        Map<ScopePoint, Sums> sums,
        Map<ScopePoint, Long> medians,
        Map<ScopePoint, Long> active,
        Map<String, StandingCounts> standing,
        Map<String, Requests> requests) {

    /** Requests issued and paid. */
    record Requests(long issued, long paid) {
        static final Requests NONE = new Requests(0, 0);

        Requests plus(Requests other) {
            return new Requests(issued + other.issued, paid + other.paid);
        }

        /** The share that is paid; null where none was issued. */
        @Nullable Double rate() {
            return AdoptionRates.rate(paid, issued);
        }
    }

    Sums sums(String placeId) {
        return sums.getOrDefault(new ScopePoint(placeId, 0), Sums.NONE);
    }

    Optional<Long> median(String placeId) {
        return Optional.ofNullable(medians.get(new ScopePoint(placeId, 0)));
    }

    long active7d(String placeId) {
        return active.getOrDefault(new ScopePoint(placeId, 0), 0L);
    }

    long active30d(String placeId) {
        return active.getOrDefault(new ScopePoint(placeId, 1), 0L);
    }

    StandingCounts standing(String placeId) {
        return standing.getOrDefault(placeId, StandingCounts.NONE);
    }

    Requests requests(String placeId) {
        return requests.getOrDefault(placeId, Requests.NONE);
    }

    /** Adds up the requests of each district, ward and street. */
    static Map<String, Requests> byPlace(List<CellRequests> cells) {
        Map<String, Requests> places = new HashMap<>();
        for (CellRequests in : cells) {
            Requests some = new Requests(in.issued(), in.paid());
            places.merge(in.cell().district(), some, Requests::plus);
            places.merge(in.cell().ward(), some, Requests::plus);
            places.merge(in.cell().street(), some, Requests::plus);
        }
        return places;
    }
}
