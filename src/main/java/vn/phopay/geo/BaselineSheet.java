package vn.phopay.geo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.phopay.access.Principal;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.place.PlaceKind;

/**
 * Reads a table of denominators: {@code district_code}, {@code ward_code} or {@code street_id}, {@code valid_from},
 * {@code premises}, {@code target}, {@code source}.
 */
public final class BaselineSheet {
    /** All columns, as a table is written. */
    public static final List<String> COLUMNS = List.of(
            "district_code", "ward_code", "street_id", "valid_from", "premises", "target", "source");
    /** Columns that name the place; exactly one is filled. */
    public static final List<String> PLACE_COLUMNS = List.of("district_code", "ward_code", "street_id");
    /** How many denominators are taken at once: all districts, wards and streets, and some more. */
    public static final int ROWS_MAX = 2_000;

    private static final Sheet.Shape SHAPE = new Sheet.Shape(
            List.of("valid_from", "premises", "source"),
            List.of("district_code", "ward_code", "street_id", "target"), ROWS_MAX);
    private static final int DAYS_AHEAD_MAX = 5 * 366;
    private static final int CODE_LENGTH_MAX = 100;

    private final PlaceDirectory places;

    /** Looks places up in {@code places}. */
    public BaselineSheet(PlaceDirectory places) {
        this.places = places;
    }

    /** What came of it. */
    public sealed interface Outcome permits Good, Faulty {}

    /** Everything is in order; in the order of the table. */
    public record Good(List<Baseline> baselines) implements Outcome {
        /** Copies the list. */
        public Good {
            baselines = List.copyOf(baselines);
        }
    }

    /** Something is not; nothing is to be written. */
    public record Faulty(List<SheetFault> faults) implements Outcome {
        /** Copies the list. */
        public Faulty {
            faults = List.copyOf(faults);
        }

        /** Whether the only thing wrong is that places lie outside the caller's districts. */
        public boolean isOnlyNotYours() {
            return faults.stream().allMatch(fault -> fault.kind() == SheetFault.Kind.NOT_YOURS);
        }
    }

    /** Reads a CSV. */
    public Outcome read(byte[] csv, Principal caller, LocalDate today) {
        Sheet sheet = Sheet.read(csv, SHAPE);
        return sheet.faults().isEmpty() ? read(sheet.rows(), caller, today) : new Faulty(sheet.faults());
    }

    /** Reads lines that came in another form. */
    public Outcome read(List<Sheet.Row> rows, Principal caller, LocalDate today) {
        Cells cells = new Cells();
        List<Baseline> baselines = new ArrayList<>();
        Map<String, Integer> keyToLine = new HashMap<>();
        for (Sheet.Row row : rows) {
            Optional<LocalDate> day = cells.day(row, "valid_from").filter(date -> inTime(cells, row, date, today));
            Optional<Place> place = place(cells, row, day);
            Optional<Integer> premises = cells.number(row, "premises", 0, Baseline.PREMISES_MAX);
            Optional<BigDecimal> target = cells.rate(row, "target");
            Optional<String> source = cells.text(row, "source", Baseline.SOURCE_LENGTH_MAX);
            if (day.isPresent() && place.isPresent() && mayWrite(cells, row, place.get(), caller)) {
                Integer first = keyToLine.putIfAbsent(place.get().placeId() + ' ' + day.get(), row.line());
                if (first != null) {
                    cells.fail(row, "valid_from", SheetFault.Kind.TWICE, String.valueOf(first));
                }
                if (premises.isPresent() && source.isPresent()) {
                    baselines.add(new Baseline(place.get(), day.get(),
                            new Baseline.Figures(premises.get(), target, source.get())));
                }
            }
        }
        return cells.faults().isEmpty() ? new Good(baselines) : new Faulty(cells.faults());
    }

    /** A denominator as a line that {@link #read} takes back. */
    public static String line(Baseline baseline) {
        String code = baseline.place().code();
        List<String> cells = List.of(
                baseline.place().kind() == PlaceKind.DISTRICT ? code : "",
                baseline.place().kind() == PlaceKind.WARD ? code : "",
                baseline.place().kind() == PlaceKind.STREET ? code : "",
                baseline.validFrom().toString(),
                String.valueOf(baseline.figures().premises()),
                baseline.figures().target().map(BigDecimal::toPlainString).orElse(""),
                '"' + baseline.figures().source().replace("\"", "\"\"") + '"');
        return String.join(",", cells);
    }

    private static boolean inTime(Cells cells, Sheet.Row row, LocalDate date, LocalDate today) {
        LocalDate last = today.plusDays(DAYS_AHEAD_MAX);
        if (date.isAfter(last)) {
            cells.fail(row, "valid_from", SheetFault.Kind.DAY_LATE, last.toString());
            return false;
        }
        return true;
    }

    private Optional<Place> place(Cells cells, Sheet.Row row, Optional<LocalDate> day) {
        List<String> named = PLACE_COLUMNS.stream().filter(column -> row.optional(column).isPresent()).toList();
        if (named.size() != 1) {
            cells.fail(row, named.isEmpty() ? PLACE_COLUMNS.getFirst() : named.getLast(), SheetFault.Kind.ONE_PLACE);
            return Optional.empty();
        }
        String column = named.getFirst();
        Optional<String> code = cells.text(row, column, CODE_LENGTH_MAX);
        if (code.isEmpty() || day.isEmpty()) {
            return Optional.empty();
        }
        Optional<Place> place = switch (column) {
            case "district_code" -> places.district(code.get());
            case "ward_code" -> places.ward(code.get(), day.get());
            default -> places.street(code.get());
        };
        if (place.isEmpty()) {
            cells.fail(row, column, unknown(column), day.get().toString());
        } else if (day.get().isBefore(place.get().validity().from())) {
            cells.fail(row, "valid_from", SheetFault.Kind.DAY_EARLY, place.get().validity().from().toString());
            return Optional.empty();
        }
        return place;
    }

    private static SheetFault.Kind unknown(String column) {
        return switch (column) {
            case "district_code" -> SheetFault.Kind.DISTRICT_UNKNOWN;
            case "ward_code" -> SheetFault.Kind.WARD_UNKNOWN;
            default -> SheetFault.Kind.STREET_UNKNOWN;
        };
    }

    /** A ward's or street's denominator is its principal district's business. */
    private boolean mayWrite(Cells cells, Sheet.Row row, Place place, Principal caller) {
        boolean mine = Stream.concat(Stream.of(place), places.districtsOf(place, place.validity().from()).stream())
                .filter(one -> one.kind() == PlaceKind.DISTRICT)
                .findFirst()
                .filter(district -> caller.staffOf(district.code()))
                .isPresent();
        if (!mine) {
            String column = PLACE_COLUMNS.stream().filter(name -> row.optional(name).isPresent()).findFirst()
                    .orElse("");
            cells.fail(row, column, SheetFault.Kind.NOT_YOURS);
        }
        return mine;
    }
}
