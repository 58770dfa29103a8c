package vn.phopay.testing;

import static vn.phopay.testing.TestPostgres.await;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.Random;
import java.util.UUID;
import vn.phopay.payment.ReferenceCode;

/** Approved shops with one outlet and one printed code, written straight into a test database. */
public final class ShopRows {
    private final Pool pool;
    private final Random random = new Random(17);
    private int serial = 2_000_000;

    /** Shops in the database behind {@code pool}. */
    public ShopRows(Pool pool) {
        this.pool = pool;
    }

    /** A shop and the ids of its rows. */
    public record Shop(UUID merchant, UUID account, UUID outlet, UUID qr, ReferenceCode code) {}

    /** Adds a shop whose money comes to {@code accountNumber}. */
    public Shop insert(String bin, String accountNumber) {
        serial++;
        Shop shop = new Shop(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(),
                ReferenceCode.draw(random));
        run("INSERT INTO merchant (merchant_id, status, legal_name, display_name, tax_code, phone_e164, category_code,"
                + " locale, created_at, updated_at) VALUES ($1, 'APPROVED', 'x', 'x', $2, $3, '5812', 'vi', now(),"
                + " now())", Tuple.of(shop.merchant, "tax" + serial, "+84" + serial));
        run("INSERT INTO merchant_account (account_id, merchant_id, bank_bin, account_number, account_name, status,"
                + " created_at) VALUES ($1, $2, $3, $4, 'X', 'APPROVED', now())",
                Tuple.of(shop.account, shop.merchant, bin, accountNumber));
        run("INSERT INTO outlet (outlet_id, merchant_id, name, address, created_at) VALUES ($1, $2, 'x', 'x', now())",
                Tuple.of(shop.outlet, shop.merchant));
        run("INSERT INTO qr_code (qr_id, merchant_id, outlet_id, account_id, reference, serial, payload, key_id,"
                + " issued_at, expires_at, business_date) VALUES ($1, $2, $3, $4, $5, $5, 'x', 'x', now(),"
                + " now() + interval '1 day', current_date)",
                Tuple.of(shop.qr, shop.merchant, shop.outlet, shop.account, shop.code.value()));
        run("INSERT INTO reference (reference, merchant_id, outlet_id, qr_id, issued_at)"
                + " VALUES ($1, $2, $3, $4, now())",
                Tuple.of(shop.code.value(), shop.merchant, shop.outlet, shop.qr));
        return shop;
    }

    private void run(String sql, Tuple parameters) {
        await(pool.preparedQuery(sql).execute(parameters));
    }
}
