package vn.phopay.disclosure;

/**
 * How a sum is spread over the shops behind it.
 *
 * @param total of all shops
 * @param shops how many have more than 0
 * @param largest what the largest shop has
 * @param second what the second largest has
 */
public record Concentration(long total, long shops, long largest, long second) {
    /** Of nobody. */
    static final Concentration NONE = new Concentration(0, 0, 0, 0);

    /** As if both had no shop in common. */
    Concentration and(Concentration other) {
        long high = Math.max(largest, other.largest);
        long low = Math.max(Math.min(largest, other.largest), Math.max(second, other.second));
        return new Concentration(total + other.total, shops + other.shops, high, low);
    }
}
