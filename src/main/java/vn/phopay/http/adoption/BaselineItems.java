package vn.phopay.http.adoption;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.phopay.geo.BaselineSheet;
import vn.phopay.geo.Sheet;
import vn.phopay.http.Problem;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;

/** Turns the items of a JSON body into the lines that a CSV would have, each member of the type it has to be. */
final class BaselineItems {
    private static final Map<String, String> MEMBER_TO_COLUMN = Map.of(
            "districtCode", "district_code", "wardCode", "ward_code", "streetId", "street_id",
            "validFrom", "valid_from", "premises", "premises", "target", "target", "source", "source");

    private final List<Problem.FieldError> errors = new ArrayList<>();

    private BaselineItems() {}

    /** Reads {@code body}; refuses it with everything that is wrong with its shape. Line n is item n, from 1. */
    static List<Sheet.Row> read(JsonObject body) {
        BaselineItems items = new BaselineItems();
        List<Sheet.Row> rows = items.rows(body);
        if (!items.errors.isEmpty()) {
            throw new ProblemException(new Problem(
                    ProblemCode.REQUEST_INVALID, "Please correct the fields named in errors.", items.errors));
        }
        return rows;
    }

    /** The JSON pointer of a cell. */
    static String pointer(int line, String column) {
        String member = MEMBER_TO_COLUMN.entrySet().stream()
                .filter(entry -> entry.getValue().equals(column))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(column);
        return "/items/" + (line - 1) + (member.isEmpty() ? "" : '/' + member);
    }

    private List<Sheet.Row> rows(JsonObject body) {
        body.fieldNames().stream().filter(name -> !name.equals("items"))
                .forEach(name -> fail('/' + escape(name), "cannot be set by this call"));
        if (!(body.getValue("items") instanceof JsonArray list) || list.isEmpty()
                || list.size() > BaselineSheet.ROWS_MAX) {
            fail("/items", "must be a list of 1 to " + BaselineSheet.ROWS_MAX + " objects");
            return List.of();
        }
        List<Sheet.Row> rows = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (list.getValue(i) instanceof JsonObject item) {
                rows.add(row(i + 1, item));
            } else {
                fail("/items/" + i, "must be an object");
            }
        }
        return rows;
    }

    private Sheet.Row row(int line, JsonObject item) {
        Map<String, String> cells = new HashMap<>();
        for (String member : item.fieldNames()) {
            String column = MEMBER_TO_COLUMN.get(member);
            if (column == null) {
                fail("/items/" + (line - 1) + '/' + escape(member), "cannot be set by this call");
            } else {
                cells.put(column, cell(line, column, item.getValue(member)));
            }
        }
        return new Sheet.Row(line, cells);
    }

    private String cell(int line, String column, Object value) {
        boolean numeric = column.equals("premises") || column.equals("target");
        if (value == null) {
            return "";
        }
        if (numeric && value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        }
        if (!numeric && value instanceof String text && text.indexOf(0) < 0) {
            return text.strip();
        }
        fail(pointer(line, column), String.format(Locale.ROOT, "must be %s", numeric ? "a number" : "a text"));
        return "";
    }

    private void fail(String pointer, String detail) {
        errors.add(new Problem.FieldError(pointer, detail));
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
