package vn.phopay.dayclose;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.phopay.db.Sql;

/** Keeps seals and what they counted. Rows are only ever added. */
public final class SealStore {
    private static final Sql LOCK_CHAIN = Sql.load("dayclose/lock_chain");
    private static final Sql READ_HORIZON = Sql.load("dayclose/read_horizon");
    private static final Sql READ_LAST = Sql.load("dayclose/read_last_seal");
    private static final Sql READ = Sql.load("dayclose/read_seal");
    private static final Sql LIST = Sql.load("dayclose/list_seals");
    private static final Sql INSERT = Sql.load("dayclose/insert_seal");
    private static final Sql INSERT_TOTALS = Sql.load("dayclose/insert_totals");
    private static final Sql READ_PART_HASHES = Sql.load("dayclose/read_part_hashes");
    private static final Sql READ_PART_SUMS = Sql.load("dayclose/read_part_sums");
    private static final Sql READ_FIRST_DAY = Sql.load("dayclose/read_first_day");

    /** The end of the chain. */
    public record ChainEnd(LocalDate businessDate, String hash, long horizon) {}

    /** Waits until nobody else closes a day, and keeps everybody else waiting until {@code transaction} ends. */
    Future<Void> lockChain(SqlConnection transaction) {
        return LOCK_CHAIN.execute(transaction).mapEmpty();
    }

    /** The oldest transaction that still runs: below it nothing appears any more. */
    public Future<Long> horizon(SqlClient client) {
        return READ_HORIZON.execute(client).map(rows -> rows.iterator().next().getLong("horizon_xid"));
    }

    /** The last seal; empty before the first day was sealed. */
    public Future<Optional<ChainEnd>> last(SqlClient client) {
        return READ_LAST.execute(client).map(rows -> first(rows).map(row -> new ChainEnd(
                row.getLocalDate("business_date"), row.getString("hash"), row.getLong("horizon_xid"))));
    }

    /** The first day of which there is a fact; empty where there is none. */
    public Future<Optional<LocalDate>> firstDay(SqlClient client) {
        return READ_FIRST_DAY.execute(client)
                .map(rows -> first(rows).map(row -> row.getLocalDate("business_date")));
    }

    /** The seal of a day; empty while it is open. */
    public Future<Optional<SealedDay>> find(SqlClient client, LocalDate date) {
        return READ.execute(client, Tuple.of(date)).map(rows -> first(rows).map(SealStore::toSealedDay));
    }

    private static SealedDay toSealedDay(Row row) {
        Seal seal = toSeal(row);
        SealedDay.Place place = new SealedDay.Place(seal.json().getString("previous"),
                row.getLong("previous_horizon_xid"), row.getLong("horizon_xid"));
        return new SealedDay(row.getLocalDate("business_date"), seal, place,
                row.getOffsetDateTime("sealed_at").toInstant(), row.getUUID("sealed_by"));
    }

    /** Seals of the days from {@code from} to {@code to}, oldest first, at most {@code limit}. */
    public Future<List<Seal>> list(SqlClient client, LocalDate from, LocalDate to, int limit) {
        return LIST.execute(client, Tuple.of(from, to, limit)).map(rows -> {
            List<Seal> seals = new ArrayList<>();
            rows.forEach(row -> seals.add(toSeal(row)));
            return seals;
        });
    }

    private static Seal toSeal(Row row) {
        return new Seal(row.getString("document"), row.getString("hash"), row.getString("signature"));
    }

    /** Counts what the seal of {@code date} holds, and keeps the totals; gives its parts, oldest day first. */
    Future<List<DayPart>> count(SqlConnection transaction, LocalDate date, SealedDay.Place place) {
        return INSERT_TOTALS.execute(transaction, Tuple.of(date, place.horizon(), place.previousHorizon()))
                .compose(counted -> parts(transaction, date));
    }

    /** The parts of a sealed day, oldest day first; none of a day without a fact. */
    public Future<List<DayPart>> parts(SqlClient client, LocalDate date) {
        return READ_PART_SUMS.execute(client, Tuple.of(date)).compose(sums ->
                READ_PART_HASHES.execute(client, Tuple.of(date)).map(hashes -> toParts(hashes, totals(sums))));
    }

    /** Sums by day, from rows of part_date, measure, facts and amount_vnd. */
    static Map<LocalDate, Map<Measure, DayPart.Total>> totals(RowSet<Row> sums) {
        Map<LocalDate, Map<Measure, DayPart.Total>> byDay = new TreeMap<>();
        sums.forEach(row -> byDay
                .computeIfAbsent(row.getLocalDate("part_date"), day -> new EnumMap<>(Measure.class))
                .put(Measure.valueOf(row.getString("measure")), total(row)));
        return byDay;
    }

    static DayPart.Total total(Row row) {
        return new DayPart.Total(row.getLong("facts"), new BigInteger(row.getString("amount_vnd")));
    }

    private static List<DayPart> toParts(RowSet<Row> hashes, Map<LocalDate, Map<Measure, DayPart.Total>> totals) {
        List<DayPart> parts = new ArrayList<>();
        hashes.forEach(row -> {
            LocalDate day = row.getLocalDate("part_date");
            parts.add(new DayPart(day, row.getLong("accounts"), row.getString("accounts_hash"),
                    totals.getOrDefault(day, Map.of())));
        });
        return parts;
    }

    /**
     * Adds a seal to the chain. Fails with the constraint {@code day_seal_pk} or {@code day_seal_previous_uq} where
     * another transaction was first.
     */
    Future<Void> insert(SqlConnection transaction, SealedDay day) {
        Tuple row = Tuple.of(day.businessDate(), day.place().previous(), day.seal().hash(), day.seal().document(),
                day.seal().signature(), day.place().previousHorizon());
        row.addLong(day.place().horizon())
                .addOffsetDateTime(day.sealedAt().atOffset(ZoneOffset.UTC))
                .addUUID(day.sealedBy());
        return INSERT.execute(transaction, row).mapEmpty();
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
    }
}
