package vn.phopay.adoption;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.time.BusinessDay;

/** Writes places, merchants, outlets and payments as rows, the way the features that own them do. */
final class AdoptionFixture {
    static final String BANK = "demobank";
    static final Instant REGISTERED_AT = Instant.parse("2026-01-05T03:00:00Z");

    private final SqlClient client;

    AdoptionFixture(SqlClient client) {
        this.client = client;
    }

    /** One payment as a bank told of it. */
    record Fact(
            String reference, String direction, String account, long amountVnd, LocalDate day, String outcome,
            UUID merchant, @Nullable UUID outlet, @Nullable UUID request, @Nullable String reversalOf) {

        static Fact credit(String reference, Outlet outlet, long amountVnd, LocalDate day) {
            return new Fact(
                    reference, "CREDIT", outlet.account(), amountVnd, day, "OUTLET", outlet.merchant(), outlet.id(),
                    null, null);
        }

        Fact reversal(String newReference) {
            return new Fact(
                    newReference, "DEBIT", account, amountVnd, day, "REVERSED", merchant, outlet, null, reference);
        }

        Fact as(String newOutcome) {
            return new Fact(
                    reference, direction, account, amountVnd, day, newOutcome, merchant, outlet, request, reversalOf);
        }

        Fact withoutOutlet() {
            return new Fact(
                    reference, direction, account, amountVnd, day, "ACCOUNT", merchant, null, request, reversalOf);
        }

        Fact forRequest(UUID of) {
            return new Fact(
                    reference, direction, account, amountVnd, day, "MATCHED", merchant, outlet, of, reversalOf);
        }
    }

    /** A shop of one merchant. */
    record Outlet(UUID id, UUID merchant, String account) {}

    /** 30 districts, the first with two wards and two streets, and a bank. */
    void city() {
        for (int i = 1; i <= 30; i++) {
            String code = "%03d".formatted(i);
            place("district-" + code, "DISTRICT", code, "Quận " + code);
        }
        for (String ward : List.of("00070", "00082")) {
            place("ward-" + ward, "WARD", ward, "Phường " + ward);
            member("ward-" + ward, "district-001");
        }
        for (String street : List.of("hang-ngang", "hang-dao")) {
            place("street-" + street, "STREET", street, street);
            member("street-" + street, "district-001");
        }
        run("INSERT INTO bank (bank_code, bin, name, created_at) VALUES ('demobank', '970422', 'Demo', now())");
    }

    void place(String id, String kind, String code, String name) {
        run("INSERT INTO place (place_id, kind, code, name_vi, valid_from) VALUES ($1, $2, $3, $4, '2025-07-01')",
                id, kind, code, name);
    }

    void member(String member, String container) {
        run("INSERT INTO place_member (member_place_id, container_place_id, valid_from) VALUES ($1, $2, '2025-07-01')",
                member, container);
    }

    void baseline(String place, LocalDate from, int premises, double target) {
        run("INSERT INTO baseline (place_id, valid_from, premises, target_rate, source, recorded_at) "
                + "VALUES ($1, $2, $3, $4::float8::numeric, 'survey', now())", place, from, premises, target);
    }

    UUID merchant(String status) {
        UUID merchant = UUID.randomUUID();
        String unique = merchant.toString().substring(0, 13);
        run("INSERT INTO merchant (merchant_id, status, legal_name, display_name, tax_code, phone_e164, category_code, "
                + "locale, created_at, updated_at) VALUES ($1, $2, 'x', 'x', $3, $3, '5812', 'vi', $4, $4)",
                merchant, status, unique, at(REGISTERED_AT));
        return merchant;
    }

    /** An outlet of a new approved merchant; empty ward or street for none. */
    Outlet outlet(String district, String ward, String street) {
        return outlet(merchant("APPROVED"), district, ward, street);
    }

    Outlet outlet(UUID merchant, String district, String ward, String street) {
        UUID outlet = UUID.randomUUID();
        run("INSERT INTO outlet (outlet_id, merchant_id, name, address, created_at) VALUES ($1, $2, 'x', 'x', $3)",
                outlet, merchant, at(REGISTERED_AT));
        run("INSERT INTO outlet_location VALUES ($1, $2, NULL, $3, NULLIF($4, ''), NULLIF($5, ''))",
                outlet, BusinessDay.of(REGISTERED_AT), district, ward, street);
        return new Outlet(outlet, merchant, "9" + Math.abs(outlet.getMostSignificantBits() % 1_000_000_000_000L));
    }

    /** Moves an outlet as of a day: ends the edition that holds then and every later one. */
    void move(Outlet outlet, LocalDate day, String district, String street) {
        run("DELETE FROM outlet_location WHERE outlet_id = $1 AND valid_from >= $2", outlet.id(), day);
        run("UPDATE outlet_location SET valid_to = $2::date - 1 WHERE outlet_id = $1 AND valid_from = "
                + "(SELECT max(valid_from) FROM outlet_location WHERE outlet_id = $1)", outlet.id(), day);
        run("INSERT INTO outlet_location VALUES ($1, $2, NULL, $3, NULL, NULLIF($4, ''))",
                outlet.id(), day, district, street);
    }

    /** Records a fact with its key, and with its reversal where it is the first one of its original. */
    void record(Fact fact) {
        record(fact, fact.day().atTime(12, 0).atZone(BusinessDay.ZONE).toInstant());
    }

    void record(Fact fact, Instant bookedAt) {
        UUID payment = UUID.randomUUID();
        run("INSERT INTO payment (payment_id, bank_code, bank_reference, direction, reversal_of, account_number, "
                + "amount_vnd, memo, booked_at, received_at, business_date, outcome, merchant_id, outlet_id, "
                + "payment_request_id) VALUES ($1, $2, $3, $4, $5, $6, $7, '', $8, $8, $9, $10, $11, $12, $13)",
                payment, BANK, fact.reference(), fact.direction(), fact.reversalOf(), fact.account(), fact.amountVnd(),
                at(bookedAt), BusinessDay.of(bookedAt), fact.outcome(), fact.merchant(), fact.outlet(), fact.request());
        run("INSERT INTO payment_key VALUES ($1, $2, $3, $4)", BANK, fact.reference(),
                Buffer.buffer(fact.reference().getBytes(StandardCharsets.UTF_8)), payment);
        if (fact.reversalOf() != null) {
            run("INSERT INTO payment_reversal (bank_code, original_reference, account_number, amount_vnd,"
                    + " reversal_payment_id) SELECT bank_code, reversal_of, account_number, amount_vnd, payment_id"
                    + " FROM payment WHERE payment_id = $1 ON CONFLICT DO NOTHING", payment);
        }
    }

    /** A payment request of an outlet, issued at noon. */
    UUID request(Outlet outlet, long amountVnd, LocalDate day) {
        UUID request = UUID.randomUUID();
        UUID account = UUID.randomUUID();
        run("INSERT INTO merchant_account (account_id, merchant_id, bank_bin, account_number, account_name, status, "
                + "created_at, replaced_at) VALUES ($1, $2, '970422', $3, 'x', 'REPLACED', now(), now())",
                account, outlet.merchant(), account.toString().substring(0, 8));
        run("INSERT INTO payment_request (payment_request_id, merchant_id, outlet_id, account_id, reference, serial, "
                + "payload, key_id, amount_vnd, created_at, expires_at, business_date) "
                + "VALUES ($1, $2, $3, $4, $5, $5, 'p', 'k', $6, $7, $7 + interval '15 minutes', $8)",
                request, outlet.merchant(), outlet.id(), account, request.toString(), amountVnd,
                day.atTime(12, 0).atZone(BusinessDay.ZONE).toOffsetDateTime(), day);
        return request;
    }

    RowSet<Row> run(String sql, @Nullable Object... parameters) {
        return await(client.preparedQuery(sql).execute(Tuple.from(parameters)));
    }

    /** The kept transactions and amount of a place and day; zeros where there is no row. */
    List<Long> placeDay(String place, LocalDate day) {
        RowSet<Row> rows = run("SELECT transactions, amount_vnd FROM place_day WHERE place_id = $1 "
                + "AND business_date = $2", place, day);
        List<Long> figures = new ArrayList<>();
        rows.forEach(row -> figures.addAll(List.of(row.getLong(0), row.getLong(1))));
        return figures.isEmpty() ? List.of(0L, 0L) : figures;
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
