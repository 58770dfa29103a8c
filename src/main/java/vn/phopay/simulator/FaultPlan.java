package vn.phopay.simulator;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How often what goes wrong, as {@code duplicates=2%,conflicts=0.5%}.
 *
 * @param faultToPartsPerMillion how many of a million transactions have the fault; those not named have none
 */
public record FaultPlan(Map<Fault, Integer> faultToPartsPerMillion) {
    /** Nothing goes wrong. */
    public static final FaultPlan NONE = new FaultPlan(Map.of());

    private static final int WHOLE = 1_000_000;
    private static final int PARTS_PER_PERCENT = 10_000;
    private static final int DECIMALS = 4;
    private static final Pattern ENTRY = Pattern.compile("([a-z]+)=([0-9]{1,3})(?:\\.([0-9]{1,4}))?%");

    /** Copies the map. */
    public FaultPlan {
        faultToPartsPerMillion = Map.copyOf(faultToPartsPerMillion);
    }

    /**
     * Reads a plan; the empty text is {@link #NONE}.
     *
     * @throws IllegalArgumentException naming what is wrong: an unknown fault, one named twice, no percentage from 0 to
     *     100 with at most four decimals, or faults that exclude each other adding up to more than 100 %
     */
    public static FaultPlan parse(String text) {
        if (text.isBlank()) {
            return NONE;
        }
        Map<Fault, Integer> parts = new EnumMap<>(Fault.class);
        for (String entry : text.strip().split(",", -1)) {
            Matcher matcher = ENTRY.matcher(entry.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "'" + entry + "' is no fault=percentage% (at most four decimals), such as duplicates=0.5%");
            }
            Fault fault = Fault.parse(matcher.group(1)).orElseThrow(() -> new IllegalArgumentException(
                    "there is no fault '" + matcher.group(1) + "'; there are " + words()));
            if (parts.put(fault, partsPerMillion(matcher)) != null) {
                throw new IllegalArgumentException(fault.word() + " stands twice");
            }
        }
        return checked(parts);
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

    private static String words() {
        return Arrays.stream(Fault.values()).map(Fault::word).collect(Collectors.joining(", "));
    }
}
