package vn.phopay.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The rules after traces, in this order: a code with account and amount, nearest in time first; then account, amount
 * and payer within ten minutes, if that is unique on both sides. What still fits some payment is ambiguous, never
 * guessed; what fits none was told by the statement alone.
 */
final class MatchAlike {
    /** What came of a chunk of lines. */
    record Result(List<DecidedLine> decided, List<PlacedLine> recover) {}

    private final List<PlacedLine> lines;
    private final List<AlikePayment> alike;
    private final Map<Integer, DecidedLine> placeToDecision = new HashMap<>();
    private final Set<UUID> taken = new HashSet<>();

    private MatchAlike(List<PlacedLine> lines, List<AlikePayment> alike) {
        this.lines = lines;
        this.alike = alike;
    }

    /** Decides {@code lines}; {@code alike} are the payments that they fit, by the lines' places. */
    static Result decide(List<PlacedLine> lines, List<AlikePayment> alike) {
        MatchAlike matching = new MatchAlike(lines, alike);
        matching.byCode();
        matching.byPayer();
        matching.toldBefore();
        return matching.result();
    }

    private void byCode() {
        alike.stream()
                .filter(pair -> pair.byCode() && pair.isFree() && !Boolean.FALSE.equals(pair.samePayer()))
                .sorted(Comparator.comparingLong(AlikePayment::apartSeconds)
                        .thenComparingInt(AlikePayment::place)
                        .thenComparing(AlikePayment::paymentId))
                .forEach(pair -> {
                    if (!placeToDecision.containsKey(pair.place()) && taken.add(pair.paymentId())) {
                        decide(pair, LineResult.MATCHED);
                    }
                });
    }

    private void byPayer() {
        List<AlikePayment> open = alike.stream()
                .filter(pair -> pair.near() && Boolean.TRUE.equals(pair.samePayer()) && pair.isFree())
                .filter(pair -> !placeToDecision.containsKey(pair.place()) && !taken.contains(pair.paymentId()))
                .toList();
        Map<Integer, Integer> placeToCount = new HashMap<>();
        Map<UUID, Integer> paymentToCount = new HashMap<>();
        open.forEach(pair -> {
            placeToCount.merge(pair.place(), 1, Integer::sum);
            paymentToCount.merge(pair.paymentId(), 1, Integer::sum);
        });
        for (AlikePayment pair : open) {
            boolean unique = placeToCount.getOrDefault(pair.place(), 0) == 1
                    && paymentToCount.getOrDefault(pair.paymentId(), 0) == 1 && pair.rivals() == 0;
            if (unique) {
                taken.add(pair.paymentId());
                decide(pair, LineResult.MATCHED);
            }
        }
    }

    /** A line that reads as another statement's line did: an extract of the day, sent again in the evening. */
    private void toldBefore() {
        for (AlikePayment pair : alike) {
            boolean other = pair.toldBy() != null && !pair.toldBy().equals(lines.get(pair.place()).statementId());
            boolean sure = pair.sameLine() || pair.byCode() && pair.near();
            if (other && sure && !placeToDecision.containsKey(pair.place()) && taken.add(pair.paymentId())) {
                decide(pair, LineResult.DUPLICATE);
            }
        }
    }

    private Result result() {
        Set<Integer> doubtful = new HashSet<>();
        for (AlikePayment pair : alike) {
            boolean fits = pair.isFree() && (pair.near() || pair.byCode()) && !Boolean.FALSE.equals(pair.samePayer());
            if (fits && !taken.contains(pair.paymentId())) {
                doubtful.add(pair.place());
            }
        }
        Result result = new Result(new ArrayList<>(), new ArrayList<>());
        for (int place = 0; place < lines.size(); place++) {
            DecidedLine decided = placeToDecision.get(place);
            if (decided != null) {
                result.decided().add(decided);
            } else if (doubtful.contains(place) || isReturnedDebit(lines.get(place).line())) {
                result.decided().add(new DecidedLine(lines.get(place), LineResult.AMBIGUOUS, null));
            } else {
                result.recover().add(lines.get(place));
            }
        }
        return result;
    }

    /** Money that comes back to the account is no trade, and of what it is a return only a person can say. */
    private static boolean isReturnedDebit(StatementLine line) {
        return line.reversal() && line.direction() == vn.phopay.bank.TransactionNotice.Direction.CREDIT;
    }

    private void decide(AlikePayment pair, LineResult result) {
        placeToDecision.put(pair.place(), new DecidedLine(lines.get(pair.place()), result, pair.paymentId()));
    }
}
