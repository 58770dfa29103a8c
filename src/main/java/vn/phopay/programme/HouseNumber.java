package vn.phopay.programme;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A house number as it stands on the house: {@code 12}, {@code 12A}, {@code 12/3 ngõ Tạm Thương}; empty for a stall
 * without one. Ordered as one walks along the street: 2, 12, 12A, 12B, 12/3, 100.
 *
 * @param text as written, blanks put in order
 */
public record HouseNumber(String text) implements Comparable<HouseNumber> {
    /** Longest one, in characters. */
    public static final int LENGTH_MAX = 40;

    private static final Pattern PART = Pattern.compile("[0-9]+|\\p{L}+|/");
    private static final Pattern BEFORE = Pattern.compile("^(số|so|nhà|nha|no\\.?)\\s+");
    private static final int DIGITS_MAX = 9;
    private static final Comparator<HouseNumber> WALK = Comparator
            .comparing(HouseNumber::side)
            .thenComparingInt(HouseNumber::number)
            .thenComparing(HouseNumber::compareRest)
            .thenComparing(HouseNumber::text);

    /** Puts blanks in order and composes what is written with separate marks. */
    public HouseNumber {
        text = Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }

    /** The side of the street that a house stands on. */
    public enum Side {
        /** 1, 3, 5 and so on. */
        ODD,
        /** 2, 4, 6 and so on. */
        EVEN,
        /** No number, no side. */
        NONE
    }

    /** On which side it stands. */
    public Side side() {
        int number = number();
        if (number == 0) {
            return Side.NONE;
        }
        return number % 2 == 1 ? Side.ODD : Side.EVEN;
    }

    /** The number that counts along the street; 0 where there is none. */
    public int number() {
        return parts().stream()
                .filter(part -> Character.isDigit(part.charAt(0)))
                .findFirst()
                .map(HouseNumber::toInt)
                .orElse(0);
    }

    /** By which two writings of one number are the same: small letters, no blanks, no "số" before it. */
    public String key() {
        return BEFORE.matcher(text.toLowerCase(Locale.ROOT)).replaceFirst("").replace(" ", "");
    }

    /** Odd numbers first, then even ones, then what has no number; each side upwards. */
    @Override
    public int compareTo(HouseNumber other) {
        return WALK.compare(this, other);
    }

    private int compareRest(HouseNumber other) {
        List<String> mine = afterNumber();
        List<String> theirs = other.afterNumber();
        for (int i = 0; i < Math.min(mine.size(), theirs.size()); i++) {
            int order = compareParts(mine.get(i), theirs.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(mine.size(), theirs.size());
    }

    private static int compareParts(String one, String other) {
        boolean bothNumbers = Character.isDigit(one.charAt(0)) && Character.isDigit(other.charAt(0));
        if (bothNumbers) {
            return Integer.compare(toInt(one), toInt(other));
        }
        int order = Integer.compare(rank(one), rank(other));
        return order == 0 ? one.compareTo(other) : order;
    }

    /** 12A stands beside 12; 12/3 lies in the alley behind it. */
    private static int rank(String part) {
        if (Character.isDigit(part.charAt(0))) {
            return 1;
        }
        return part.equals("/") ? 2 : 0;
    }

    private List<String> afterNumber() {
        List<String> parts = parts();
        for (int i = 0; i < parts.size(); i++) {
            if (Character.isDigit(parts.get(i).charAt(0))) {
                return parts.subList(i + 1, parts.size());
            }
        }
        return parts;
    }

    private List<String> parts() {
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(text.toLowerCase(Locale.ROOT));
        while (part.find()) {
            parts.add(part.group());
        }
        return parts;
    }

    private static int toInt(String digits) {
        return digits.length() > DIGITS_MAX ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
}
