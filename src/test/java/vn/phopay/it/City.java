package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.phopay.it.PaidBook.Spot;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.OutsideClient;
import vn.phopay.testing.OutsideClient.Who;
import vn.phopay.testing.TestBank;

/**
 * The people of the main job, all of them outside the service: staff who registered and approved, merchants who log in
 * by phone, a bank that signs what it sends and sends all of it twice.
 */
final class City {
    static final String HOAN_KIEM = "002";
    static final String TAY_HO = "003";
    static final String PASSWORD = "bun-cha-hang-manh";
    private static final String BIN = "970422";
    private static final int[] TAX_WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

    final OutsideClient client;
    final MovableClock clock;
    final PaidBook book = new PaidBook();
    final Who admin;
    final Who registrar;
    private final TestBank bank;
    private int serial;

    /** An approved merchant: how it acts, which account it is paid to, its outlets in the order of registration. */
    record Shop(String id, Who owner, String account, List<String> outletIds, String districtCode) {
        /** Its first outlet, or its only one. */
        Spot spot() {
            return new Spot(id, outletIds.getFirst(), districtCode);
        }
    }

    City(OutsideClient client, MovableClock clock, String adminLogin, String adminPassword) {
        this.client = client;
        this.clock = clock;
        this.admin = client.logIn(adminLogin, adminPassword);
        client.create(admin, "/api/v1/staff", new JsonObject().put("login", "lan").put("name", "Lan")
                .put("role", "REGISTRAR").put("districtCodes", new JsonArray().add(HOAN_KIEM))
                .put("password", PASSWORD));
        this.registrar = client.logIn("lan", PASSWORD);
        client.create(admin, "/api/v1/banks",
                new JsonObject().put("code", "mbbank").put("bin", BIN).put("name", "MB Bank"));
        JsonObject key = client.create(admin, "/api/v1/banks/mbbank/keys",
                new JsonObject().put("algorithm", "hmac-sha256"));
        this.bank = new TestBank("mbbank", key.getString("keyId"), key.getString("secret"));
    }

    /** A stranger registers; nobody has decided yet. */
    JsonObject register(String districtCode, String... streetIds) {
        serial++;
        JsonArray outlets = new JsonArray();
        Stream.of(streetIds).forEach(street -> outlets.add(new JsonObject()
                .put("name", "Phở Hoa " + street).put("address", serial + " " + street)
                .put("districtCode", districtCode).put("streetId", street.isEmpty() ? null : street)));
        return client.create(Who.ANYONE, "/api/v1/merchants", new JsonObject()
                .put("legalName", "Hộ kinh doanh Nguyễn Thị Hoa " + serial).put("displayName", "Phở Hoa " + serial)
                .put("taxCode", taxCode(serial)).put("phone", phone()).put("categoryCode", "5812")
                .put("password", PASSWORD).put("locale", "vi")
                .put("account", new JsonObject().put("bankBin", BIN).put("accountNumber", account())
                        .put("accountName", "NGUYEN THI HOA"))
                .put("outlets", outlets));
    }

    /** The same, approved by {@code decider}, and logged in by its phone number. */
    Shop open(Who decider, String districtCode, String... streetIds) {
        JsonObject merchant = register(districtCode, streetIds);
        assertEquals("PENDING", merchant.getString("status"));
        String id = merchant.getString("id");
        JsonObject approved = client.post(decider, "/api/v1/merchants/" + id + "/approve", new JsonObject());
        assertEquals("APPROVED", approved.getString("status"));
        List<String> outlets = new ArrayList<>();
        merchant.getJsonArray("outlets").forEach(outlet -> outlets.add(((JsonObject) outlet).getString("id")));
        return new Shop(id, client.logIn(phone(), PASSWORD), account(), outlets, districtCode);
    }

    /** The static code of a shop's first outlet. */
    JsonObject staticCode(Shop shop) {
        return client.create(shop.owner(), "/api/v1/outlets/" + shop.outletIds().getFirst() + "/qr-codes",
                new JsonObject().put("type", "STATIC").put("label", "Quầy 1"));
    }

    /** A payment request of a shop's first outlet that lives {@code seconds}. */
    JsonObject request(Shop shop, long amountVnd, int seconds) {
        return client.create(shop.owner(), "/api/v1/payment-requests", new JsonObject()
                .put("outletId", shop.outletIds().getFirst()).put("amount", amountVnd)
                .put("expiresInSeconds", seconds));
    }

    /** The bank tells of a transfer to {@code account}, twice; the outcome is entered into the book at {@code spot}. */
    String pay(Spot spot, String account, long amountVnd, String memo) {
        String id = nextId();
        JsonObject result = tellTwice(transaction(id, account, amountVnd, memo));
        book.answered(id, spot, amountVnd, result);
        return result.getString("outcome");
    }

    /** A transfer that the bank takes back afterwards; gives both outcomes. */
    List<String> payAndTakeBack(Spot spot, String account, long amountVnd, String memo) {
        String id = nextId();
        JsonObject paid = tellTwice(transaction(id, account, amountVnd, memo));
        book.answered(id, spot, amountVnd, paid);
        JsonObject reversal = tellTwice(transaction(nextId(), account, amountVnd, "hoan tien")
                .put("direction", "DEBIT").put("reversalOf", id));
        book.takenBack(id);
        return List.of(paid.getString("outcome"), reversal.getString("outcome"));
    }

    /** The figures of a district as {@code who} is shown them. */
    JsonObject district(Who who, String code) {
        JsonArray rows = client.get(who, "/api/v1/adoption/districts").getJsonArray("items");
        assertEquals(30, rows.size());
        return rows.stream().map(JsonObject.class::cast)
                .filter(row -> row.getString("districtCode").equals(code)).findFirst().orElseThrow();
    }

    private JsonObject transaction(String id, String account, long amountVnd, String memo) {
        return TestBank.transaction(id, account, amountVnd, memo).put("occurredAt", clock.instant().toString());
    }

    private JsonObject tellTwice(JsonObject transaction) {
        JsonObject first = tell(transaction);
        JsonObject second = tell(transaction);
        assertEquals("ACCEPTED", first.getString("status"), first.encode());
        assertEquals("DUPLICATE", second.getString("status"), second.encode());
        assertEquals(first.getString("paymentId"), second.getString("paymentId"));
        assertEquals(first.getString("transactionId"), second.getString("transactionId"));
        return first;
    }

    private JsonObject tell(JsonObject transaction) {
        byte[] body = TestBank.call(List.of(transaction));
        HttpResponse<byte[]> answer =
                client.sendBytes("POST", bank.path(), body, List.of(bank.sign(body, clock.instant())));
        return OutsideClient.read(answer, 200, bank.path()).getJsonArray("results").getJsonObject(0);
    }

    private String nextId() {
        serial++;
        return "FT" + serial;
    }

    private String phone() {
        return String.format(Locale.ROOT, "+8491200%04d", serial);
    }

    private String account() {
        return String.format(Locale.ROOT, "0123%06d", serial);
    }

    /** Hà Nội's prefix, a serial number, and the check digit; numbers without one are skipped. */
    private static String taxCode(int number) {
        String nine = String.format(Locale.ROOT, "01%07d", number);
        int sum = 0;
        for (int i = 0; i < TAX_WEIGHTS.length; i++) {
            sum += TAX_WEIGHTS[i] * (nine.charAt(i) - '0');
        }
        int check = 10 - sum % 11;
        return check == 10 ? taxCode(number + 1_000_000) : nine + check;
    }
}
