package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import vn.phopay.http.ops.AnswerAgreement;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.testing.ShopRows;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestBank;
import vn.phopay.testing.TestDatabase;

/** A running service with a bank, shops and staff, and what a member of staff does about cases over HTTP. */
final class CaseCity implements AutoCloseable {
    static final String BIN = "970422";
    private static final String PASSWORD = "bun-cha-hang-manh";

    final TestApp app;
    final ShopRows shops;
    final Pool pool;
    private final TestBank bank;
    private int serial;

    CaseCity(TestDatabase database) {
        this(database, Map.of());
    }

    CaseCity(TestDatabase database, Map<String, String> settings) {
        app = TestApp.start(database, Clock.systemUTC(), settings);
        pool = database.pool();
        shops = new ShopRows(pool);
        bank = app.bank("mbbank", BIN);
    }

    /** A member of staff: what to log in with, and who it is. */
    record Staff(String token, String id) {}

    Staff staff(String role, String... districtCodes) {
        String login = role.toLowerCase(Locale.ROOT) + ++serial;
        JsonObject made = app.as(app.adminToken(), "POST", "/api/v1/staff", new JsonObject().put("login", login)
                .put("name", "Chị " + login).put("role", role).put("password", PASSWORD)
                .put("districtCodes", new JsonArray(List.of(districtCodes))));
        return new Staff(app.token(login, PASSWORD), made.getString("id"));
    }

    /** A shop whose only outlet stands in a district. */
    ShopRows.Shop shop(String account, String districtCode) {
        ShopRows.Shop shop = shops.insert(BIN, account);
        run("INSERT INTO outlet_location (outlet_id, valid_from, district_place_id) VALUES ($1, '2026-01-01', $2)",
                Tuple.of(shop.outlet(), "district-" + districtCode));
        return shop;
    }

    /** The bank tells of a transfer; gives the transaction's result. */
    JsonObject tell(JsonObject transaction) {
        byte[] body = TestBank.call(List.of(transaction));
        HttpResponse<String> answer = app.sendBytes("POST", bank.path(), body, bank.sign(body));
        assertEquals(200, answer.statusCode(), answer.body());
        return new JsonObject(answer.body()).getJsonArray("results").getJsonObject(0);
    }

    /** A payment that nobody can claim, and the case that it opens. */
    String unmatched() {
        return caseOf("UNMATCHED", pay("555" + ++serial, 50_000, "la ai"));
    }

    /** A payment of {@code amount} to an account; gives its bank reference. */
    String pay(String account, long amount, String memo) {
        String reference = "FT" + ++serial;
        tell(TestBank.transaction(reference, account, amount, memo));
        return reference;
    }

    /** The id of the one case of that kind which a transfer opened. */
    String caseOf(String kind, String reference) {
        return caseOf(app.adminToken(), kind, reference);
    }

    String caseOf(String token, String kind, String reference) {
        List<String> ids = new ArrayList<>();
        app.as(token, "GET", "/api/v1/cases?limit=500&kind=" + kind, null).getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .filter(item -> reference.equals(item.getJsonObject("payment").getString("bankReference")))
                .forEach(item -> ids.add(item.getString("id")));
        assertEquals(1, ids.size(), kind + " of " + reference);
        return ids.getFirst();
    }

    /** A step about a case, such as {@code resolve}. */
    HttpResponse<String> act(Staff who, String caseId, String step, JsonObject body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("authorization", "Bearer " + who.token()));
        HttpResponse<String> answer =
                app.send("POST", "/api/v1/cases/" + caseId + "/" + step, body, all.toArray(String[]::new));
        assertEquals(List.of(), AnswerAgreement.findings("POST /api/v1/cases/{id}/" + step, answer), answer.body());
        return answer;
    }

    /** A step that must be answered by {@code status}. */
    JsonObject acted(int status, Staff who, String caseId, String step, JsonObject body) {
        HttpResponse<String> answer = act(who, caseId, step, body);
        assertEquals(status, answer.statusCode(), answer.body());
        return new JsonObject(answer.body());
    }

    JsonObject read(Staff who, String caseId) {
        HttpResponse<String> answer =
                app.send("GET", "/api/v1/cases/" + caseId, null, "authorization", "Bearer " + who.token());
        assertEquals(List.of(), AnswerAgreement.findings("GET /api/v1/cases/{id}", answer), answer.body());
        assertEquals(200, answer.statusCode(), answer.body());
        return new JsonObject(answer.body());
    }

    static JsonObject assign(ShopRows.Shop shop) {
        return new JsonObject().put("action", "ASSIGN").put("outletId", new OutletId(shop.outlet()).toString())
                .put("note", "theo biên lai");
    }

    static JsonObject ignore() {
        return new JsonObject().put("action", "IGNORE").put("note", "đã kiểm tra");
    }

    static JsonObject refund() {
        return new JsonObject().put("action", "REFUND").put("note", "trả lại người gửi");
    }

    static String idOf(ShopRows.Shop shop) {
        return new MerchantId(shop.merchant()).toString();
    }

    /** A request of a shop that expires at {@code expiresAt}; its reference stands for it in a memo. */
    UUID request(ShopRows.Shop shop, String reference, long amount, Instant expiresAt) {
        UUID id = UUID.randomUUID();
        OffsetDateTime expiry = OffsetDateTime.ofInstant(expiresAt, ZoneOffset.UTC);
        run("INSERT INTO payment_request (payment_request_id, merchant_id, outlet_id, account_id, reference, serial,"
                + " payload, key_id, amount_vnd, created_at, expires_at, business_date)"
                + " VALUES ($1, $2, $3, $4, $5, $5, 'x', 'x', $6, $7, $8, $9)",
                Tuple.of(id, shop.merchant(), shop.outlet(), shop.account(), reference, amount)
                        .addOffsetDateTime(expiry.minusMinutes(15)).addOffsetDateTime(expiry)
                        .addLocalDate(expiry.toLocalDate()));
        run("INSERT INTO reference (reference, merchant_id, outlet_id, payment_request_id, issued_at)"
                + " VALUES ($1, $2, $3, $4, now())", Tuple.of(reference, shop.merchant(), shop.outlet(), id));
        return id;
    }

    /** What the audit log says of a case: {@code ROLE action: reason}, in order. */
    List<String> audited(String caseId) {
        List<String> lines = new ArrayList<>();
        rows("SELECT actor_role || ' ' || action || ': ' || coalesce(reason, '') AS line FROM audit_entry"
                + " WHERE subject_id = $1 AND action <> 'case.read' ORDER BY audit_entry_id", Tuple.of(caseId))
                .forEach(row -> lines.add(row.getString("line")));
        return lines;
    }

    /** The kinds of facts that followed the payment of a transfer. */
    List<String> facts(String reference) {
        List<String> kinds = new ArrayList<>();
        rows("SELECT f.kind FROM payment_fact f JOIN payment p USING (payment_id) WHERE p.bank_reference = $1"
                + " ORDER BY f.recorded_at, f.kind", Tuple.of(reference)).forEach(row -> kinds.add(row.getString(0)));
        return kinds;
    }

    Iterable<Row> rows(String sql, Tuple parameters) {
        return await(pool.preparedQuery(sql).execute(parameters));
    }

    void run(String sql, Tuple parameters) {
        await(pool.preparedQuery(sql).execute(parameters));
    }

    @Override
    public void close() {
        app.close();
    }
}
