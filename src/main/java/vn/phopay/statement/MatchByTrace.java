package vn.phopay.statement;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The first rule: a line and a payment of one trace (or transaction id), account and direction are one movement.
 * Whoever is not decided here waits until all lines of the file have been held against traces.
 */
final class MatchByTrace {
    /** A bank's references come round again some day; movements booked further apart are not one. */
    static final int DAYS_APART_MAX = 10;

    private final Map<UUID, UUID> paymentToTeller = new HashMap<>();

    /** What came of a chunk of lines; the sums do not count twice. */
    record Result(List<DecidedLine> decided, List<PlacedLine> pending, Map<UUID, NamedPayment> mismatched) {}

    /** Decides {@code lines}; {@code named} are the payments they name, by the lines' places. */
    Result decide(List<PlacedLine> lines, List<NamedPayment> named) {
        Map<Integer, List<NamedPayment>> placeToNamed = new HashMap<>();
        for (NamedPayment payment : named) {
            placeToNamed.computeIfAbsent(payment.place(), place -> new ArrayList<>(1)).add(payment);
            if (payment.toldBy() != null) {
                paymentToTeller.put(payment.paymentId(), payment.toldBy());
            }
        }
        Result result = new Result(new ArrayList<>(lines.size()), new ArrayList<>(0), new HashMap<>());
        for (int place = 0; place < lines.size(); place++) {
            decide(lines.get(place), placeToNamed.getOrDefault(place, List.of()), result);
        }
        return result;
    }

    private void decide(PlacedLine line, List<NamedPayment> named, Result result) {
        if (line.line().undivided()) {
            result.decided().add(new DecidedLine(line, LineResult.AMBIGUOUS, null));
            return;
        }
        List<NamedPayment> own = named.stream().filter(payment -> isSameMovement(line, payment)).toList();
        NamedPayment equal = own.stream()
                .filter(payment -> payment.amountVnd() == line.line().amountVnd())
                .min((a, b) -> Boolean.compare(isTold(a), isTold(b)))
                .orElse(null);
        if (equal != null) {
            result.decided().add(decideEqual(line, equal));
        } else if (own.isEmpty()) {
            result.pending().add(line);
        } else {
            decideDifferent(line, own.getFirst(), result);
        }
    }

    private DecidedLine decideEqual(PlacedLine line, NamedPayment payment) {
        UUID teller = paymentToTeller.get(payment.paymentId());
        if (teller == null) {
            paymentToTeller.put(payment.paymentId(), line.statementId());
            return new DecidedLine(line, LineResult.MATCHED, payment.paymentId());
        }
        // One statement that tells the same movement twice may mean two; another statement tells it again.
        return teller.equals(line.statementId())
                ? new DecidedLine(line, LineResult.AMBIGUOUS, null)
                : new DecidedLine(line, LineResult.DUPLICATE, payment.paymentId());
    }

    private void decideDifferent(PlacedLine line, NamedPayment payment, Result result) {
        if (isTold(payment)) {
            // Its payment has its line; this is something else of the same reference, such as a fee.
            result.decided().add(new DecidedLine(line, LineResult.AMBIGUOUS, null));
        } else {
            result.decided().add(new DecidedLine(line, LineResult.AMOUNT_MISMATCH, payment.paymentId()));
            result.mismatched().put(payment.paymentId(), payment);
        }
    }

    private boolean isTold(NamedPayment payment) {
        return paymentToTeller.containsKey(payment.paymentId());
    }

    private static boolean isSameMovement(PlacedLine line, NamedPayment payment) {
        long daysApart = Math.abs(ChronoUnit.DAYS.between(
                line.line().booking().businessDate(), payment.businessDate()));
        return payment.accountNumber().equals(line.accountNumber())
                && payment.direction() == line.line().direction()
                && daysApart <= DAYS_APART_MAX;
    }
}
