package vn.phopay.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A registered and approved shop in Hoàn Kiếm with one outlet, one printed code and a bank that pays it; all of it made
 * over HTTP, as people outside the service would. Any number of them fit into one service.
 */
public final class PortalShop {
    /** The name over its door. */
    public static final String NAME = "Phở Hoa Hàng Ngang";

    private static final String PASSWORD = "bun-cha-hang-manh";
    private static final String BIN = "970422";
    private static final int[] TAX_WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    private static final AtomicInteger SERIAL = new AtomicInteger();

    private final TestApp app;
    private final Clock clock;
    private final int serial = SERIAL.incrementAndGet();
    private final TestBank bank;
    private final String merchantId;
    private final String outletId;
    private final String token;
    private final JsonObject code;
    private int transfers;

    private PortalShop(TestApp app, Clock clock) {
        this.app = app;
        this.clock = clock;
        this.bank = app.bank("portal" + serial, BIN);
        TestPostgres.await(app.refreshBanks());
        HttpResponse<String> registered = app.send("POST", "/api/v1/merchants", registration());
        assertEquals(201, registered.statusCode(), registered.body());
        JsonObject merchant = new JsonObject(registered.body());
        this.merchantId = merchant.getString("id");
        this.outletId = merchant.getJsonArray("outlets").getJsonObject(0).getString("id");
        app.as(app.adminToken(), "POST", "/api/v1/merchants/" + merchantId + "/approve", new JsonObject());
        this.token = app.token(ownerPhone(), PASSWORD);
        this.code = app.as(token, "POST", "/api/v1/outlets/" + outletId + "/qr-codes",
                new JsonObject().put("type", "STATIC").put("label", "Quầy 1"));
    }

    /** Opens a shop in a service that runs by the machine's clock. */
    public static PortalShop open(TestApp app) {
        return open(app, Clock.systemUTC());
    }

    /** Opens a shop in a service that runs by {@code clock}. */
    public static PortalShop open(TestApp app, Clock clock) {
        return new PortalShop(app, clock);
    }

    /** The bank tells of a transfer to the shop's account, a new one each time; what it is answered about it. */
    public JsonObject pay(long amountVnd, String memo) {
        byte[] body = call(amountVnd, memo);
        HttpResponse<String> answer = app.sendBytes("POST", bank.path(), body, bank.sign(body, clock.instant()));
        assertEquals(200, answer.statusCode(), answer.body());
        JsonObject result = new JsonObject(answer.body()).getJsonArray("results").getJsonObject(0);
        assertEquals("ACCEPTED", result.getString("status"), result.encode());
        return result;
    }

    /** The same, in the memo the reference of the printed code: money for this outlet. */
    public JsonObject payByCode(long amountVnd) {
        return pay(amountVnd, reference() + " CT tu 0987");
    }

    /** Somebody without the bank's secret tells of a transfer; it must be refused. */
    public void payInBadHands(long amountVnd, String memo) {
        byte[] body = call(amountVnd, memo);
        String guess = "whsec_" + Base64.getEncoder().encodeToString("a-guess".getBytes(StandardCharsets.US_ASCII));
        TestBank thief = new TestBank(bank.code(), bank.keyId(), guess);
        HttpResponse<String> answer = app.sendBytes("POST", bank.path(), body, thief.sign(body, clock.instant()));
        assertEquals(401, answer.statusCode(), answer.body());
    }

    /** Gives the window the owner's session, as logging in through the service does. */
    public void logIn(PageWindow window) {
        APIResponse answer = window.page().context().request().post(
                app.uri("/api/v1/sessions").toString(),
                RequestOptions.create().setData(Map.of("login", ownerPhone(), "password", PASSWORD)));
        assertEquals(201, answer.status(), answer::text);
    }

    /** A session of the owner, for calls of the API. */
    public String token() {
        return token;
    }

    /** The owner's login in full, {@code +84...}. */
    public String ownerPhone() {
        return String.format(Locale.ROOT, "+8491300%04d", serial);
    }

    /** The owner's login as an owner types it, {@code 0913...}. */
    public String typedPhone() {
        return "0" + ownerPhone().substring("+84".length());
    }

    /** The owner's password. */
    public String password() {
        return PASSWORD;
    }

    /** Its id, {@code mch_...}. */
    public String merchantId() {
        return merchantId;
    }

    /** The id of its outlet, {@code out_...}. */
    public String outletId() {
        return outletId;
    }

    /** The account its money comes to. */
    public String accountNumber() {
        return String.format(Locale.ROOT, "0456%06d", serial);
    }

    /** The printed code, as the API tells it: id, payload, reference, serial and so on. */
    public JsonObject code() {
        return code.copy();
    }

    /** The reference that payers' banks put into the memo. */
    public String reference() {
        return code.getString("reference");
    }

    /** The bank that pays it. */
    public TestBank bank() {
        return bank;
    }

    private byte[] call(long amountVnd, String memo) {
        transfers++;
        String id = String.format(Locale.ROOT, "FT%d-%06d", serial, transfers);
        JsonObject transaction = TestBank.transaction(id, accountNumber(), amountVnd, memo)
                .put("occurredAt", clock.instant().toString());
        return TestBank.call(List.of(transaction));
    }

    private JsonObject registration() {
        return new JsonObject()
                .put("legalName", "Hộ kinh doanh Nguyễn Thị Hoa").put("displayName", NAME)
                .put("taxCode", taxCode(serial)).put("phone", ownerPhone()).put("categoryCode", "5812")
                .put("password", PASSWORD).put("locale", "vi")
                .put("account", new JsonObject().put("bankBin", BIN).put("accountNumber", accountNumber())
                        .put("accountName", "NGUYEN THI HOA"))
                .put("outlets", new JsonArray().add(new JsonObject()
                        .put("name", NAME).put("address", "12 Hàng Ngang").put("districtCode", "002")
                        .put("streetId", "hang-ngang")));
    }

    /** A number with a right check digit; a serial number without one takes another. */
    private static String taxCode(int number) {
        String nine = String.format(Locale.ROOT, "03%07d", number);
        int sum = 0;
        for (int i = 0; i < TAX_WEIGHTS.length; i++) {
            sum += TAX_WEIGHTS[i] * (nine.charAt(i) - '0');
        }
        int check = 10 - sum % 11;
        return check == 10 ? taxCode(number + 1_000_000) : nine + check;
    }
}
