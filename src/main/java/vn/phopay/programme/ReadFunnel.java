package vn.phopay.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
    private static final Sql READ = Sql.load("programme/read_funnel");

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
     * @param mondayToFunnel by the week they were begun in
     * @param districtToFunnel by district; those of no known district under the empty id
     * @param wayToFunnel alone under false, with a helper under true
     */
    public record Answer(
            Funnel total,
            Map<LocalDate, Funnel> mondayToFunnel,
            Map<String, Funnel> districtToFunnel,
            Map<Boolean, Funnel> wayToFunnel) {}

    /** Answers {@code question}. */
    public Future<Answer> read(SqlClient client, Question question) {
        Tuple parameters = Tuple.of(
                BusinessDay.startOf(question.from()).atOffset(ZoneOffset.UTC),
                BusinessDay.of(clock.instant()),
                question.assisted().orElse(null));
        parameters.addArrayOfString(question.districts().toArray(String[]::new));
        return READ.execute(client, parameters).map(rows -> {
            Funnel total = Funnel.empty();
            Map<LocalDate, Funnel> weeks = new TreeMap<>();
            Map<String, Funnel> districts = new TreeMap<>();
            Map<Boolean, Funnel> ways = new TreeMap<>();
            for (Row row : rows) {
                switch (row.getString("grouped_by")) {
                    case "WEEK" -> weeks.put(row.getLocalDate("monday"), toFunnel(row));
                    case "DISTRICT" -> districts.put(row.getString("district"), toFunnel(row));
                    case "WAY" -> ways.put(row.getBoolean("assisted"), toFunnel(row));
                    default -> total = toFunnel(row);
                }
            }
            return new Answer(total, weeks, districts, ways);
        });
    }

    private static Funnel toFunnel(Row row) {
        List<Long> counts = new ArrayList<>();
        List<Optional<BigDecimal>> hours = new ArrayList<>();
        for (Funnel.Step step : Funnel.Step.values()) {
            counts.add(row.getLong("step_" + step.ordinal()));
            int column = row.getColumnIndex("hours_" + step.ordinal());
            hours.add(column < 0
                    ? Optional.empty()
                    : Optional.ofNullable(row.getDouble(column))
                            .map(value -> BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP)));
        }
        return new Funnel(counts, hours);
    }
}
