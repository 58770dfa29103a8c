package vn.phopay.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.phopay.merchant.Language;
import vn.phopay.metric.Unit;

/**
 * Writes values of one unit as readers of one language read them: {@code 12.345}, {@code 12,5 %}, {@code 1,2 tỷ ₫}.
 *
 * @param language whose words and separators
 * @param unit what values count
 */
public record Numbers(Language language, Unit unit) {
    private static final String NO_BREAK_SPACE = "\u00a0";
    private static final String DONG = NO_BREAK_SPACE + "\u20ab";
    private static final String MINUS = "\u2212";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** The whole value with its unit; shares in percent with one decimal. */
    public String text(BigDecimal value) {
        return switch (unit) {
            case COUNT, RANK -> grouped(value, 0);
            case VND -> grouped(value, 0) + DONG;
            case RATE -> grouped(value.multiply(HUNDRED), 1) + "%";
            case HOURS -> grouped(value, 0) + NO_BREAK_SPACE + words("giờ", "h");
            case SECONDS -> grouped(value, 0) + NO_BREAK_SPACE + words("giây", "s");
            case DATE -> DAY.format(LocalDate.ofEpochDay(value.longValue()));
        };
    }

    /** A share in percent with at most one decimal, such as {@code 60%}. */
    public static String share(Language language, BigDecimal share) {
        return new Numbers(language, Unit.RATE).text(share);
    }

    /** {@link #text}, or {@code missing} where there is no value. */
    public String text(@Nullable BigDecimal value, String missing) {
        return value == null ? missing : text(value);
    }

    /** The value in few signs, for axes and tiles: {@code 12,3k}, {@code 4,5 tr}, {@code 1,2 tỷ}, {@code 12%}. */
    public String brief(BigDecimal value) {
        BigDecimal size = value.abs();
        if (unit == Unit.RATE) {
            BigDecimal percent = value.multiply(HUNDRED);
            return grouped(percent, percent.abs().compareTo(BigDecimal.TEN) < 0 ? 1 : 0) + "%";
        }
        if (unit == Unit.DATE) {
            return text(value);
        }
        if (size.compareTo(BILLION) >= 0) {
            return scaled(value, BILLION) + words(NO_BREAK_SPACE + "tỷ", "bn");
        }
        if (size.compareTo(MILLION) >= 0) {
            return scaled(value, MILLION) + words(NO_BREAK_SPACE + "tr", "M");
        }
        return size.compareTo(TEN_THOUSAND) >= 0 ? scaled(value, THOUSAND) + "k" : grouped(value, 0);
    }

    /** An amount in few signs, with its currency: {@code 8,82 tỷ ₫}. */
    public String briefMoney(BigDecimal value) {
        if (value.abs().compareTo(BILLION) >= 0) {
            return grouped(value.divide(BILLION, 2, RoundingMode.HALF_UP), 2) + words(NO_BREAK_SPACE + "tỷ", "bn")
                    + DONG;
        }
        return value.abs().compareTo(MILLION) >= 0 ? brief(value) + DONG : text(value);
    }

    /** A difference with its sign; of shares in percentage points. */
    public String change(BigDecimal difference) {
        return (difference.signum() > 0 ? "+" : "") + distance(difference);
    }

    /** A difference as it is; of shares in percentage points. */
    public String distance(BigDecimal difference) {
        return unit == Unit.RATE
                ? grouped(difference.multiply(HUNDRED), 1) + NO_BREAK_SPACE + words("điểm %", "pp")
                : text(difference);
    }

    /** The unit as files name it. */
    String unitName() {
        return unit.name().toLowerCase(Locale.ROOT);
    }

    private static BigDecimal rounded(BigDecimal value, int decimals) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        return decimals > 0 && rounded.stripTrailingZeros().scale() <= 0
                ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded;
    }

    private String scaled(BigDecimal value, BigDecimal by) {
        BigDecimal part = value.divide(by, 4, RoundingMode.HALF_UP);
        return grouped(part, part.abs().compareTo(HUNDRED) < 0 ? 1 : 0);
    }

    private String grouped(BigDecimal value, int decimals) {
        String english = String.format(Locale.ROOT, "%,." + Math.max(0, rounded(value, decimals).scale()) + "f",
                rounded(value, decimals));
        String plain = language == Language.VI ? swapped(english) : english;
        return plain.startsWith("-") ? MINUS + plain.substring(1) : plain;
    }

    private static String swapped(String english) {
        return english.replace(',', '\u0000').replace('.', ',').replace('\u0000', '.');
    }

    private String words(String vietnamese, String english) {
        return language == Language.VI ? vietnamese : english;
    }
}
