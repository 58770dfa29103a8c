package vn.phopay.geo;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the cells of a table one by one and collects what is wrong with them, so that all of it is said at once. */
final class Cells {
    private static final DateTimeFormatter AS_TYPED =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern RATE = Pattern.compile("(?:0(?:\\.\\d{1,4})?|1(?:\\.0{1,4})?)");
    private static final Pattern PERCENTAGE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,2})?) ?%");

    private final List<SheetFault> faults = new ArrayList<>();

    void fail(Sheet.Row row, String column, SheetFault.Kind kind, String... arguments) {
        faults.add(SheetFault.of(row.line(), column, kind, arguments));
    }

    List<SheetFault> faults() {
        return List.copyOf(faults);
    }

    /** A cell that must be filled, of at most {@code max} characters. */
    Optional<String> text(Sheet.Row row, String column, int max) {
        Optional<String> cell = row.optional(column);
        if (cell.isEmpty()) {
            fail(row, column, SheetFault.Kind.MISSING);
        } else if (cell.get().codePointCount(0, cell.get().length()) > max) {
            fail(row, column, SheetFault.Kind.LONG, String.valueOf(max));
            return Optional.empty();
        }
        return cell;
    }

    /** A day that must be there, {@code 2027-07-01}, or as Excel in Vietnam writes it: {@code 1/7/2027}. */
    Optional<LocalDate> day(Sheet.Row row, String column) {
        Optional<String> cell = text(row, column, 40);
        try {
            return cell.map(text -> text.indexOf('/') < 0 ? LocalDate.parse(text) : LocalDate.parse(text, AS_TYPED));
        } catch (DateTimeException noDay) {
            fail(row, column, SheetFault.Kind.DAY);
            return Optional.empty();
        }
    }

    /** A whole number from {@code min} to {@code max} that must be there. */
    Optional<Integer> number(Sheet.Row row, String column, int min, int max) {
        Optional<String> cell = text(row, column, 40);
        Optional<Integer> number = cell.filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .filter(value -> value >= min && value <= max);
        if (cell.isPresent() && number.isEmpty()) {
            fail(row, column, SheetFault.Kind.NUMBER, String.valueOf(min), String.valueOf(max));
        }
        return number;
    }

    /** A rate, which may be left out: {@code 0.35}, {@code 0,35} or {@code 35%}. */
    Optional<BigDecimal> rate(Sheet.Row row, String column) {
        Optional<String> cell = row.optional(column).map(text -> text.replace(',', '.'));
        Optional<BigDecimal> rate = cell.flatMap(Cells::readRate);
        if (cell.isPresent() && rate.isEmpty()) {
            fail(row, column, SheetFault.Kind.RATE);
        }
        return rate;
    }

    private static Optional<BigDecimal> readRate(String text) {
        var percentage = PERCENTAGE.matcher(text);
        if (percentage.matches()) {
            BigDecimal rate = new BigDecimal(percentage.group(1)).movePointLeft(2);
            return Optional.of(rate.setScale(4)).filter(value -> value.compareTo(BigDecimal.ONE) <= 0);
        }
        return RATE.matcher(text).matches() ? Optional.of(new BigDecimal(text).setScale(4)) : Optional.empty();
    }
}
