package vn.phopay.geo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;

/**
 * Reads the table of a new edition: a line a new ward ({@code kind} WARD), with the old wards that lie wholly in it
 * ({@code predecessors}) and those of which a part does ({@code predecessors_split}), codes joined by {@code +}; and a
 * line a street ({@code kind} STREET) whose ward the edition states. All lines have one first day. See the page
 * {@code /dia-gioi} for an example.
 */
public final class EditionSheet {
    /** The columns, as the page shows them. */
    public static final List<String> COLUMNS = List.of("kind", "code", "name_vi", "name_en", "type", "valid_from",
            "district_codes", "predecessors", "predecessors_split", "ward_code");
    /** Largest file, in bytes. */
    public static final int BYTES_MAX = 524_288;

    private static final List<String> REQUIRED = List.of("kind", "code", "name_vi", "valid_from");
    private static final int ROWS_MAX = 3_000;
    private static final Sheet.Shape SHAPE = new Sheet.Shape(
            REQUIRED, COLUMNS.stream().filter(column -> !REQUIRED.contains(column)).toList(), ROWS_MAX);
    private static final List<String> KINDS = List.of("WARD", "STREET");
    private static final List<String> TYPES = List.of("WARD", "COMMUNE", "TOWNSHIP");
    private static final int NAME_LENGTH_MAX = 200;
    private static final int CODE_LENGTH_MAX = 60;
    private static final int DAYS_BACK_MAX = 400;
    private static final int DAYS_AHEAD_MAX = 3 * 366;

    private final PlaceDirectory places;
    private final LocalDate today;
    private final Cells cells = new Cells();
    private final Map<String, Integer> codeToLine = new HashMap<>();

    private EditionSheet(PlaceDirectory places, LocalDate today) {
        this.places = places;
        this.today = today;
    }

    /** What came of it. */
    public sealed interface Outcome permits Good, Faulty {}

    /** The table fits the places as they are. */
    public record Good(EditionDraft draft) implements Outcome {}

    /** It does not; in the order of the lines. */
    public record Faulty(List<SheetFault> faults) implements Outcome {
        /** Copies the list. */
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /** Reads {@code csv} and holds it against {@code places}, on {@code today}. */
    public static Outcome read(byte[] csv, PlaceDirectory places, LocalDate today) {
        Sheet sheet = Sheet.read(csv, SHAPE);
        return sheet.faults().isEmpty()
                ? new EditionSheet(places, today).read(sheet.rows())
                : new Faulty(sheet.faults());
    }

    private Outcome read(List<Sheet.Row> rows) {
        Optional<LocalDate> day = day(rows);
        List<EditionDraft.Ward> wards = new ArrayList<>();
        List<EditionDraft.Street> streets = new ArrayList<>();
        for (Sheet.Row row : rows) {
            Optional<String> kind = word(row, "kind", KINDS);
            if (day.isPresent() && kind.isPresent()) {
                if (kind.get().equals("WARD")) {
                    ward(row, day.get()).ifPresent(wards::add);
                } else {
                    street(row, day.get()).ifPresent(streets::add);
                }
            }
        }
        if (day.isEmpty() || !cells.faults().isEmpty()) {
            return faulty(cells.faults());
        }
        EditionDraft draft = new EditionDraft(day.get(), wards, streets);
        List<SheetFault> contradictions = new EditionCheck(places, draft).faults();
        return contradictions.isEmpty() ? new Good(draft) : faulty(contradictions);
    }

    private static Faulty faulty(List<SheetFault> faults) {
        return new Faulty(faults.stream().sorted((one, other) -> Integer.compare(one.line(), other.line())).toList());
    }

    private Optional<LocalDate> day(List<Sheet.Row> rows) {
        Optional<LocalDate> first = cells.day(rows.getFirst(), "valid_from")
                .filter(day -> inTime(rows.getFirst(), day));
        for (Sheet.Row row : rows.subList(1, rows.size())) {
            Optional<LocalDate> day = cells.day(row, "valid_from");
            if (first.isPresent() && day.isPresent() && !day.equals(first)) {
                cells.fail(row, "valid_from", SheetFault.Kind.DAY_OTHER, first.get().toString());
            }
        }
        return first;
    }

    private boolean inTime(Sheet.Row row, LocalDate day) {
        LocalDate newest = places.wards().stream().map(ward -> ward.validity().from()).max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
        LocalDate earliest = today.minusDays(DAYS_BACK_MAX);
        earliest = newest.isBefore(earliest) ? earliest : newest.plusDays(1);
        LocalDate last = today.plusDays(DAYS_AHEAD_MAX);
        if (day.isBefore(earliest)) {
            cells.fail(row, "valid_from", SheetFault.Kind.DAY_EARLY, earliest.toString());
        } else if (day.isAfter(last)) {
            cells.fail(row, "valid_from", SheetFault.Kind.DAY_LATE, last.toString());
        }
        return !day.isBefore(earliest) && !day.isAfter(last);
    }

    private Optional<EditionDraft.Ward> ward(Sheet.Row row, LocalDate day) {
        Optional<String> code = code(row, "\\d{5}");
        Optional<String> name = cells.text(row, "name_vi", NAME_LENGTH_MAX);
        Optional<String> type = word(row, "type", TYPES);
        List<Place> districts = districts(row);
        List<Place> whole = oldWards(row, "predecessors", day);
        List<Place> parts = oldWards(row, "predecessors_split", day);
        if (row.optional("predecessors").isEmpty() && row.optional("predecessors_split").isEmpty()) {
            cells.fail(row, "predecessors", SheetFault.Kind.NO_PREDECESSOR);
        }
        empty(row, "ward_code");
        return code.isEmpty() || name.isEmpty() || type.isEmpty() || districts.isEmpty()
                ? Optional.empty()
                : Optional.of(new EditionDraft.Ward(row.line(), code.get(), names(row, name.get()), type.get(),
                        districts, whole, parts));
    }

    private Optional<EditionDraft.Street> street(Sheet.Row row, LocalDate day) {
        Optional<String> code = code(row, "[a-z0-9]+(-[a-z0-9]+)*");
        Optional<String> name = cells.text(row, "name_vi", NAME_LENGTH_MAX);
        Optional<String> ward = cells.text(row, "ward_code", CODE_LENGTH_MAX);
        Optional<Place> known = code.flatMap(places::street);
        List<Place> districts = known.isPresent() && row.optional("district_codes").isEmpty()
                ? places.districtsOf(known.get(), day.minusDays(1))
                : districts(row);
        empty(row, "predecessors");
        empty(row, "predecessors_split");
        return code.isEmpty() || name.isEmpty() || ward.isEmpty() || districts.isEmpty()
                ? Optional.empty()
                : Optional.of(new EditionDraft.Street(
                        row.line(), code.get(), known, names(row, name.get()), districts, ward.get()));
    }

    private static EditionDraft.Names names(Sheet.Row row, String vietnamese) {
        return new EditionDraft.Names(vietnamese, row.optional("name_en"));
    }

    private Optional<String> code(Sheet.Row row, String form) {
        Optional<String> text = cells.text(row, "code", CODE_LENGTH_MAX);
        Optional<String> code = text.filter(one -> one.matches(form));
        if (text.isPresent() && code.isEmpty()) {
            cells.fail(row, "code", SheetFault.Kind.CODE);
        }
        code.map(one -> row.get("kind") + ' ' + one).ifPresent(key -> {
            Integer first = codeToLine.putIfAbsent(key, row.line());
            if (first != null) {
                cells.fail(row, "code", SheetFault.Kind.TWICE, String.valueOf(first));
            }
        });
        return code;
    }

    private Optional<String> word(Sheet.Row row, String column, List<String> words) {
        Optional<String> text = cells.text(row, column, CODE_LENGTH_MAX);
        if (text.isPresent() && !words.contains(text.get())) {
            cells.fail(row, column, SheetFault.Kind.WORD, String.join(", ", words));
            return Optional.empty();
        }
        return text;
    }

    private void empty(Sheet.Row row, String column) {
        if (row.optional(column).isPresent()) {
            cells.fail(row, column, SheetFault.Kind.NOT_HERE);
        }
    }

    private List<Place> districts(Sheet.Row row) {
        List<Place> districts = new ArrayList<>();
        for (String code : row.list("district_codes")) {
            Optional<Place> district = places.district(code);
            if (district.isEmpty()) {
                cells.fail(row, "district_codes", SheetFault.Kind.DISTRICT_UNKNOWN);
            } else if (!districts.contains(district.get())) {
                districts.add(district.get());
            }
        }
        if (row.optional("district_codes").isEmpty()) {
            cells.fail(row, "district_codes", SheetFault.Kind.MISSING);
        }
        return districts;
    }

    private List<Place> oldWards(Sheet.Row row, String column, LocalDate day) {
        LocalDate before = day.minusDays(1);
        List<Place> wards = new ArrayList<>();
        for (String code : row.list(column)) {
            Optional<Place> ward = places.ward(code, before);
            if (ward.isEmpty()) {
                cells.fail(row, column, SheetFault.Kind.WARD_UNKNOWN, before.toString());
            } else if (!wards.contains(ward.get())) {
                wards.add(ward.get());
            }
        }
        return wards;
    }
}
