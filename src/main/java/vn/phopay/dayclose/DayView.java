package vn.phopay.dayclose;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A day as staff see it.
 *
 * @param date the day
 * @param sealed its seal; empty while it is open
 * @param totals what the day's seal holds of the day itself; of an open day, everything that is known now
 * @param adjustments what the day's seal holds of earlier days, or would hold if it was closed now; by day
 * @param late what came after the day's seal
 * @param findings callbacks against statements as they are now
 * @param blockers what speaks against closing it now; none of a sealed day
 * @param waivers proposals to close it in spite of something
 */
public record DayView(
        LocalDate date,
        Optional<SealedDay> sealed,
        Map<Measure, DayPart.Total> totals,
        Map<LocalDate, Map<Measure, DayPart.Total>> adjustments,
        Late late,
        DayFindings findings,
        List<Blocker> blockers,
        List<DayWaiver> waivers) {

    /** Copies. */
    public DayView {
        totals = Map.copyOf(totals);
        adjustments = Map.copyOf(adjustments);
        blockers = List.copyOf(blockers);
        waivers = List.copyOf(waivers);
    }

    /**
     * What came after a day's seal.
     *
     * @param adjustedBy what later seals hold of it, by the day that they seal
     * @param waiting what the next seal will hold of it
     */
    public record Late(Map<LocalDate, Map<Measure, DayPart.Total>> adjustedBy, Map<Measure, DayPart.Total> waiting) {
        /** Nothing came late. */
        public static final Late NONE = new Late(Map.of(), Map.of());

        /** Copies. */
        public Late {
            adjustedBy = Map.copyOf(adjustedBy);
            waiting = Map.copyOf(waiting);
        }
    }
}
