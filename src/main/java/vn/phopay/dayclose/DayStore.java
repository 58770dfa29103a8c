package vn.phopay.dayclose;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.phopay.db.Sql;

/** Reads totals of days, sealed or open, from facts and from seals. Takes no locks. */
public final class DayStore {
    private static final Sql SUM_DAY = Sql.load("dayclose/sum_day");
    private static final Sql SUM_WAITING = Sql.load("dayclose/sum_waiting");
    private static final Sql SUM_ADJUSTING = Sql.load("dayclose/sum_adjusting");
    private static final Sql SUM_OPEN_DAYS = Sql.load("dayclose/sum_open_days");
    private static final Sql SUM_SEALED_DAYS = Sql.load("dayclose/sum_sealed_days");
    private static final Sql SUM_ACCOUNTS = Sql.load("dayclose/sum_accounts");
    private static final Sql READ_ACCOUNT_DRIFT = Sql.load("dayclose/read_account_drift");
    private static final Sql COUNT_ACCOUNT_CASES = Sql.load("dayclose/count_account_cases");

    /** A bank account, as a bank's callbacks and statements name it. */
    public record Account(String bankBin, String accountNumber) {}

    /** A page of a day's accounts: those after {@code after}, at most {@code limit}. */
    public record PageRequest(LocalDate date, long sealedBelow, Optional<Account> after, int limit) {}

    /** What was counted of {@code date} by transactions from {@code fromXid} on. */
    Future<Map<Measure, DayPart.Total>> sum(SqlClient client, LocalDate date, long fromXid) {
        return SUM_DAY.execute(client, Tuple.of(date, fromXid))
                .map(rows -> SealStore.totals(rows).getOrDefault(date, Map.of()));
    }

    /** What no seal holds yet of days before {@code date}, by day: told by transactions from {@code horizon} on. */
    Future<Map<LocalDate, Map<Measure, DayPart.Total>>> waiting(SqlClient client, LocalDate date, long horizon) {
        return SUM_WAITING.execute(client, Tuple.of(date, horizon)).map(SealStore::totals);
    }

    /** What later seals hold of {@code date}, by the day that they seal. */
    Future<Map<LocalDate, Map<Measure, DayPart.Total>>> adjusting(SqlClient client, LocalDate date) {
        return SUM_ADJUSTING.execute(client, Tuple.of(date)).map(SealStore::totals);
    }

    /** What was counted, by day: of sealed days what their seals hold of themselves, of open ones all facts. */
    Future<Map<LocalDate, Map<Measure, DayPart.Total>>> sums(SqlClient client, LocalDate from, LocalDate to) {
        return SUM_SEALED_DAYS.execute(client, Tuple.of(from, to)).compose(sealed ->
                SUM_OPEN_DAYS.execute(client, Tuple.of(from, to)).map(open -> {
                    Map<LocalDate, Map<Measure, DayPart.Total>> all = new TreeMap<>(SealStore.totals(open));
                    all.putAll(SealStore.totals(sealed));
                    return all;
                }));
    }

    /** The accounts on which money moved that day, by bank and number. */
    public Future<List<DayAccount>> accounts(SqlClient client, PageRequest page) {
        Tuple request = Tuple.of(page.date(), page.sealedBelow(), page.after().map(Account::bankBin).orElse(""),
                page.after().map(Account::accountNumber).orElse(""), page.limit());
        return SUM_ACCOUNTS.execute(client, request).map(DayStore::toSums).compose(sums -> {
            Tuple accounts = Tuple.of(page.date(),
                    sums.keySet().stream().map(Account::bankBin).toArray(String[]::new),
                    sums.keySet().stream().map(Account::accountNumber).toArray(String[]::new));
            return READ_ACCOUNT_DRIFT.execute(client, accounts).compose(drift ->
                    COUNT_ACCOUNT_CASES.execute(client, accounts)
                            .map(cases -> toAccounts(sums, toFindings(drift, cases))));
        });
    }

    /** Totals of one account: those that the day's seal holds, or will hold, and those that came after it. */
    private record Sums(Map<Measure, DayPart.Total> regular, Map<Measure, DayPart.Total> late) {}

    private static Map<Account, Sums> toSums(RowSet<Row> rows) {
        Map<Account, Sums> sums = new LinkedHashMap<>();
        for (Row row : rows) {
            Sums account = sums.computeIfAbsent(account(row),
                    key -> new Sums(new EnumMap<>(Measure.class), new EnumMap<>(Measure.class)));
            (row.getBoolean("late") ? account.late() : account.regular())
                    .put(Measure.valueOf(row.getString("measure")), SealStore.total(row));
        }
        return sums;
    }

    private static Map<Account, DayFindings> toFindings(RowSet<Row> drift, RowSet<Row> cases) {
        Map<Account, TreeMap<String, Long>> openCases = new LinkedHashMap<>();
        cases.forEach(row -> openCases.computeIfAbsent(account(row), key -> new TreeMap<>())
                .put(row.getString("kind"), row.getLong("cases")));
        Map<Account, DayFindings> findings = new LinkedHashMap<>();
        drift.forEach(row -> findings.put(account(row), new DayFindings(
                toDrift(row), toLines(row), openCases.getOrDefault(account(row), new TreeMap<>()), List.of())));
        return findings;
    }

    private static List<DayAccount> toAccounts(Map<Account, Sums> sums, Map<Account, DayFindings> findings) {
        List<DayAccount> accounts = new ArrayList<>();
        sums.forEach((account, totals) -> accounts.add(new DayAccount(account, totals.regular(), totals.late(),
                Optional.ofNullable(findings.get(account)).orElseThrow())));
        return accounts;
    }

    private static Account account(Row row) {
        return new Account(row.getString("bank_bin"), row.getString("account_number"));
    }

    static DayFindings.Drift toDrift(Row row) {
        return new DayFindings.Drift(
                new BigInteger(row.getString("net_vnd")), new BigInteger(row.getString("absolute_vnd")));
    }

    static DayFindings.Lines toLines(Row row) {
        return new DayFindings.Lines(row.getLong("matched"), row.getLong("recovered"), row.getLong("missing"),
                row.getLong("mismatch"), row.getLong("duplicate"), row.getLong("unresolved"));
    }
}
