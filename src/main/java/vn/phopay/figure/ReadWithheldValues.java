package vn.phopay.figure;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.HashSet;
import java.util.Set;
import vn.phopay.adoption.DayRange;
import vn.phopay.adoption.MonthValues;
import vn.phopay.adoption.Withheld;
import vn.phopay.db.Sql;

/**
 * Reads which places' money the rules of the monthly release withhold, as it was decided when the month's figures were
 * computed. A month of which no day is over yet goes by the last month that was decided.
 */
public final class ReadWithheldValues implements MonthValues {
    private static final Sql READ_WITHHELD = Sql.load("figure/read_withheld_values");
    private static final String NO_PLACE = "";

    private final SqlClient client;

    /** Reads through {@code client}. */
    public ReadWithheldValues(SqlClient client) {
        this.client = client;
    }

    @Override
    public Future<Withheld> withheld(DayRange range) {
        return READ_WITHHELD.execute(client, Tuple.of(range.from(), range.to())).map(rows -> {
            Set<String> places = new HashSet<>();
            rows.forEach(row -> places.add(placeId(row.getString("scope_id"))));
            return new Withheld(places);
        });
    }

    private static String placeId(String scopeId) {
        return scopeId.equals(Figures.CITY) ? NO_PLACE : scopeId;
    }
}
