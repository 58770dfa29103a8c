package vn.phopay.safety;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.phopay.db.Sql;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.QrId;
import vn.phopay.identity.SelfCheckId;
import vn.phopay.time.BusinessDay;

/** Checks in the database. Every future fails only on a database fault. */
public final class SelfCheckStore {
    private static final Sql FIND_CODE = Sql.load("safety/find_code_by_serial");
    private static final Sql FIND_ACCOUNT = Sql.load("safety/find_own_account");
    private static final Sql INSERT = Sql.load("safety/insert_self_check");
    private static final Sql INSERT_PAYLOAD = Sql.load("safety/insert_check_payload");
    private static final Sql READ = Sql.load("safety/read_self_check");
    private static final Sql LIST_GREEN_DAYS = Sql.load("safety/list_green_days");
    private static final Sql LIST_DAYS = Sql.load("safety/list_check_days");
    private static final Sql LIST_CODES = Sql.load("safety/list_codes_to_check");
    private static final String[] DANGERS = Arrays.stream(CheckVerdict.values())
            .filter(verdict -> verdict.tone() == CheckVerdict.Tone.DANGER)
            .map(Enum::name)
            .toArray(String[]::new);

    /**
     * A code of ours.
     *
     * @param qr the printed code; null where it is one for one payment
     * @param merchant whose it is
     * @param outlet where it is paid
     * @param payload its text as issued
     * @param accountApproved whether its account is still the shop's
     */
    record KnownCode(
            @Nullable UUID qr, MerchantId merchant, UUID outlet, String payload, boolean accountApproved) {}

    /**
     * A check about to be kept.
     *
     * @param id its id, should it be new
     * @param attempt by whom, how, and the key of the attempt
     * @param finding what came out
     * @param checkedAt when
     */
    record NewCheck(SelfCheckId id, CheckSticker.Attempt attempt, CheckSticker.Finding finding, Instant checkedAt) {}

    /** A good code and the last day on which it was checked and green. */
    record CodeToCheck(DueChecks.Code code, Optional<LocalDate> lastGreen) {}

    /** What the checks of a day came to. */
    record DayMarks(LocalDate date, boolean green, boolean danger) {}

    Future<Optional<KnownCode>> findCode(SqlClient client, String serial) {
        return FIND_CODE.execute(client, Tuple.of(serial)).map(rows -> first(rows).map(row -> new KnownCode(
                row.getUUID("qr_id"),
                new MerchantId(row.getUUID("merchant_id")),
                row.getUUID("outlet_id"),
                row.getString("payload"),
                row.getBoolean("account_approved"))));
    }

    /** Whether an account is the merchant's: empty if it is not, false if it was replaced or refused. */
    Future<Optional<Boolean>> findOwnAccount(SqlClient client, MerchantId merchant, String bin, String number) {
        return FIND_ACCOUNT.execute(client, Tuple.of(merchant.value(), bin, number))
                .map(rows -> first(rows).map(row -> row.getBoolean("live")));
    }

    /** Keeps a check; false where this attempt was kept before, and nothing changed. */
    Future<Boolean> insert(SqlClient transaction, NewCheck check) {
        CheckSticker.Finding finding = check.finding();
        Tuple parameters = Tuple.of(check.id().value(), check.attempt().merchant().value(), check.attempt().key())
                .addUUID(finding.outlet())
                .addUUID(finding.qr())
                .addString(finding.verdict().name())
                .addString(check.attempt().way().name())
                .addString("OWNER")
                .addOffsetDateTime(Moments.timestamp(check.checkedAt()))
                .addLocalDate(BusinessDay.of(check.checkedAt()));
        return INSERT.execute(transaction, parameters).map(rows -> rows.rowCount() == 1);
    }

    Future<Void> keepPayload(SqlClient transaction, SelfCheckId check, String payload, Instant until) {
        return INSERT_PAYLOAD.execute(transaction, Tuple.of(check.value(), payload, Moments.timestamp(until)))
                .mapEmpty();
    }

    /** A merchant's own check; another's is none. */
    public Future<Optional<SelfCheck>> find(SqlClient client, MerchantId merchant, SelfCheckId id) {
        return READ.execute(client, Tuple.of(merchant.value(), id.value(), null))
                .map(rows -> first(rows).map(SelfCheckStore::toCheck));
    }

    Future<Optional<SelfCheck>> findAttempt(SqlClient client, MerchantId merchant, UUID attempt) {
        return READ.execute(client, Tuple.of(merchant.value(), null, attempt))
                .map(rows -> first(rows).map(SelfCheckStore::toCheck));
    }

    /** Days from {@code from} on, on which the merchant's {@code code}, or any, was checked and green. */
    Future<Set<LocalDate>> greenDays(
            SqlClient client, MerchantId merchant, Optional<QrId> code, LocalDate from) {
        return LIST_GREEN_DAYS.execute(client, Tuple.of(merchant.value(), code.map(QrId::value).orElse(null), from))
                .map(rows -> rows.stream().map(row -> row.getLocalDate("business_date")).collect(Collectors.toSet()));
    }

    Future<List<DayMarks>> days(SqlClient client, MerchantId merchant, LocalDate from) {
        return LIST_DAYS.execute(client, Tuple.of(merchant.value(), from, DANGERS))
                .map(rows -> rows.stream().map(row -> new DayMarks(
                        row.getLocalDate("business_date"), row.getBoolean("green"), row.getBoolean("danger")))
                        .toList());
    }

    /** Codes of a shop that are good at {@code now}, at most 500. */
    Future<List<CodeToCheck>> codes(SqlClient client, MerchantId merchant, Instant now) {
        return LIST_CODES.execute(client, Tuple.of(merchant.value(), Moments.timestamp(now)))
                .map(rows -> rows.stream().map(SelfCheckStore::toCode).toList());
    }

    private static CodeToCheck toCode(Row row) {
        DueChecks.Code code = new DueChecks.Code(
                new QrId(row.getUUID("qr_id")),
                row.getString("outlet_name"),
                row.getString("serial"),
                Optional.ofNullable(row.getString("label")));
        return new CodeToCheck(code, Optional.ofNullable(row.getLocalDate("last_green")));
    }

    private static SelfCheck toCheck(Row row) {
        Optional<SelfCheck.CheckedCode> code = Optional.ofNullable(row.getUUID("qr_id"))
                .map(qr -> new SelfCheck.CheckedCode(
                        new QrId(qr),
                        row.getString("display_name"),
                        row.getString("outlet_name"),
                        row.getString("serial"),
                        Optional.ofNullable(row.getString("label"))));
        return new SelfCheck(
                new SelfCheckId(row.getUUID("check_id")),
                CheckVerdict.valueOf(row.getString("verdict")),
                code,
                row.getOffsetDateTime("checked_at").toInstant(),
                row.getLocalDate("business_date"),
                row.getBoolean("keeps_payload"));
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.stream().findFirst();
    }
}
