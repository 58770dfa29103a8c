package vn.phopay.adoption;

import java.time.Instant;
import java.util.List;

/**
 * Figures of several places over one range.
 *
 * @param range the business days they cover
 * @param asOf when the payment figures last changed; counts of merchants, outlets and codes are of now
 * @param rows one row a place, ordered by kind and code
 */
public record AdoptionPage(DayRange range, Instant asOf, List<AdoptionRow> rows) {
    /** Copies {@code rows}. */
    public AdoptionPage {
        rows = List.copyOf(rows);
    }
}
