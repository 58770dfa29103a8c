package vn.phopay.speech;

import java.util.ArrayList;
import java.util.List;

/**
 * The standard northern reading, as primary schools teach it: <i>nghìn</i> (not ngàn), <i>linh</i> (not lẻ).
 * <ul>
 * <li>mười is ten alone and in 11 to 19; from twenty on it is mươi: <i>mười lăm, hai mươi</i>.
 * <li>After mươi one is <i>mốt</i> and four is <i>tư</i>: <i>hai mươi mốt, hai mươi tư</i>; after mười, linh and trăm
 *     they stay <i>một</i> and <i>bốn</i>.
 * <li>After mười and mươi five is <i>lăm</i>; after linh it stays <i>năm</i>: <i>một trăm linh năm</i>.
 * <li>Ones without tens, after hundreds, are joined by <i>linh</i>; and a group of three digits that is not the first
 *     one says its hundreds, also where there are none: 1.005 is <i>một nghìn không trăm linh năm</i>. A group of
 *     zeros is left out: 1.000.005 is <i>một triệu không trăm linh năm</i>.
 * <li>Above a billion what stands before <i>tỷ</i> is read as a number: <i>một nghìn tỷ</i>.
 * </ul>
 */
public final class VietnameseNumbers implements NumberReading {
    private static final long BILLION = 1_000_000_000;
    private static final int MILLION = 1_000_000;
    private static final int THOUSAND = 1_000;
    private static final List<String> DIGITS =
            List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");

    @Override
    public String toWords(long number) {
        return String.join(" ", toClips(number));
    }

    @Override
    public List<String> toClips(long number) {
        NumberReading.check(number);
        if (number == 0) {
            return List.of(DIGITS.getFirst());
        }
        List<String> words = new ArrayList<>();
        int billions = Math.toIntExact(number / BILLION);
        if (billions > 0) {
            readBelowBillion(billions, words);
            words.add("tỷ");
        }
        readBelowBillion((int) (number % BILLION), words);
        return List.copyOf(words);
    }

    private static void readBelowBillion(int number, List<String> words) {
        readGroup(number / MILLION, "triệu", words);
        readGroup(number / THOUSAND % THOUSAND, "nghìn", words);
        readGroup(number % THOUSAND, "", words);
    }

    private static void readGroup(int group, String unit, List<String> words) {
        if (group == 0) {
            return;
        }
        boolean saysHundreds = !words.isEmpty() || group >= 100;
        if (saysHundreds) {
            words.add(DIGITS.get(group / 100));
            words.add("trăm");
        }
        readBelowHundred(group % 100, saysHundreds, words);
        if (!unit.isEmpty()) {
            words.add(unit);
        }
    }

    private static void readBelowHundred(int number, boolean afterHundreds, List<String> words) {
        int tens = number / 10;
        int ones = number % 10;
        switch (tens) {
            case 0 -> {
                if (afterHundreds && ones > 0) {
                    words.add("linh");
                }
            }
            case 1 -> words.add("mười");
            default -> {
                words.add(DIGITS.get(tens));
                words.add("mươi");
            }
        }
        if (ones > 0) {
            words.add(ones(tens, ones));
        }
    }

    private static String ones(int tens, int ones) {
        return switch (ones) {
            case 1 -> tens > 1 ? "mốt" : DIGITS.get(ones);
            case 4 -> tens > 1 ? "tư" : DIGITS.get(ones);
            case 5 -> tens > 0 ? "lăm" : DIGITS.get(ones);
            default -> DIGITS.get(ones);
        };
    }
}
