package vn.phopay.chaos;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.phopay.simulator.sender.Sender;
import vn.phopay.simulator.sender.Senders;
import vn.phopay.simulator.sender.Senders.Credentials;
import vn.phopay.testing.OutsideClient;
import vn.phopay.testing.OutsideClient.Who;

/**
 * A sender of every dialect and the shops that are paid, registered over HTTP as people would. It outlives the service
 * that it was registered with.
 */
record ChaosTown(List<Bank> banks, List<Shop> shops) {
    static final String ADMIN = "boss";
    static final String PASSWORD = "bun-cha-hang-manh";

    private static final String BIN = "970422";
    private static final int SHOPS = 3;
    private static final int[] TAX_WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    private static final int NO_CHECK_DIGIT = 10;

    /** One that tells of payments. */
    record Bank(String code, Sender sender) {}

    /** One that is paid, by the code it printed. */
    record Shop(String id, String phone, String account, String reference) {}

    /** Registers everybody with the service at {@code base}. */
    static ChaosTown open(URI base) {
        try (OutsideClient client = new OutsideClient(base)) {
            Who admin = client.logIn(ADMIN, PASSWORD);
            List<Shop> shops = new ArrayList<>();
            for (int i = 1; i <= SHOPS; i++) {
                shops.add(shop(client, admin, i));
            }
            return new ChaosTown(Senders.DIALECTS.stream().map(dialect -> bank(client, admin, dialect)).toList(),
                    shops);
        }
    }

    /** Settings of a service with this town's administrator; names and values alternate in each list. */
    @SafeVarargs
    static Map<String, String> settings(List<String>... more) {
        Map<String, String> settings = new HashMap<>();
        settings.put("PHOPAY_ADMIN_LOGIN", ADMIN);
        settings.put("PHOPAY_ADMIN_PASSWORD", PASSWORD);
        for (List<String> some : more) {
            for (int i = 0; i < some.size(); i += 2) {
                settings.put(some.get(i), some.get(i + 1));
            }
        }
        return settings;
    }

    private static Bank bank(OutsideClient client, Who admin, String dialect) {
        String code = "chaos-" + dialect;
        client.create(admin, "/api/v1/banks", new JsonObject()
                .put("code", code).put("bin", BIN).put("name", dialect).put("dialect", dialect));
        String algorithm = switch (dialect) {
            case "vietqrvn" -> "basic";
            case "casso2", "vnpay" -> "hmac-sha512";
            default -> "hmac-sha256";
        };
        JsonObject wish = new JsonObject().put("algorithm", algorithm);
        if (dialect.equals("momo")) {
            wish.put("accessKey", "F8BBA842ECF85").put("secret", "a-secret-of-momo-for-tests");
        }
        JsonObject key = client.create(admin, "/api/v1/banks/" + code + "/keys", wish);
        String secret = key.getString("secret", wish.getString("secret"));
        String companion = key.getString("user", wish.getString("accessKey", ""));
        return new Bank(code, Senders.of(dialect, new Credentials(algorithm, secret, companion)));
    }

    private static Shop shop(OutsideClient client, Who admin, int number) {
        String phone = String.format(Locale.ROOT, "+8491200%04d", number);
        String account = String.format(Locale.ROOT, "1012%06d", number);
        JsonObject outlet = new JsonObject().put("name", "Quán " + number).put("address", number + " Hàng Mành")
                .put("districtCode", "002");
        JsonObject merchant = client.create(Who.ANYONE, "/api/v1/merchants", new JsonObject()
                .put("legalName", "Hộ kinh doanh " + number).put("displayName", "Quán " + number)
                .put("taxCode", taxCode(number)).put("phone", phone).put("categoryCode", "5812")
                .put("password", PASSWORD).put("locale", "vi")
                .put("account", new JsonObject().put("bankBin", BIN).put("accountNumber", account)
                        .put("accountName", "QUAN " + number))
                .put("outlets", JsonArray.of(outlet)));
        String id = merchant.getString("id");
        client.post(admin, "/api/v1/merchants/" + id + "/approve", new JsonObject());
        String outletId = merchant.getJsonArray("outlets").getJsonObject(0).getString("id");
        JsonObject code = client.create(client.logIn(phone, PASSWORD), "/api/v1/outlets/" + outletId + "/qr-codes",
                new JsonObject().put("type", "STATIC").put("label", "Quầy 1"));
        return new Shop(id, phone, account, code.getString("reference"));
    }

    /** Hà Nội's prefix, a serial number, and the check digit; numbers without one are skipped. */
    private static String taxCode(int number) {
        String nine = String.format(Locale.ROOT, "01%07d", number);
        int sum = 0;
        for (int i = 0; i < TAX_WEIGHTS.length; i++) {
            sum += TAX_WEIGHTS[i] * (nine.charAt(i) - '0');
        }
        int check = NO_CHECK_DIGIT - sum % 11;
        return check == NO_CHECK_DIGIT ? taxCode(number + 1_000_000) : nine + check;
    }
}
