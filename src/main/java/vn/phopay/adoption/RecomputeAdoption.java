package vn.phopay.adoption;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.phopay.db.Sql;

/** Recomputes every rollup from payments and names the rows that differ. Reads all payments and writes nothing. */
public final class RecomputeAdoption {
    private static final Sql DIFF = Sql.load("adoption/diff_rollups_against_payments");

    /**
     * A row that is not what payments say.
     *
     * @param rollup its table
     * @param key what identifies it there
     * @param kept its figures; null where the row is missing
     * @param recomputed what they should be; null where there should be no such row
     */
    public record Offender(String rollup, String key, @Nullable String kept, @Nullable String recomputed) {}

    /** The first 100 offenders, none where all figures are right. Folds may go on meanwhile. */
    public Future<List<Offender>> offenders(SqlClient client) {
        return DIFF.execute(client).map(rows -> {
            List<Offender> offenders = new ArrayList<>();
            rows.forEach(row -> offenders.add(toOffender(row)));
            return offenders;
        });
    }

    private static Offender toOffender(Row row) {
        return new Offender(
                row.getString("rollup"), row.getString("key"), row.getString("kept"), row.getString("recomputed"));
    }
}
