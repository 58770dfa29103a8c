package vn.phopay.disclosure;

import java.time.YearMonth;
import java.util.List;

/** Everything that one month's figures are summed from; kept with each release, never published. */
public record MonthCells(YearMonth month, List<Contribution> contributions) {
    /** Copies {@code contributions}. */
    public MonthCells {
        contributions = List.copyOf(contributions);
    }
}
