package vn.phopay.payment;

import static vn.phopay.testing.TestPostgres.await;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Shops, codes and requests written straight into a test database, and counts read back from it. */
final class PaymentFixtures {
    private final Pool pool;
    private final Random random = new Random(11);
    private int serial = 1_000_000;

    PaymentFixtures(Pool pool) {
        this.pool = pool;
    }

    record Shop(UUID merchant, UUID account, UUID outlet) {}

    Shop shop(String bin, String accountNumber) {
        Shop shop = new Shop(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        serial++;
        run("INSERT INTO merchant (merchant_id, status, legal_name, display_name, tax_code, phone_e164, category_code,"
                + " locale, created_at, updated_at) VALUES ($1, 'APPROVED', 'x', 'x', $2, $3, '5812', 'vi', now(),"
                + " now())", Tuple.of(shop.merchant, "tax" + serial, "+84" + serial));
        run("INSERT INTO merchant_account (account_id, merchant_id, bank_bin, account_number, account_name, status,"
                + " created_at) VALUES ($1, $2, $3, $4, 'X', 'APPROVED', now())",
                Tuple.of(shop.account, shop.merchant, bin, accountNumber));
        run("INSERT INTO outlet (outlet_id, merchant_id, name, address, created_at) VALUES ($1, $2, 'x', 'x', now())",
                Tuple.of(shop.outlet, shop.merchant));
        return shop;
    }

    void staticCode(Shop shop, ReferenceCode code) {
        UUID qr = UUID.randomUUID();
        run("INSERT INTO qr_code (qr_id, merchant_id, outlet_id, account_id, reference, serial, payload, key_id,"
                + " issued_at, expires_at, business_date) VALUES ($1, $2, $3, $4, $5, $5, 'x', 'x', now(),"
                + " now() + interval '1 day', current_date)",
                Tuple.of(qr, shop.merchant, shop.outlet, shop.account, code.value()));
        run("INSERT INTO reference (reference, merchant_id, outlet_id, qr_id, issued_at)"
                + " VALUES ($1, $2, $3, $4, now())",
                Tuple.of(code.value(), shop.merchant, shop.outlet, qr));
    }

    ReferenceCode request(String bin, String accountNumber, long amountVnd, Instant expiresAt) {
        return request(shop(bin, accountNumber), amountVnd, expiresAt).code();
    }

    record Request(UUID id, ReferenceCode code) {}

    Request request(Shop shop, long amountVnd, Instant expiresAt) {
        ReferenceCode code = ReferenceCode.draw(random);
        UUID request = UUID.randomUUID();
        OffsetDateTime expiry = OffsetDateTime.ofInstant(expiresAt, ZoneOffset.UTC);
        run("INSERT INTO payment_request (payment_request_id, merchant_id, outlet_id, account_id, reference, serial,"
                + " payload, key_id, amount_vnd, created_at, expires_at, business_date)"
                + " VALUES ($1, $2, $3, $4, $5, $5, 'x', 'x', $6, $7, $8, '2026-11-22')",
                Tuple.of(request, shop.merchant, shop.outlet, shop.account, code.value(), amountVnd,
                        expiry.minusMinutes(15), expiry));
        run("INSERT INTO reference (reference, merchant_id, outlet_id, payment_request_id, issued_at)"
                + " VALUES ($1, $2, $3, $4, now())",
                Tuple.of(code.value(), shop.merchant, shop.outlet, request));
        return new Request(request, code);
    }

    void bank(String code, String bin) {
        run("INSERT INTO bank (bank_code, bin, name, created_at) VALUES ($1, $2, 'x', now())", Tuple.of(code, bin));
    }

    void virtualAccount(Shop shop, String bin, String number) {
        run("INSERT INTO virtual_account (bank_bin, account_number, account_id, merchant_id, created_at)"
                + " VALUES ($1, $2, $3, $4, now())", Tuple.of(bin, number, shop.account, shop.merchant));
    }

    void tolerate(Request request, long amountVnd) {
        run("UPDATE payment_request SET amount_tolerance_vnd = $2 WHERE payment_request_id = $1",
                Tuple.of(request.id, amountVnd));
    }

    /** What a request has received, as the writer adds it up. */
    long paid(Request request) {
        return run("SELECT COALESCE(sum(amount_vnd - refunded_vnd), 0)::bigint FROM payment_request_credits($1)"
                + " WHERE outcome IN ('MATCHED', 'UNDERPAID', 'OVERPAID') AND NOT reversed", Tuple.of(request.id))
                .iterator().next().getLong(0);
    }

    /** What stands for an outlet in the rollups, whatever the day. */
    long rolledUp(Shop shop) {
        return run("SELECT COALESCE(sum(amount_vnd), 0)::bigint FROM outlet_day WHERE outlet_id = $1",
                Tuple.of(shop.outlet)).iterator().next().getLong(0);
    }

    /** Credits of an account that count. */
    long counted(String accountNumber) {
        return count("SELECT count(*) FROM payment WHERE account_number = $1 AND direction = 'CREDIT'"
                + " AND twin_of IS NULL", accountNumber);
    }

    long told(String accountNumber) {
        return count("SELECT count(*) FROM payment WHERE account_number = $1", accountNumber);
    }

    /** What came for a merchant, as recorded. */
    long countedOf(Shop shop) {
        return run("SELECT COALESCE(sum(amount_vnd), 0)::bigint FROM payment WHERE merchant_id = $1",
                Tuple.of(shop.merchant)).iterator().next().getLong(0);
    }

    List<String> casesAbout(String accountNumber) {
        List<String> cases = new ArrayList<>();
        run("SELECT kind FROM recon_case WHERE evidence ->> 'accountNumber' = $1 ORDER BY 1", Tuple.of(accountNumber))
                .forEach(row -> cases.add(row.getString("kind")));
        return cases;
    }

    /** The payment that counts for what a bank told. */
    UUID counting(String bankCode, String bankReference) {
        return run("SELECT COALESCE(twin_of, payment_id) FROM payment WHERE bank_code = $1 AND bank_reference = $2",
                Tuple.of(bankCode, bankReference)).iterator().next().getUUID(0);
    }

    boolean isTold(String bankCode, String bankReference) {
        return run("SELECT count(*) FROM payment WHERE bank_code = $1 AND bank_reference = $2",
                Tuple.of(bankCode, bankReference)).iterator().next().getLong(0) > 0;
    }

    UUID payment(String bankCode, String bankReference) {
        return run("SELECT payment_id FROM payment_key WHERE bank_code = $1 AND bank_reference = $2",
                Tuple.of(bankCode, bankReference)).iterator().next().getUUID(0);
    }

    void refuseMemo(String memo) {
        run("ALTER TABLE payment ADD CONSTRAINT payment_memo_not_poison CHECK (memo <> '" + memo + "')",
                Tuple.tuple());
    }

    long countPayments(String bankReference) {
        return count("SELECT count(*) FROM payment WHERE bank_reference = $1", bankReference);
    }

    long countDeliveriesOf(String namePrefix) {
        return count("SELECT count(*) FROM delivery WHERE webhook_id LIKE $1 || '%'", namePrefix);
    }

    List<String> casesOf(String referencePrefix) {
        List<String> cases = new ArrayList<>();
        run("SELECT kind || ' ' || (evidence ->> 'bankReference') AS line FROM recon_case"
                + " WHERE evidence ->> 'bankReference' LIKE $1 || '%' ORDER BY 1", Tuple.of(referencePrefix))
                .forEach(row -> cases.add(row.getString("line")));
        return cases;
    }

    private long count(String sql, String parameter) {
        return run(sql, Tuple.of(parameter)).iterator().next().getLong(0);
    }

    private RowSet<Row> run(String sql, Tuple parameters) {
        return await(pool.preparedQuery(sql).execute(parameters));
    }
}
