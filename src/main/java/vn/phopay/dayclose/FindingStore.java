package vn.phopay.dayclose;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import vn.phopay.db.Sql;

/** Reads what callbacks and statements of a day say against each other. */
public final class FindingStore {
    private static final Sql READ_DRIFT = Sql.load("dayclose/read_drift");
    private static final Sql FIND_TROUBLES = Sql.load("dayclose/find_statement_troubles");
    private static final Sql COUNT_CASES = Sql.load("dayclose/count_open_cases");

    /** What is found of {@code date} among facts of transactions below {@code horizon}. */
    public Future<DayFindings> find(SqlClient client, LocalDate date, long horizon) {
        Tuple day = Tuple.of(date, horizon);
        return READ_DRIFT.execute(client, day).map(rows -> rows.iterator().next()).compose(drift ->
                FIND_TROUBLES.execute(client, day).compose(troubles ->
                        COUNT_CASES.execute(client, Tuple.of(date))
                                .map(cases -> toFindings(drift, troubles, cases))));
    }

    private static DayFindings toFindings(Row drift, Iterable<Row> troubles, Iterable<Row> cases) {
        List<DayFindings.Trouble> found = new ArrayList<>();
        troubles.forEach(row -> found.add(new DayFindings.Trouble(BlockerKind.valueOf(row.getString("trouble")),
                row.getLong("found"), row.getString("hash"), row.getJsonArray("examples"))));
        TreeMap<String, Long> openCases = new TreeMap<>();
        cases.forEach(row -> openCases.put(row.getString("kind"), row.getLong("cases")));
        return new DayFindings(
                DayStore.toDrift(drift),
                DayStore.toLines(drift),
                openCases,
                found);
    }
}
