package vn.phopay.zone;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import vn.phopay.db.Sql;

/** Open spans in the database, where queries join them. Every future fails only on a database fault. */
final class OpenSpanStore {
    private static final Sql LOCK = Sql.load("zone/lock_spans");
    private static final Sql READ = Sql.load("zone/read_spans");
    private static final Sql DELETE_DAYS = Sql.load("zone/delete_days");
    private static final Sql INSERT_DAYS = Sql.load("zone/insert_days");
    private static final Sql INSERT_SPANS = Sql.load("zone/insert_spans");

    /** Keeps every other writer out until the transaction ends. */
    Future<Void> lock(SqlClient transaction) {
        return LOCK.execute(transaction).mapEmpty();
    }

    /** What is written of a zone, by day; a day without spans has an empty list, one that is not written has none. */
    Future<Map<LocalDate, List<OpenSpan>>> read(SqlClient client, String zonePlaceId, LocalDate from, LocalDate to) {
        return READ.execute(client, Tuple.of(zonePlaceId, from, to)).map(rows -> {
            Map<LocalDate, List<OpenSpan>> days = new LinkedHashMap<>();
            for (Row row : rows) {
                List<OpenSpan> spans =
                        days.computeIfAbsent(row.getLocalDate("business_date"), day -> new ArrayList<>());
                if (row.getOffsetDateTime("opens_at") != null) {
                    spans.add(new OpenSpan(row.getOffsetDateTime("opens_at").toInstant(),
                            row.getOffsetDateTime("closes_at").toInstant()));
                }
            }
            return days;
        });
    }

    /** Writes {@code days} in the place of what was there. */
    Future<Void> write(SqlClient client, String zonePlaceId, Map<LocalDate, List<OpenSpan>> days) {
        LocalDate[] dates = days.keySet().toArray(LocalDate[]::new);
        Integer[] minutes = days.values().stream()
                .map(spans -> spans.stream().mapToInt(OpenSpan::minutes).sum())
                .toArray(Integer[]::new);
        Tuple written = Tuple.of(zonePlaceId).addArrayOfLocalDate(dates);
        return DELETE_DAYS.execute(client, written)
                .compose(deleted -> INSERT_DAYS.execute(
                        client, Tuple.of(zonePlaceId).addArrayOfLocalDate(dates).addArrayOfInteger(minutes)))
                .compose(inserted -> INSERT_SPANS.execute(client, spans(zonePlaceId, days)))
                .mapEmpty();
    }

    private static Tuple spans(String zonePlaceId, Map<LocalDate, List<OpenSpan>> days) {
        return Tuple.of(zonePlaceId)
                .addArrayOfLocalDate(each(days, (day, span) -> day).toArray(LocalDate[]::new))
                .addArrayOfOffsetDateTime(each(days, (day, span) -> span.opensAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfOffsetDateTime(each(days, (day, span) -> span.closesAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
    }

    private static <T> List<T> each(
            Map<LocalDate, List<OpenSpan>> days, BiFunction<LocalDate, OpenSpan, T> column) {
        List<T> values = new ArrayList<>();
        days.forEach((day, spans) -> spans.forEach(span -> values.add(column.apply(day, span))));
        return values;
    }
}
