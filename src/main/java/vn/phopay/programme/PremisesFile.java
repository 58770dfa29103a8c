package vn.phopay.programme;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A list of a street's places of trade as the digital team brings it, a CSV file with the columns of {@link Column}.
 *
 * @param lines what it holds, in its order
 * @param missing columns that it should have and has not
 */
public record PremisesFile(List<Line> lines, List<Column> missing) {
    /** The most lines that one file may have. */
    public static final int LINES_MAX = 2_000;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu")
            .withResolverStyle(ResolverStyle.STRICT);
    private static final Set<String> TRADING =
            Set.of("", "trading", "open", "đang bán", "dang ban", "mở", "mở cửa", "mo");
    private static final Set<String> CLOSED = Set.of("closed", "đóng", "đóng cửa", "dong cua", "dong", "nghỉ bán");

    /** Copies both. */
    public PremisesFile {
        lines = List.copyOf(lines);
        missing = List.copyOf(missing);
    }

    /** A column, and the headers by which it is known. */
    public enum Column {
        /** House number. */
        HOUSE_NUMBER("so_nha", "số nhà", "housenumber"),
        /** What stands over the door. */
        NAME("ten", "tên", "name"),
        /** A category code; may be left out. */
        CATEGORY("nganh", "ngành", "category"),
        /** Whether it trades; may be left out. */
        STATUS("tinh_trang", "tình trạng", "status"),
        /** Who says so. */
        SOURCE("nguon", "nguồn", "source"),
        /** The day of it. */
        SEEN_ON("ngay", "ngày", "seenon");

        private final List<String> headers;

        Column(String... headers) {
            this.headers = List.of(headers);
        }

        /** The header that our own files have. */
        public String header() {
            return headers.getFirst();
        }

        private boolean isOptional() {
            return this == CATEGORY || this == STATUS;
        }
    }

    /** What is wrong with a line. */
    public enum Fault {
        /** No name. */
        NAME_MISSING,
        /** A name, number or source that is too long. */
        TOO_LONG,
        /** A status that is none. */
        STATUS_UNKNOWN,
        /** A category that is no code of four digits. */
        CATEGORY_UNKNOWN,
        /** No source. */
        SOURCE_MISSING,
        /** A day that is none. */
        DAY_UNKNOWN,
        /** A day that has not come. */
        DAY_AHEAD,
        /** What looks like a phone number. */
        PHONE_NUMBER,
        /** The same house number and name stand on an earlier line. */
        TWICE
    }

    /**
     * One line.
     *
     * @param number its number in the file, the header being 1
     * @param text what it holds, for people
     * @param seen what it says; empty where something is wrong
     * @param faults what is wrong with it
     */
    public record Line(int number, String text, Optional<Premises.Seen> seen, List<Fault> faults) {
        /** Copies {@code faults}. */
        public Line {
            faults = List.copyOf(faults);
        }
    }

    /** Reads {@code csv}; a day after {@code today} is a fault. */
    public static PremisesFile read(String csv, LocalDate today) {
        List<List<String>> records = CsvLines.of(csv);
        if (records.isEmpty()) {
            return new PremisesFile(List.of(), List.of(Column.NAME));
        }
        Map<Column, Integer> columnToIndex = columns(records.getFirst());
        List<Column> missing = Arrays.stream(Column.values())
                .filter(column -> !column.isOptional() && !columnToIndex.containsKey(column))
                .toList();
        if (!missing.isEmpty()) {
            return new PremisesFile(List.of(), missing);
        }
        List<Line> lines = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int row = 1; row < records.size(); row++) {
            lines.add(line(row + 1, new Cells(records.get(row), columnToIndex), keys, today));
        }
        return new PremisesFile(lines, missing);
    }

    /** Whether it holds something, and nothing is wrong with any line. */
    public boolean isGood() {
        return missing.isEmpty() && !lines.isEmpty() && !isTooLong()
                && lines.stream().allMatch(line -> line.faults().isEmpty());
    }

    /** Whether it has too many lines. */
    public boolean isTooLong() {
        return lines.size() > LINES_MAX;
    }

    private record Cells(List<String> cells, Map<Column, Integer> columnToIndex) {
        String get(Column column) {
            Integer index = columnToIndex.get(column);
            return index == null || index >= cells.size() ? "" : cells.get(index);
        }
    }

    private static Map<Column, Integer> columns(List<String> header) {
        Map<Column, Integer> columnToIndex = new HashMap<>();
        for (int index = 0; index < header.size(); index++) {
            String head = header.get(index).toLowerCase(Locale.ROOT);
            for (Column column : Column.values()) {
                if (column.headers.contains(head)) {
                    columnToIndex.put(column, index);
                }
            }
        }
        return columnToIndex;
    }

    private static Line line(int number, Cells cells, Set<String> keys, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        String house = cells.get(Column.HOUSE_NUMBER);
        String name = cells.get(Column.NAME);
        String source = cells.get(Column.SOURCE);
        String category = cells.get(Column.CATEGORY);
        check(faults, name.isEmpty(), Fault.NAME_MISSING);
        check(faults, source.isEmpty(), Fault.SOURCE_MISSING);
        check(faults, house.length() > HouseNumber.LENGTH_MAX || name.length() > Premises.NAME_LENGTH_MAX
                || source.length() > Premises.SOURCE_LENGTH_MAX, Fault.TOO_LONG);
        check(faults, Visit.looksLikePhone(house + ' ' + name + ' ' + source), Fault.PHONE_NUMBER);
        check(faults, !category.isEmpty() && !category.matches("[0-9]{4}"), Fault.CATEGORY_UNKNOWN);
        Optional<Premises.Status> status = status(cells.get(Column.STATUS));
        check(faults, status.isEmpty(), Fault.STATUS_UNKNOWN);
        Optional<LocalDate> day = day(cells.get(Column.SEEN_ON));
        check(faults, day.isEmpty(), Fault.DAY_UNKNOWN);
        check(faults, day.filter(on -> on.isAfter(today)).isPresent(), Fault.DAY_AHEAD);
        Premises.Seen seen = new Premises.Seen(new HouseNumber(house), name,
                Optional.of(category).filter(code -> !code.isEmpty()),
                status.orElse(Premises.Status.TRADING), source, day.orElse(today));
        check(faults, !keys.add(seen.key()), Fault.TWICE);
        String text = String.join(" · ", cells.cells());
        return new Line(number, text, faults.isEmpty() ? Optional.of(seen) : Optional.empty(), faults);
    }

    private static void check(List<Fault> faults, boolean wrong, Fault fault) {
        if (wrong) {
            faults.add(fault);
        }
    }

    private static Optional<Premises.Status> status(String typed) {
        String text = typed.toLowerCase(Locale.ROOT);
        if (TRADING.contains(text)) {
            return Optional.of(Premises.Status.TRADING);
        }
        return CLOSED.contains(text) ? Optional.of(Premises.Status.CLOSED) : Optional.empty();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(text.indexOf('/') < 0 ? LocalDate.parse(text) : LocalDate.parse(text, DAY));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
