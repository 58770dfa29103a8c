package vn.phopay.it;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an outside bank keeps of the answers it got, and the figures that follow from them by the contract alone:
 * credits of an outlet that were not taken back, their sum, and the lower median of their amounts rounded down to two
 * significant digits.
 */
final class PaidBook {
    /** Outcomes by which a credit counts for the place where it was paid. */
    private static final Set<String> COUNTED =
            Set.of("MATCHED", "OUTLET", "ACCOUNT", "UNDERPAID", "OVERPAID", "LATE");

    private final Map<String, Line> idToLine = new HashMap<>();

    /** Where a credit was paid, as far as its payee can be one outlet. */
    record Spot(String merchantId, @Nullable String outletId, String districtCode) {}

    private record Line(Spot spot, long amountVnd, String outcome, String paymentId) {}

    /** Figures of one district. */
    record Figures(@Nullable Long transactions, @Nullable Long amount, @Nullable Long medianAmount) {
        static Figures of(JsonObject row) {
            return new Figures(row.getLong("transactions"), row.getLong("amount"), row.getLong("medianAmount"));
        }
    }

    void answered(String transactionId, Spot spot, long amountVnd, JsonObject result) {
        idToLine.put(transactionId,
                new Line(spot, amountVnd, result.getString("outcome"), result.getString("paymentId")));
    }

    void takenBack(String transactionId) {
        idToLine.remove(transactionId);
    }

    Figures figuresOf(String districtCode) {
        List<Long> amounts = new ArrayList<>(idToLine.values().stream()
                .filter(line -> line.spot().districtCode().equals(districtCode) && counts(line))
                .map(Line::amountVnd)
                .sorted()
                .toList());
        Long median = amounts.isEmpty() ? null : twoDigits(amounts.get((amounts.size() - 1) / 2));
        return new Figures((long) amounts.size(), amounts.stream().mapToLong(Long::longValue).sum(), median);
    }

    long payingOutlets(String districtCode) {
        return idToLine.values().stream()
                .filter(line -> line.spot().districtCode().equals(districtCode) && counts(line))
                .map(line -> line.spot().outletId())
                .distinct()
                .count();
    }

    Set<String> paymentsOf(String merchantId) {
        Set<String> ids = new TreeSet<>();
        idToLine.values().stream()
                .filter(line -> line.spot().merchantId().equals(merchantId) && COUNTED.contains(line.outcome()))
                .forEach(line -> ids.add(line.paymentId()));
        return ids;
    }

    private static boolean counts(Line line) {
        return line.spot().outletId() != null && COUNTED.contains(line.outcome());
    }

    private static long twoDigits(long amountVnd) {
        String digits = Long.toString(amountVnd);
        return digits.length() <= 2 ? amountVnd
                : Long.parseLong(digits.substring(0, 2) + "0".repeat(digits.length() - 2));
    }
}
