package vn.phopay.dayclose;

import java.util.Map;

/**
 * One bank account's day.
 *
 * @param account which
 * @param regular what the day's seal holds, or will hold
 * @param late what came after the day's seal
 * @param findings callbacks against statements, and open cases
 */
public record DayAccount(DayStore.Account account, Map<Measure, DayPart.Total> regular,
                         Map<Measure, DayPart.Total> late, DayFindings findings) {
    /** Copies. */
    public DayAccount {
        regular = Map.copyOf(regular);
        late = Map.copyOf(late);
    }
}
