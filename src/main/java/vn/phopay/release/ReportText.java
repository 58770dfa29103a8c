package vn.phopay.release;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.phopay.metric.Unit;

/** Figures as Vietnamese readers write them; independent of the machine's language. */
final class ReportText {
    static final String WITHHELD = "ẩn";
    static final String UNKNOWN = "–";
    private static final Map<String, String> REASONS = Map.of(
            "FEW_SHOPS", "quá ít cửa hàng",
            "P_PERCENT", "cửa hàng lớn thứ hai có thể suy ra cửa hàng lớn nhất",
            "DOMINATED", "một hoặc hai cửa hàng chiếm gần hết",
            "SECONDARY", "nếu công bố thì suy ra được một ô khác đã ẩn",
            "REVISION", "nếu công bố thì lộ phần chênh lệch giữa hai bản");

    private ReportText() {}

    /** A figure, {@link #WITHHELD}, or {@link #UNKNOWN}. */
    static String of(@Nullable ReleaseCell cell) {
        if (cell == null) {
            return UNKNOWN;
        }
        if (cell.withheld().isPresent()) {
            return WITHHELD;
        }
        return cell.value().map(value -> of(value, cell.unit())).orElse(UNKNOWN);
    }

    static String of(BigDecimal value, Unit unit) {
        return switch (unit) {
            case RATE -> percent(value);
            case VND -> number(value.longValueExact()) + " đ";
            default -> number(value.longValueExact());
        };
    }

    /** A share: {@code 37,5 %}. */
    static String percent(BigDecimal rate) {
        return rate.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString().replace('.', ',') + " %";
    }

    /** A change of a share in percentage points, with its sign. */
    static String points(Optional<BigDecimal> change) {
        return change.map(found -> (found.signum() > 0 ? "+" : "") + percent(found).replace(" %", "")).orElse(UNKNOWN);
    }

    /** A whole number in groups of three. */
    static String number(long number) {
        StringBuilder text = new StringBuilder(Long.toString(Math.abs(number)));
        for (int i = text.length() - 3; i > 0; i -= 3) {
            text.insert(i, '.');
        }
        return (number < 0 ? "-" : "") + text;
    }

    static String day(LocalDate day) {
        return two(day.getDayOfMonth()) + "/" + two(day.getMonthValue()) + "/" + day.getYear();
    }

    /** Why a figure is withheld, in words. */
    static String reason(String name) {
        return REASONS.getOrDefault(name, name);
    }

    private static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }
}
