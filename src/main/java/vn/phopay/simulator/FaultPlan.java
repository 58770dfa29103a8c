package vn.phopay.simulator;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How often what goes wrong, as {@code duplicates=2%,conflicts=0.5%}, or {@code all=5%}, which is spread evenly.
 *
 * @param faultToPartsPerMillion how many of a million transactions have the fault; those not named have none
 */
public record FaultPlan(Map<Fault, Integer> faultToPartsPerMillion) {
    /** Nothing goes wrong. */
    public static final FaultPlan NONE = new FaultPlan(Map.of());

    private static final String ALL = "all";
    private static final int WHOLE = 1_000_000;
    private static final int PARTS_PER_PERCENT = 10_000;
    private static final int DECIMALS = 4;
    private static final Pattern ENTRY = Pattern.compile("([a-z-]+)=([0-9]{1,3})(?:\\.([0-9]{1,4}))?%");

    /** Copies the map. */
    public FaultPlan {
        faultToPartsPerMillion = Map.copyOf(faultToPartsPerMillion);
    }

    /** As {@link #parse(String, Set)}, of the faults that a stream of callbacks can have. */
    public static FaultPlan parse(String text) {
        return parse(text, Fault.OF_STREAM);
    }

    /**
     * Reads a plan of faults out of {@code known}; the empty text is {@link #NONE}. A fault that is named beside
     * {@code all} has its own percentage.
     *
     * @throws IllegalArgumentException naming what is wrong: an unknown fault, one named twice, no percentage from 0 to
     *     100 with at most four decimals, or faults that exclude each other adding up to more than 100 %
     */
    public static FaultPlan parse(String text, Set<Fault> known) {
        if (text.isBlank()) {
            return NONE;
        }
        Map<String, Integer> wordToParts = new LinkedHashMap<>();
        for (String entry : text.strip().split(",", -1)) {
            Matcher matcher = ENTRY.matcher(entry.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "'" + entry + "' is no fault=percentage% (at most four decimals), such as duplicates=0.5%");
            }
            if (wordToParts.put(matcher.group(1), partsPerMillion(matcher)) != null) {
                throw new IllegalArgumentException(matcher.group(1) + " stands twice");
            }
        }
        return checked(spread(wordToParts, known));
    }

    private static Map<Fault, Integer> spread(Map<String, Integer> wordToParts, Set<Fault> known) {
        Map<Fault, Integer> parts = new EnumMap<>(Fault.class);
        Integer all = wordToParts.remove(ALL);
        if (all != null) {
            known.forEach(fault -> parts.put(fault, all / known.size()));
        }
        wordToParts.forEach((word, share) -> parts.put(
                Fault.parse(word).filter(known::contains).orElseThrow(() -> new IllegalArgumentException(
                        "there is no fault '" + word + "'; there are " + ALL + ", " + words(known))), share));
        return parts;
    }

    /** The fault of the next transaction where each has one at most, its memo included; empty for none. */
    public Optional<Fault> drawOne(RandomGenerator random) {
        int drawn = random.nextInt(WHOLE);
        for (Fault fault : Fault.values()) {
            drawn -= partsOf(fault);
            if (drawn < 0) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** The fault of the next transaction, its memo apart; empty where nothing goes wrong. */
    Optional<Fault> draw(RandomGenerator random) {
        int drawn = random.nextInt(WHOLE);
        for (Fault fault : Fault.values()) {
            if (fault.isOfMemo()) {
                continue;
            }
            drawn -= partsOf(fault);
            if (drawn < 0) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** Whether the next memo is mangled. */
    boolean drawMangled(RandomGenerator random) {
        return random.nextInt(WHOLE) < partsOf(Fault.MANGLED);
    }

    private int partsOf(Fault fault) {
        return faultToPartsPerMillion.getOrDefault(fault, 0);
    }

    private static FaultPlan checked(Map<Fault, Integer> parts) {
        int exclusive = parts.entrySet().stream()
                .filter(entry -> !entry.getKey().isOfMemo())
                .mapToInt(Map.Entry::getValue)
                .sum();
        if (exclusive > WHOLE) {
            throw new IllegalArgumentException(
                    "of all faults but mangled a transaction has one: these exceed 100 % together");
        }
        return new FaultPlan(parts);
    }

    private static int partsPerMillion(Matcher entry) {
        String decimals = entry.group(3) == null ? "" : entry.group(3);
        String padded = decimals + "0".repeat(DECIMALS - decimals.length());
        int parts = Integer.parseInt(entry.group(2)) * PARTS_PER_PERCENT + Integer.parseInt(padded);
        if (parts > WHOLE) {
            throw new IllegalArgumentException("'" + entry.group() + "' exceeds 100 %");
        }
        return parts;
    }

    private static String words(Set<Fault> known) {
        return Arrays.stream(Fault.values()).filter(known::contains).map(Fault::word)
                .collect(Collectors.joining(", "));
    }
}
