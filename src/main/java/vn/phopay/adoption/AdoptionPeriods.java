package vn.phopay.adoption;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.phopay.adoption.AdoptionStore.CellRequests;

/** The periods over which outlets count as active, and requests sorted by their day. */
final class AdoptionPeriods {
    private static final int SHORT_DAYS = 7;
    private static final int LONG_DAYS = 30;

    private AdoptionPeriods() {}

    /** The 7 days and the 30 days that end on {@code to}, in this order. */
    static List<DayRange> activityWindows(LocalDate to) {
        return List.of(DayRange.endingOn(to, SHORT_DAYS), DayRange.endingOn(to, LONG_DAYS));
    }

    /** The cells of each day on which requests were issued. */
    static Collection<List<Cell>> requestCells(Collection<CellRequests> requests) {
        Map<LocalDate, List<Cell>> days = new HashMap<>();
        requests.forEach(in -> days.computeIfAbsent(in.day(), day -> new ArrayList<>()).add(in.cell()));
        return days.values();
    }
}
