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
        Shop shop = shop(bin, accountNumber);
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
        return code;
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
