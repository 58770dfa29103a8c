package vn.phopay.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.phopay.db.Sql;
import vn.phopay.time.BusinessDay;

/**
 * Reads how far registrations have come, by the week in which they were begun. Drafts are forgotten after a month; that
 * they were begun is not. The future fails only on a database fault.
 */
public final class ReadFunnel {
    private static final Sql COUNT = Sql.load("programme/count_funnel");
    private static final Sql READ_KEPT = Sql.load("programme/read_kept_funnel");

    private final Clock clock;

    /** Reads as of the business day of {@code clock}. */
    public ReadFunnel(Clock clock) {
        this.clock = clock;
    }

    /**
     * Which registrations.
     *
     * @param from the Monday of the first week
     * @param districts ids of the districts they are in; empty for all, those of no known district included
     * @param assisted with a helper, or alone; empty for both
     */
    public record Question(LocalDate from, Set<String> districts, Optional<Boolean> assisted) {
        /** Copies {@code districts}. */
        public Question {
            districts = Set.copyOf(districts);
        }
    }

    /**
     * The answer.
     *
     * @param total all of them
     * @param mondayToCounts how many reached each step, by the week they were begun in
     * @param districtToCounts the same by district; those of no known district under the empty id
     * @param wayToCounts the same alone under false, with a helper under true
     */
    public record Answer(
            Funnel total,
            Map<LocalDate, List<Long>> mondayToCounts,
            Map<String, List<Long>> districtToCounts,
            Map<Boolean, List<Long>> wayToCounts) {}

    /** Answers {@code question}: in a big city as it was kept last, see {@link KeepProgramme}. */
    public Future<Answer> read(SqlClient client, Question question) {
        return KeepProgramme.told(client, clock.instant())
                .compose(kept -> kept ? readKept(client, question) : count(client, question))
                .map(ReadFunnel::toAnswer);
    }

    private static Future<RowSet<Row>> readKept(SqlClient client, Question question) {
        return READ_KEPT.execute(
                client,
                Tuple.of(question.from(), question.assisted().orElse(null)).addArrayOfString(districts(question)));
    }

    private Future<RowSet<Row>> count(SqlClient client, Question question) {
        Tuple parameters = Tuple.of(
                BusinessDay.startOf(question.from()).atOffset(ZoneOffset.UTC),
                BusinessDay.of(clock.instant()),
                question.assisted().orElse(null));
        return COUNT.execute(client, parameters.addArrayOfString(districts(question)));
    }

    private static String[] districts(Question question) {
        return question.districts().toArray(String[]::new);
    }

    private static Answer toAnswer(RowSet<Row> rows) {
        FunnelSum sum = new FunnelSum();
        Map<LocalDate, List<Long>> weeks = new TreeMap<>();
        Map<String, List<Long>> districts = new TreeMap<>();
        Map<Boolean, List<Long>> ways = new TreeMap<>();
        for (Row row : rows) {
            List<Long> reached = List.of(row.getArrayOfLongs("reached"));
            sum.add(reached);
            weeks.merge(row.getLocalDate("monday"), reached, FunnelSum::added);
            districts.merge(row.getString("district_place_id"), reached, FunnelSum::added);
            ways.merge(row.getBoolean("assisted"), reached, FunnelSum::added);
            sum.add(Funnel.Step.REGISTERED, row.getArrayOfIntegers("register_seconds"));
            sum.add(Funnel.Step.APPROVED, row.getArrayOfIntegers("approve_seconds"));
            sum.add(Funnel.Step.CODE, row.getArrayOfIntegers("code_seconds"));
            sum.add(Funnel.Step.PAYMENT, row.getArrayOfIntegers("payment_seconds"));
        }
        return new Answer(sum.funnel(), weeks, districts, ways);
    }
}
