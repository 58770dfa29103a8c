package vn.phopay.webhook;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which events an endpoint wants: names of events, {@code payment.*} and {@code payment_request.*} for all of a kind,
 * {@code *} for all, those that are invented later included.
 *
 * @param words as the owner gave them, without repeats
 */
public record EventFilter(List<String> words) {
    /** What every word must be. */
    public static final String RULE = "must be 1 to 32 of: *, payment.*, payment_request.*, "
            + WebhookEvent.TYPES.stream().sorted().collect(Collectors.joining(", "));

    private static final int WORDS_MAX = 32;
    private static final String ALL = "*";
    private static final Set<String> KINDS = Set.of(ALL, "payment.*", "payment_request.*");

    /** Copies {@code words}. */
    public EventFilter {
        words = List.copyOf(words);
    }

    /** Reads what an owner gave; empty where a word means nothing, or there are none or too many. */
    public static Optional<EventFilter> parse(List<String> words) {
        boolean known = words.stream().allMatch(word -> KINDS.contains(word) || WebhookEvent.TYPES.contains(word));
        return known && !words.isEmpty() && words.size() <= WORDS_MAX
                ? Optional.of(new EventFilter(words.stream().distinct().toList()))
                : Optional.empty();
    }

    /** Whether an event called {@code type} is wanted; said again by SQL in the invariants. */
    boolean wants(String type) {
        return words.contains(ALL) || words.contains(type) || words.contains(type.split("\\.", 2)[0] + ".*");
    }
}
