package vn.phopay.profile;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.time.BusinessDay;

/** One row of a part, as JSON and as a line of CSV (RFC 4180). */
final class ExportRow {
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";
    private static final String LINE_END = "\r\n";

    private ExportRow() {}

    /** An object with one member a column, in the order of the columns. */
    static String json(Row row) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < row.size(); i++) {
            String column = row.getColumnName(i);
            object.put(column, value(column, row.getValue(i)));
        }
        return object.encode();
    }

    /** The line of the columns' names. */
    static String header(List<String> columns) {
        return String.join(",", columns) + LINE_END;
    }

    /** The line of a row. */
    static String csv(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(cell(value(row.getColumnName(i), row.getValue(i))));
        }
        return String.join(",", cells) + LINE_END;
    }

    /** Times as everywhere in the API: RFC 3339 in Vietnamese time. */
    private static @Nullable Object value(String column, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case UUID id -> ExportIds.write(column, id);
            case OffsetDateTime time -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                    time.toInstant().atZone(BusinessDay.ZONE).toOffsetDateTime());
            case String[] texts -> new JsonArray(List.of(texts));
            case Number number -> number;
            case Boolean flag -> flag;
            case JsonObject object -> object;
            case JsonArray array -> array;
            default -> value.toString();
        };
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection). */
    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean formula = value instanceof String && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == ';' || c < ' ');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
