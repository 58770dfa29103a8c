package vn.phopay.dayclose;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/**
 * The facts of one business day that one seal holds: the sealed day's own, or an earlier day's that came too late for
 * that day's seal.
 *
 * @param businessDate the day that the facts belong to
 * @param accounts how many bank accounts they are of
 * @param accountsHash hash over each account's totals and facts, see SEALS.md; 64 lower-case hex digits
 * @param totals what was counted; measures without a fact are missing
 */
public record DayPart(LocalDate businessDate, long accounts, String accountsHash, Map<Measure, Total> totals) {
    /** Copies {@code totals}, in the order of the measures. */
    public DayPart {
        EnumMap<Measure, Total> copy = new EnumMap<>(Measure.class);
        copy.putAll(totals);
        totals = copy;
    }

    /** How many facts, and their sum in đồng; a sum may be larger than a {@code long} holds. */
    public record Total(long count, BigInteger amountVnd) {
        /** Nothing. */
        public static final Total NONE = new Total(0, BigInteger.ZERO);

        /** Both together. */
        public Total plus(Total other) {
            return new Total(count + other.count, amountVnd.add(other.amountVnd));
        }
    }

    /** The total of {@code measure}, zero where there is none. */
    public Total total(Measure measure) {
        return totals.getOrDefault(measure, Total.NONE);
    }

    /** How many facts in all. */
    public long facts() {
        return totals.values().stream().mapToLong(Total::count).sum();
    }

    /** As it stands in a seal: counts are numbers, sums are texts, because JSON numbers end at 2<sup>53</sup>. */
    JsonObject toJson() {
        JsonObject sums = new JsonObject();
        totals.forEach((measure, total) -> sums.put(measure.name(), new JsonObject()
                .put("count", total.count())
                .put("amount", total.amountVnd().toString())));
        return new JsonObject()
                .put("businessDate", businessDate.toString())
                .put("accounts", accounts)
                .put("accountsHash", accountsHash)
                .put("totals", sums);
    }

    /** Several parts as a list. */
    static JsonArray toJson(Iterable<DayPart> parts) {
        JsonArray list = new JsonArray();
        parts.forEach(part -> list.add(part.toJson()));
        return list;
    }
}
