package vn.phopay.zone;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.phopay.db.Sql;
import vn.phopay.place.Validity;

/** Calendars in the database. Every future fails only on a database fault, unless it says otherwise. */
public final class ZoneStore {
    private static final Sql SAVE_RULES = Sql.load("zone/save_rules");
    private static final Sql DELETE_OTHER_RULES = Sql.load("zone/delete_other_rules");
    private static final Sql SAVE_HOLIDAYS = Sql.load("zone/save_holidays");
    private static final Sql ADD_EXCEPTION = Sql.load("zone/add_exception");
    private static final Sql WITHDRAW = Sql.load("zone/withdraw_exception");
    private static final Sql READ_RULES = Sql.load("zone/read_rules");
    private static final Sql READ_EXCEPTIONS = Sql.load("zone/read_exceptions");
    private static final Sql FIND_EXCEPTION = Sql.load("zone/find_exception");
    private static final Sql READ_HOLIDAYS = Sql.load("zone/read_holidays");
    private static final int MONTH = 100;

    /**
     * Who recorded or withdrew something, and when.
     *
     * @param at the moment
     * @param staff the person; null for the seed files
     */
    record Mark(Instant at, @Nullable UUID staff) {}

    /** The usual weeks of zone {@code zonePlaceId}; of all zones where it is null. */
    public Future<List<ZoneRule>> rules(SqlClient client, @Nullable String zonePlaceId) {
        return READ_RULES.execute(client, Tuple.of(zonePlaceId)).map(rows -> list(rows, ZoneStore::toRule));
    }

    /**
     * The exceptions of zone {@code zonePlaceId}, withdrawn ones included, the latest first; of all where it is null.
     */
    public Future<List<ZoneException>> exceptions(SqlClient client, @Nullable String zonePlaceId) {
        return READ_EXCEPTIONS.execute(client, Tuple.of(zonePlaceId))
                .map(rows -> list(rows, ZoneStore::toException));
    }

    /** One exception. */
    public Future<Optional<ZoneException>> exception(SqlClient client, UUID id) {
        return FIND_EXCEPTION.execute(client, Tuple.of(id))
                .map(rows -> list(rows, ZoneStore::toException).stream().findFirst());
    }

    /** Public holidays from {@code from} to {@code to}, both included. */
    public Future<List<PublicHoliday>> holidays(SqlClient client, LocalDate from, LocalDate to) {
        return READ_HOLIDAYS.execute(client, Tuple.of(from, to)).map(rows -> list(rows, ZoneStore::toHoliday));
    }

    /** The calendar of one zone. */
    public Future<ZoneCalendar> calendar(SqlClient client, String zonePlaceId) {
        return rules(client, zonePlaceId).compose(rules -> exceptions(client, zonePlaceId)
                .map(exceptions -> new ZoneCalendar(rules, exceptions)));
    }

    /** Makes the usual weeks equal to {@code rules}; gives how many rows were written. */
    Future<Integer> replaceRules(SqlClient client, List<ZoneRule> rules) {
        Tuple kept = Tuple.tuple()
                .addArrayOfString(rules.stream().map(ZoneRule::zonePlaceId).toArray(String[]::new))
                .addArrayOfInteger(rules.stream().map(ZoneRule::ruleNo).toArray(Integer[]::new));
        JsonArray wanted = new JsonArray(rules.stream().map(ZoneStore::toJson).toList());
        return DELETE_OTHER_RULES.execute(client, kept)
                .compose(deleted -> SAVE_RULES.execute(client, Tuple.of(wanted))
                        .map(saved -> deleted.rowCount() + saved.rowCount()));
    }

    /** Adds or corrects holidays; gives how many rows were written. */
    Future<Integer> saveHolidays(SqlClient client, List<PublicHoliday> holidays) {
        JsonArray wanted = new JsonArray(holidays.stream().map(ZoneStore::toJson).toList());
        return SAVE_HOLIDAYS.execute(client, Tuple.of(wanted)).map(RowSet::rowCount);
    }

    /** Adds an exception; 0 where its id is there already. Fails where {@code zone_exception_no_overlap} refuses it. */
    Future<Integer> add(SqlClient client, ZoneException exception, Mark mark) {
        Tuple parameters = Tuple.of(exception.id(), exception.zonePlaceId(), exception.kind().name(),
                exception.during().opensAt().atOffset(ZoneOffset.UTC),
                exception.during().closesAt().atOffset(ZoneOffset.UTC), exception.reason());
        parameters.addString(exception.evidence().confidence()).addString(exception.evidence().source())
                .addOffsetDateTime(mark.at().atOffset(ZoneOffset.UTC)).addUUID(mark.staff());
        return ADD_EXCEPTION.execute(client, parameters).map(RowSet::rowCount);
    }

    /** Withdraws an exception; false where it stands no more. */
    Future<Boolean> withdraw(SqlClient client, UUID id, Mark mark, String why) {
        return WITHDRAW.execute(client, Tuple.of(id, mark.at().atOffset(ZoneOffset.UTC), mark.staff(), why))
                .map(rows -> rows.rowCount() == 1);
    }

    private static JsonObject toJson(ZoneRule rule) {
        @Nullable LocalDate end = rule.validity().to();
        return new JsonObject()
                .put("zone_place_id", rule.zonePlaceId())
                .put("rule_no", rule.ruleNo())
                .put("opens_minute", rule.opensMinute())
                .put("lasts_minutes", rule.lastsMinutes())
                .put("season_from", toNumber(rule.season().from()))
                .put("season_to", toNumber(rule.season().to()))
                .put("valid_from", rule.validity().from().toString())
                .put("valid_to", end == null ? null : end.toString())
                .put("confidence", rule.evidence().confidence())
                .put("source", rule.evidence().source())
                .put("note", rule.evidence().note());
    }

    private static JsonObject toJson(PublicHoliday holiday) {
        return new JsonObject()
                .put("holiday_date", holiday.day().toString())
                .put("name_vi", holiday.nameVi())
                .put("name_en", holiday.nameEn())
                .put("confidence", holiday.evidence().confidence())
                .put("source", holiday.evidence().source());
    }

    private static int toNumber(MonthDay day) {
        return day.getMonthValue() * MONTH + day.getDayOfMonth();
    }

    private static MonthDay toDay(int number) {
        return MonthDay.of(number / MONTH, number % MONTH);
    }

    private static ZoneRule toRule(Row row) {
        Season season = new Season(toDay(row.getInteger("season_from")), toDay(row.getInteger("season_to")));
        return new ZoneRule(row.getString("zone_place_id"), row.getInteger("rule_no"), row.getInteger("opens_minute"),
                row.getInteger("lasts_minutes"), season,
                new Validity(row.getLocalDate("valid_from"), row.getLocalDate("valid_to")),
                new Evidence(row.getString("confidence"), row.getString("source"), row.getString("note")));
    }

    private static ZoneException toException(Row row) {
        var withdrawnAt = row.getOffsetDateTime("withdrawn_at");
        return new ZoneException(row.getUUID("exception_id"), row.getString("zone_place_id"),
                ZoneException.Kind.valueOf(row.getString("kind")),
                new OpenSpan(row.getOffsetDateTime("starts_at").toInstant(),
                        row.getOffsetDateTime("ends_at").toInstant()),
                row.getString("reason"), new Evidence(row.getString("confidence"), row.getString("source"), ""),
                Optional.ofNullable(withdrawnAt).map(at ->
                        new ZoneException.Withdrawal(at.toInstant(), row.getString("withdrawn_why"))));
    }

    private static PublicHoliday toHoliday(Row row) {
        return new PublicHoliday(row.getLocalDate("holiday_date"), row.getString("name_vi"), row.getString("name_en"),
                new Evidence(row.getString("confidence"), row.getString("source"), ""));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> reader) {
        List<T> list = new ArrayList<>(rows.size());
        rows.forEach(row -> list.add(reader.apply(row)));
        return List.copyOf(list);
    }
}
