package vn.phopay.figure;

import io.vertx.sqlclient.Row;

/**
 * Where something happened: the smallest areas that figures are added up from.
 *
 * @param district place id
 * @param ward place id, or empty
 * @param street place id, or empty
 * @param category merchant category, or empty where it does not matter
 */
record FigureCell(String district, String ward, String street, String category) {
    static FigureCell of(Row row) {
        int category = row.getColumnIndex("category");
        return new FigureCell(
                row.getString("district"), row.getString("ward"), row.getString("street"),
                category < 0 ? "" : row.getString(category));
    }
}
