package vn.phopay.figure;

import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.time.BusinessDay;

/** Writes what figures are made from as rows, the way the features that own the tables do; ids come from a seed. */
final class FigureRows {
    static final String ACCOUNT_PREFIX = "9";

    private final SqlClient client;
    private final Random random;
    private int serial;

    FigureRows(SqlClient client, Random random) {
        this.client = client;
        this.random = random;
    }

    /** A merchant's outlet. */
    record Shop(UUID merchant, UUID outlet, String account, LocalDate registered) {}

    /** A payment that was written. */
    record Paid(UUID payment, String reference, String account, long amountVnd, LocalDate day) {}

    UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    RowSet<Row> run(String sql, @Nullable Object... parameters) {
        return await(client.preparedQuery(sql).execute(Tuple.from(parameters)));
    }

    static OffsetDateTime at(LocalDate day, int minutes) {
        return BusinessDay.startOf(day).plusSeconds(60L * minutes).atOffset(ZoneOffset.UTC);
    }

    void place(String id, String kind, LocalDate from, @Nullable LocalDate to) {
        run("INSERT INTO place (place_id, kind, code, name_vi, valid_from, valid_to) VALUES ($1, $2, $3, $1, $4, $5)",
                id, kind, id.replaceAll("-20[0-9]{2}$", ""), from, to);
    }

    void member(String member, String container, String segment) {
        run("INSERT INTO place_member (member_place_id, container_place_id, segment, valid_from)"
                + " VALUES ($1, $2, $3, '2025-01-01')", member, container, segment);
    }

    void baseline(String place, LocalDate from, int premises) {
        run("INSERT INTO baseline (place_id, valid_from, premises, target_rate, source, recorded_at)"
                + " VALUES ($1, $2, $3, 0.5, 'survey', now()) ON CONFLICT ON CONSTRAINT baseline_pk"
                + " DO UPDATE SET premises = excluded.premises", place, from, premises);
    }

    void bank(String code, LocalDate day) {
        run("INSERT INTO bank (bank_code, bin, name, created_at) VALUES ($1, '970422', $1, $2)", code, at(day, 1));
    }

    UUID merchant(LocalDate day, String category, @Nullable UUID helper) {
        UUID merchant = id();
        run("INSERT INTO merchant (merchant_id, status, legal_name, display_name, tax_code, phone_e164, category_code,"
                + " locale, created_at, updated_at, assisted_by) VALUES ($1, 'PENDING', 'x', 'x', $2, $2, $3, 'vi', $4,"
                + " $4, $5)", merchant, merchant.toString(), category, at(day, random.nextInt(600)), helper);
        run("INSERT INTO merchant_transition (merchant_id, from_status, to_status, recorded_at, business_date,"
                + " actor_role) VALUES ($1, NULL, 'PENDING', $2, $3, 'MERCHANT')", merchant, at(day, 600), day);
        return merchant;
    }

    UUID helper() {
        UUID helper = id();
        run("INSERT INTO staff (staff_id, login, name, role, created_at) VALUES ($1, $2, 'x', 'REGISTRAR', now())",
                helper, helper.toString());
        return helper;
    }

    void decide(UUID merchant, String status, LocalDate day) {
        run("INSERT INTO merchant_transition (merchant_id, from_status, to_status, recorded_at, business_date,"
                + " actor_role) SELECT merchant_id, status, $2, $3, $4, 'REGISTRAR' FROM merchant"
                + " WHERE merchant_id = $1", merchant, status, at(day, 700), day);
        run("UPDATE merchant SET status = $2 WHERE merchant_id = $1", merchant, status);
    }

    void recategorize(UUID merchant, String category, LocalDate day) {
        run("UPDATE merchant SET category_code = $2, updated_at = $3 WHERE merchant_id = $1",
                merchant, category, at(day, 800));
    }

    Shop outlet(UUID merchant, LocalDate day, String district, String ward, String street) {
        UUID outlet = id();
        run("INSERT INTO outlet (outlet_id, merchant_id, name, address, created_at) VALUES ($1, $2, 'x', 'x', $3)",
                outlet, merchant, at(day, random.nextInt(600)));
        run("INSERT INTO outlet_location VALUES ($1, $2, NULL, $3, NULLIF($4, ''), NULLIF($5, ''))",
                outlet, day, district, ward, street);
        return new Shop(merchant, outlet, ACCOUNT_PREFIX + serial++, day);
    }

    void move(UUID outlet, LocalDate day, String district, String ward, String street) {
        run("DELETE FROM outlet_location WHERE outlet_id = $1 AND valid_from >= $2", outlet, day);
        run("UPDATE outlet_location SET valid_to = $2::date - 1 WHERE outlet_id = $1 AND valid_from = "
                + "(SELECT max(valid_from) FROM outlet_location WHERE outlet_id = $1)", outlet, day);
        run("INSERT INTO outlet_location VALUES ($1, $2, NULL, $3, NULLIF($4, ''), NULLIF($5, ''))",
                outlet, day, district, ward, street);
    }

    /** What a payment is recorded as. */
    record Told(
            String bank, String source, String outcome, @Nullable Shop shop, @Nullable UUID request,
            @Nullable UUID twinOf) {}

    Paid credit(Told told, String account, long amountVnd, LocalDate day) {
        UUID payment = id();
        String reference = "FT" + serial++;
        int minute = random.nextInt(24 * 60);
        boolean owned = told.shop() != null && told.twinOf() == null;
        OffsetDateTime booked = at(day, minute).plusSeconds(random.nextInt(60));
        run("INSERT INTO payment (payment_id, bank_code, bank_reference, direction, account_number, amount_vnd, memo,"
                + " booked_at, received_at, business_date, outcome, merchant_id, outlet_id, payment_request_id,"
                + " twin_of, source) VALUES ($1, $2, $3, 'CREDIT', $4, $5, '', $6, $7, $8, $9, $10, $11, $12, $13,"
                + " $14)",
                payment, told.bank(), reference, account, amountVnd, booked,
                booked.plusSeconds(random.nextInt(400) - 20L), day, told.outcome(),
                owned ? told.shop().merchant() : null, owned ? told.shop().outlet() : null, told.request(),
                told.twinOf(), told.source());
        run("INSERT INTO payment_key VALUES ($1, $2, $3, $4)", told.bank(), reference,
                Buffer.buffer(reference.getBytes(StandardCharsets.UTF_8)), payment);
        return new Paid(payment, reference, account, amountVnd, day);
    }

    void reverse(String bank, Paid paid, LocalDate day) {
        UUID payment = id();
        run("INSERT INTO payment (payment_id, bank_code, bank_reference, direction, reversal_of, account_number,"
                + " amount_vnd, memo, booked_at, received_at, business_date, outcome) VALUES ($1, $2, $3, 'DEBIT', $4,"
                + " $5, $6, '', $7, $7, $8, 'REVERSED')", payment, bank, "RV" + serial++, paid.reference(),
                paid.account(), paid.amountVnd(), at(day, 30), day);
        run("INSERT INTO payment_reversal (bank_code, original_reference, account_number, amount_vnd,"
                + " reversal_payment_id) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
                bank, paid.reference(), paid.account(), paid.amountVnd(), payment);
    }

    void assign(UUID payment, String outcome, @Nullable Shop shop, @Nullable UUID request) {
        run("INSERT INTO payment_fact (fact_id, payment_id, kind, fact_key, sequence, outcome, merchant_id, outlet_id,"
                + " payment_request_id, evidence, business_date) SELECT $1, $2, 'ASSIGNMENT', $3,"
                + " 1 + COALESCE((SELECT max(sequence) FROM payment_fact WHERE payment_id = $2), 0), $4, $5, $6, $7,"
                + " '{}', '2026-04-01'", id(), payment, "A" + serial++, outcome, shop == null ? null : shop.merchant(),
                shop == null ? null : shop.outlet(), request);
    }

    UUID request(Shop shop, long amountVnd, LocalDate day) {
        UUID request = id();
        UUID account = account(shop);
        run("INSERT INTO payment_request (payment_request_id, merchant_id, outlet_id, account_id, reference, serial,"
                + " payload, key_id, amount_vnd, amount_tolerance_vnd, created_at, expires_at, business_date)"
                + " VALUES ($1, $2, $3, $4, $5, $5, 'p', 'k', $6, $7, $8, $8::timestamptz + interval '1 hour', $9)",
                request, shop.merchant(), shop.outlet(), account, "R" + serial++, amountVnd,
                (long) random.nextInt(3) * 1_000, at(day, 60), day);
        return request;
    }

    private UUID account(Shop shop) {
        UUID account = id();
        run("INSERT INTO merchant_account (account_id, merchant_id, bank_bin, account_number, account_name, status,"
                + " created_at, replaced_at) VALUES ($1, $2, '970422', $3, 'x', 'REPLACED', now(), now())",
                account, shop.merchant(), "X" + serial++);
        return account;
    }

    String code(Shop shop, LocalDate day, int days) {
        String code = "Q" + serial++;
        run("INSERT INTO qr_code (qr_id, merchant_id, outlet_id, account_id, reference, serial, payload, key_id,"
                + " issued_at, expires_at, business_date) VALUES ($1, $2, $3, $4, $5, $5, 'p', 'k', $6, $7, $8)",
                id(), shop.merchant(), shop.outlet(), account(shop), code, at(day, 5), at(day.plusDays(days), 5), day);
        return code;
    }

    void revoke(String serialOfCode, LocalDate day) {
        run("INSERT INTO qr_revocation (serial, revoked_at, expires_at, actor_role, reason) VALUES ($1, $2,"
                + " '2030-01-01', 'MERCHANT', 'x') ON CONFLICT DO NOTHING", serialOfCode, at(day, 6));
    }

    void check(Shop shop, String code, LocalDate day, boolean green) {
        run("INSERT INTO self_check (check_id, merchant_id, attempt_key, outlet_id, qr_id, verdict, way, session_kind,"
                + " checked_at, business_date) VALUES ($1, $2, $1, $3, (SELECT qr_id FROM qr_code WHERE serial = $4),"
                + " $5, 'CAMERA', 'OWNER', $6, $7)", id(), shop.merchant(), shop.outlet(), code,
                green ? "GREEN" : "REVOKED", at(day, 7), day);
    }

    UUID report(String district, @Nullable Shop shop, LocalDate day) {
        UUID opened = id();
        run("INSERT INTO recon_case (case_id, kind, fingerprint, period, bank_code, evidence, opened_at)"
                + " VALUES ($1, 'CODE_TAMPERED', $2, $3, NULL, jsonb_build_object('districtCode', $4::text), $5)",
                opened, opened.toString(), day, district, at(day, 60));
        run("INSERT INTO safety_report (report_id, report_no, case_id, reporter, outlet_id, district_place_id, place,"
                + " reported_at, business_date) VALUES ($1, nextval('safety_report_no_seq'), $2, 'PUBLIC', $3, $4, 'x',"
                + " $5, $6)", id(), opened, shop == null ? null : shop.outlet(), district, at(day, 61), day);
        return opened;
    }

    UUID unmatchedCase(String bank, Paid paid, LocalDate day) {
        UUID opened = id();
        run("INSERT INTO recon_case (case_id, kind, fingerprint, period, bank_code, payment_id, evidence, opened_at)"
                + " VALUES ($1, 'UNMATCHED', $2, $3, $4, $5, '{}', $6)",
                opened, opened.toString(), day, bank, paid.payment(), at(day, 100 + random.nextInt(1_000)));
        return opened;
    }

    void resolve(UUID opened, String action, LocalDate day) {
        UUID actor = id();
        OffsetDateTime now = at(day, 200 + random.nextInt(1_000));
        run("INSERT INTO case_act (act_id, case_id, act, acted_at, actor_id, actor_role, action, resolution, note)"
                + " VALUES ($1, $2, 'RESOLVE', $3, $4, 'ADMIN', $5, 'FIXED', 'x')", id(), opened, now, actor, action);
        run("UPDATE recon_case SET status = 'RESOLVED', resolution = 'FIXED', resolved_at = $2, version = version + 1"
                + " WHERE case_id = $1 AND status <> 'RESOLVED'", opened, now);
    }

    void openZone(String zone, LocalDate day, int fromMinute, int toMinute) {
        run("DELETE FROM zone_open_day WHERE zone_place_id = $1 AND business_date = $2", zone, day);
        run("INSERT INTO zone_open_day (zone_place_id, business_date, open_minutes) VALUES ($1, $2, $3)",
                zone, day, toMinute - fromMinute);
        run("INSERT INTO zone_open_span (zone_place_id, business_date, opens_at, closes_at) VALUES ($1, $2, $3, $4)",
                zone, day, at(day, fromMinute), at(day, toMinute));
    }

    void tally(String bank, LocalDate day, long badSignatures, long duplicates) {
        run("INSERT INTO bank_day_tally AS t VALUES ($1, $2, $3, $4) ON CONFLICT ON CONSTRAINT bank_day_tally_pk"
                + " DO UPDATE SET bad_signatures = t.bad_signatures + excluded.bad_signatures,"
                + " duplicates = t.duplicates + excluded.duplicates", bank, day, badSignatures, duplicates);
    }

    List<Row> all(String table) {
        List<Row> rows = new ArrayList<>();
        run("SELECT * FROM " + table).forEach(rows::add);
        return rows;
    }

    static Instant endOf(LocalDate day) {
        return BusinessDay.startOf(day.plusDays(1));
    }
}
