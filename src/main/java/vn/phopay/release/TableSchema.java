package vn.phopay.release;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a release's tables: said once, for Frictionless Table Schema v1 and for CSV on the Web (W3C, 2015).
 *
 * @param title what the table is
 * @param columns its columns, in order
 * @param key columns that tell its rows apart
 */
public record TableSchema(String title, List<Column> columns, List<String> key) {
    private static final Column PERIOD = new Column(
            "period", Type.MONTH, true, "Tháng của số liệu", "Month of the figures");
    private static final Column SCOPE = new Column(
            "scope", Type.TEXT, true, "Mã nội bộ của phạm vi, không đổi", "Id of the scope, which never changes");
    private static final Column CODE = new Column(
            "code", Type.TEXT, true, "Mã công khai của phạm vi", "Public code of the scope");
    private static final Column NAME = new Column("name", Type.TEXT, true, "Tên", "Vietnamese name");
    private static final String RATE_VI = "Tỷ lệ, bốn chữ số thập phân";

    /** Figures, one a row. */
    public static final TableSchema TIDY = new TableSchema("Adoption figures, one a row", List.of(
            PERIOD, SCOPE, CODE, NAME,
            new Column("district", Type.TEXT, false, "Mã quận/huyện", "Code of the district that it belongs to"),
            new Column("metric", Type.TEXT, true, "Chỉ số, xem metrics.json", "Metric, see metrics.json"),
            new Column("value", Type.NUMBER, false, "Giá trị; trống: bị ẩn hoặc không tính được",
                    "Value; empty where it is suppressed or cannot be told"),
            new Column("unit", Type.TEXT, true, "Đơn vị", "Unit: COUNT, VND or RATE"),
            new Column("suppressed", Type.REASON, false, "Vì sao bị ẩn; trống: không bị ẩn",
                    "Why the value is suppressed; empty where it is not")),
            List.of("period", "scope", "metric"));

    /** Districts, one a row, named as in the API. */
    public static final TableSchema DISTRICTS = districts();

    /** The ranking. */
    public static final TableSchema RANKING = new TableSchema("Ranking of districts", List.of(
            PERIOD,
            new Column("rank", Type.INTEGER, false, "Thứ hạng", "One more than districts with a higher rate"),
            new Column("districtCode", Type.TEXT, true, "Mã quận/huyện", "Code of the district"),
            new Column("districtName", Type.TEXT, true, "Tên quận/huyện", "Name of the district"),
            new Column("adoptionRate", Type.NUMBER, false, RATE_VI, "Published adoption rate"),
            new Column("previousAdoptionRate", Type.NUMBER, false, RATE_VI + ", tháng trước",
                    "Published adoption rate of the month before"),
            new Column("change", Type.NUMBER, false, "Chênh lệch so với tháng trước", "Rate less the one before"),
            new Column("previousRank", Type.INTEGER, false, "Thứ hạng tháng trước", "Rank by the rates before"),
            new Column("rankChange", Type.INTEGER, false, "Số bậc tăng", "Places gained"),
            new Column("sizeClass", Type.TEXT, true, "Nhóm quy mô, xem metrics.json", "Size class, see metrics.json"),
            new Column("rankInSizeClass", Type.INTEGER, false, "Thứ hạng trong nhóm", "Rank in the size class"),
            new Column("highest", Type.BOOLEAN, true, "Cao nhất", "Of rank 1"),
            new Column("mostImproved", Type.BOOLEAN, true, "Tiến bộ nhất", "Greatest change above zero")),
            List.of("period", "districtCode"));

    /** Denominators. */
    public static final TableSchema PREMISES = new TableSchema("Premises and targets, with their source", List.of(
            PERIOD, SCOPE, CODE, NAME,
            new Column("premises", Type.INTEGER, true, "Điểm kinh doanh", "Trading premises, the denominator of rates"),
            new Column("target", Type.NUMBER, false, "Chỉ tiêu", "Adoption rate to be reached"),
            new Column("validFrom", Type.DATE, true, "Có hiệu lực từ", "From which day on it holds"),
            new Column("source", Type.TEXT, true, "Nguồn", "Who counted them")),
            List.of("period", "scope"));

    /** What a correction changes. */
    public static final TableSchema CHANGES = new TableSchema("What this revision changes", List.of(
            PERIOD, SCOPE,
            new Column("metric", Type.TEXT, true, "Chỉ số", "Metric"),
            new Column("before", Type.TEXT, false, "Trước", "Value before, withheld:REASON, or empty"),
            new Column("after", Type.TEXT, false, "Sau", "Value now, withheld:REASON, or empty")),
            List.of("period", "scope", "metric"));

    /** Copies the lists. */
    public TableSchema {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    /** What a column holds. */
    public enum Type {
        /** A month, {@code 2026-10}. */
        MONTH("yearmonth", "gYearMonth"),
        /** A day, {@code 2026-10-31}. */
        DATE("date", "date"),
        /** A text. */
        TEXT("string", "string"),
        /** A reason for which a value is suppressed. */
        REASON("string", "string"),
        /** A whole number. */
        INTEGER("integer", "integer"),
        /** A decimal number. */
        NUMBER("number", "decimal"),
        /** {@code true} or {@code false}. */
        BOOLEAN("boolean", "boolean");

        private final String frictionless;
        private final String csvw;

        Type(String frictionless, String csvw) {
            this.frictionless = frictionless;
            this.csvw = csvw;
        }
    }

    /**
     * A column.
     *
     * @param name its name in the header line
     * @param type what it holds
     * @param required whether every row has a value
     * @param vi what it means, in Vietnamese
     * @param en what it means, in English
     */
    public record Column(String name, Type type, boolean required, String vi, String en) {}

    /** The schema of the table in {@code path} of a release. */
    public static TableSchema of(String path) {
        return switch (path) {
            case ReleaseTables.DISTRICTS_WIDE -> DISTRICTS;
            case ReleaseTables.RANKING -> RANKING;
            case ReleaseTables.PREMISES -> PREMISES;
            case ReleaseTables.CHANGES -> CHANGES;
            default -> TIDY;
        };
    }

    private static TableSchema districts() {
        List<Column> columns = new ArrayList<>(List.of(
                PERIOD,
                new Column("districtCode", Type.TEXT, true, "Mã quận/huyện", "Code of the district"),
                new Column("districtName", Type.TEXT, true, "Tên quận/huyện", "Name of the district")));
        ReleaseTables.WIDE.forEach((name, metric) -> columns.add(
                new Column(name, Type.NUMBER, false, "Chỉ số " + metric, "Metric " + metric)));
        columns.add(new Column("suppressed", Type.BOOLEAN, true, "Có số bị ẩn", "Whether a value is suppressed"));
        columns.add(new Column("suppressedColumns", Type.TEXT, false, "Cột bị ẩn", "Which ones, parted by blanks"));
        return new TableSchema("Districts, one a row", columns, List.of("period", "districtCode"));
    }

    /** The names of the columns. */
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** Frictionless Table Schema v1. */
    public JsonObject frictionless() {
        JsonArray fields = new JsonArray();
        columns.forEach(column -> {
            JsonObject field = new JsonObject().put("name", column.name()).put("type", column.type().frictionless)
                    .put("title", column.vi()).put("description", column.en());
            JsonObject constraints = new JsonObject();
            if (column.required()) {
                constraints.put("required", true);
            }
            if (column.type() == Type.REASON) {
                constraints.put("enum", new JsonArray(WithheldReasons.names()));
            }
            fields.add(constraints.isEmpty() ? field : field.put("constraints", constraints));
        });
        return new JsonObject().put("fields", fields).put("missingValues", new JsonArray().add(""))
                .put("primaryKey", new JsonArray(key));
    }

    /** Metadata of CSV on the Web for the table at {@code url}. */
    public JsonObject csvw(String url) {
        JsonArray list = new JsonArray();
        columns.forEach(column -> list.add(new JsonObject().put("name", column.name())
                .put("titles", new JsonArray().add(column.name()))
                .put("datatype", column.type().csvw).put("required", column.required())
                .put("dc:description", column.en()).put("dc:alternative", column.vi())));
        return new JsonObject()
                .put("@context", new JsonArray().add("http://www.w3.org/ns/csvw")
                        .add(new JsonObject().put("@language", "vi")))
                .put("url", url)
                .put("dc:title", title)
                .put("dc:license", new JsonObject().put("@id", ReleaseFiles.LICENCE))
                .put("dialect", new JsonObject().put("header", true).put("encoding", "utf-8")
                        .put("lineTerminators", new JsonArray().add("\n")))
                .put("tableSchema", new JsonObject().put("columns", list).put("primaryKey", new JsonArray(key)));
    }
}
