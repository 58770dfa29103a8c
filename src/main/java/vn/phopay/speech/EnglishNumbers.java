package vn.phopay.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** English without "and", which would be one more word in a noisy shop: one hundred five, twenty-one. */
public final class EnglishNumbers implements NumberReading {
    private static final int THOUSAND = 1_000;
    private static final List<String> BELOW_TWENTY = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final List<String> SCALES =
            List.of("", "thousand", "million", "billion", "trillion", "quadrillion");
    /** Tens and ones are two clips, and one word with a hyphen where they are written. */
    private static final Pattern TENS_AND_ONES = Pattern.compile(
            "(" + String.join("|", TENS) + ") (" + String.join("|", BELOW_TWENTY.subList(1, 10)) + ")\\b");

    @Override
    public String toWords(long number) {
        return TENS_AND_ONES.matcher(String.join(" ", toClips(number))).replaceAll("$1-$2");
    }

    @Override
    public List<String> toClips(long number) {
        NumberReading.check(number);
        if (number == 0) {
            return List.of(BELOW_TWENTY.getFirst());
        }
        List<String> words = new ArrayList<>();
        long divisor = 1_000_000_000_000_000L;
        for (int scale = SCALES.size() - 1; scale >= 0; scale--) {
            readGroup((int) (number / divisor % THOUSAND), SCALES.get(scale), words);
            divisor /= THOUSAND;
        }
        return List.copyOf(words);
    }

    private static void readGroup(int group, String scale, List<String> words) {
        if (group == 0) {
            return;
        }
        if (group >= 100) {
            words.add(BELOW_TWENTY.get(group / 100));
            words.add("hundred");
        }
        readBelowHundred(group % 100, words);
        if (!scale.isEmpty()) {
            words.add(scale);
        }
    }

    private static void readBelowHundred(int number, List<String> words) {
        int belowTens = number;
        if (number >= 20) {
            words.add(TENS.get(number / 10 - 2));
            belowTens = number % 10;
        }
        if (belowTens > 0) {
            words.add(BELOW_TWENTY.get(belowTens));
        }
    }
}
