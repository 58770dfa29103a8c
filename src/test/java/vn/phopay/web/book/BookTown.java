package vn.phopay.web.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.phopay.identity.PaymentId;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.PortalShop;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestBank;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/**
 * A service in which it is 5 August 2026, and shops that were paid in July: 200,000 and 90,000 by bank callbacks, of
 * which the bank took 90,000 back the day after, and 300,000 of which 50,000 was given back.
 */
final class BookTown implements AutoCloseable {
    static final long JULY_NET_VND = 200_000 + 300_000 - 50_000;

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    final MovableClock clock = new MovableClock(Instant.parse("2026-07-20T03:00:00Z"));
    final TestApp app;
    private final TestDatabase database;
    private final List<PortalShop> shops = new ArrayList<>();

    BookTown(TestDatabase database, int shopCount) {
        this.database = database;
        this.app = TestApp.start(database, clock, Map.of(
                "PHOPAY_LOGIN_RATE_BURST", "100000", "PHOPAY_PUBLIC_RATE_BURST", "100000"));
        for (int i = 0; i < shopCount; i++) {
            PortalShop shop = PortalShop.open(app, clock);
            shops.add(shop);
            shop.payByCode(200_000);
            JsonObject taken = shop.pay(90_000, "tra tien pho");
            JsonObject refunded = shop.payByCode(300_000);
            takeBack(shop, taken);
            refund(refunded);
        }
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-08-05T03:00:00Z")));
    }

    PortalShop shop(int index) {
        return shops.get(index);
    }

    private void takeBack(PortalShop shop, JsonObject paid) {
        String reference = TestPostgres.await(database.pool().preparedQuery(
                "SELECT bank_reference FROM payment WHERE payment_id = $1").execute(Tuple.of(id(paid))))
                .iterator().next().getString(0);
        JsonObject reversal = TestBank.transaction(reference + "R", shop.accountNumber(), 90_000, "thu hoi")
                .put("direction", "DEBIT").put("reversalOf", reference)
                .put("occurredAt", clock.instant().plus(Duration.ofMinutes(1)).toString());
        byte[] body = TestBank.call(List.of(reversal));
        HttpResponse<String> answer =
                app.sendBytes("POST", shop.bank().path(), body, shop.bank().sign(body, clock.instant()));
        assertEquals(200, answer.statusCode(), answer.body());
    }

    private static UUID id(JsonObject result) {
        return PaymentId.parse(result.getString("paymentId")).orElseThrow().value();
    }

    private void refund(JsonObject paid) {
        TestPostgres.await(database.pool().preparedQuery("INSERT INTO payment_fact (fact_id, payment_id, kind,"
                + " fact_key, amount_vnd, evidence, business_date) VALUES (gen_random_uuid(), $1, 'REFUND', $2, 50000,"
                + " '{}', '2026-07-21')").execute(Tuple.of(id(paid), paid.getString("paymentId"))));
    }

    /** A session of the shop's owner, as a cookie. */
    String cookie(PortalShop shop) {
        return "phopay_session=" + app.token(shop.ownerPhone(), shop.password());
    }

    HttpResponse<String> get(String cookie, String path) {
        return app.sendBytes("GET", path, new byte[0], "cookie", cookie);
    }

    /** Reads a page until the books are folded and it says {@code text}. */
    String getUntil(String cookie, String path, String text) {
        return Eventually.until(() -> get(cookie, path).body(), body -> body.contains(text));
    }

    /** Sends the form {@code fields} with the CSRF token of a page. */
    HttpResponse<String> post(String cookie, String path, String fields) {
        Matcher csrf = CSRF.matcher(get(cookie, "/so-doanh-thu").body());
        String token = csrf.find() ? csrf.group(1) : "none";
        return app.sendBytes("POST", path, ("_csrf=" + token + "&" + fields).getBytes(StandardCharsets.UTF_8),
                "cookie", cookie, "content-type", "application/x-www-form-urlencoded");
    }

    @Override
    public void close() {
        app.close();
    }
}
