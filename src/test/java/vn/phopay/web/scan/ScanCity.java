package vn.phopay.web.scan;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import vn.phopay.qr.QrPayload;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.PortalShop;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** The whole service with codes of every kind that somebody may hold up to it. */
final class ScanCity implements AutoCloseable {
    /** Tables in which jobs write at any time, whoever checks a code. */
    private static final Pattern JOBS_WRITE = Pattern.compile("public\\.(outlet_moved|figure.*|adoption_watermark)");

    /** The worked example of the format: signed in our form, by a key that this service does not have. */
    static final String OF_ANOTHER_KEY = "00020101021138570010A00000072701270006970436011300110012345670208QRIBFTTA"
            + "5204581253037045802VN5917PHO CO BUN CHA 366005HANOI62380307HK-04170704S0360815HNPS036 BUN CHA"
            + "85820015vn.example.hnqr0102E10208If4x36FU031017672256000410179876160005137Q4K2ZP9XD3MW"
            + "86660015vn.example.hnqr0143Oxn5HyYWne64F0pkieTNq-tFEhLh7i5D2avNIHeWfXh"
            + "87660015vn.example.hnqr01434M5wC88vzhVArAEjqietOEQGg_0mOEWR10ybj5AdqBw63048EF7";
    static final String UNSIGNED =
            QrPayload.to("970436", "0011001234567").merchantName("NGUOI LA").build().encode();
    static final String NO_VIETQR = "https://example.vn/menu";

    final MovableClock clock = MovableClock.morning();
    final TestApp app;
    final PortalShop shop;
    private final TestDatabase db;

    ScanCity(TestDatabase db) {
        this(db, Map.of());
    }

    ScanCity(TestDatabase db, Map<String, String> settings) {
        this.db = db;
        this.app = TestApp.start(db, clock, settings);
        this.shop = PortalShop.open(app, clock);
    }

    /** A code that is good. */
    String genuine() {
        return shop.code().getString("payload");
    }

    /** A code of another shop, taken back. */
    String revoked() {
        PortalShop other = PortalShop.open(app, clock);
        app.as(other.token(), "POST", "/api/v1/qr-codes/" + other.code().getString("id") + "/revoke",
                new JsonObject().put("reason", "LOST"));
        return other.code().getString("payload");
    }

    /** A code of another shop, which was suspended since. */
    String suspended() {
        PortalShop other = PortalShop.open(app, clock);
        app.as(app.adminToken(), "POST", "/api/v1/merchants/" + other.merchantId() + "/suspend",
                new JsonObject().put("reason", "Kiểm tra"));
        return other.code().getString("payload");
    }

    /** A code for one payment of 50,000 đồng, which may be paid for a quarter of an hour. */
    String requested() {
        return app.as(shop.token(), "POST", "/api/v1/payment-requests", new JsonObject()
                .put("outletId", shop.outletId()).put("amount", 50_000)).getString("payload");
    }

    /** The good code with another account, its checksum right and its signature not. */
    String forged() {
        String account = shop.accountNumber();
        return withCrc(genuine().replace(account, "9".repeat(account.length())));
    }

    /** A code of ours printed anew without signature, paying elsewhere: only the service knows. */
    String copied() {
        return QrPayload.to("970436", "6666666666").reference(shop.reference()).build().encode();
    }

    /** The payload that leads to {@code status}. */
    String leadingTo(String status) {
        return switch (status) {
            case "GENUINE" -> genuine();
            case "REVOKED" -> revoked();
            case "SUSPENDED" -> suspended();
            case "EXPIRED" -> {
                String payload = requested();
                clock.advance(Duration.ofMinutes(16));
                yield payload;
            }
            case "FORGED" -> forged();
            case "UNSIGNED" -> UNSIGNED;
            case "UNKNOWN_KEY" -> OF_ANOTHER_KEY;
            case "MALFORMED" -> NO_VIETQR;
            default -> throw new IllegalArgumentException(status);
        };
    }

    /** How many rows each table holds, and where {@code text} stands in any of them. */
    JsonObject rows(String text) {
        JsonObject found = new JsonObject();
        TestPostgres.await(db.pool().query("SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables"
                + " WHERE schemaname = 'public' ORDER BY 1").execute()).forEach(row -> {
                    String table = row.getString("name");
                    var counted = TestPostgres.await(db.pool().preparedQuery("SELECT count(*) AS all_rows,"
                                    + " count(*) FILTER (WHERE strpos(t::text, $1) > 0) AS with_text FROM " + table
                                    + " t").execute(Tuple.of(text))).iterator().next();
                    String rows = JOBS_WRITE.matcher(table).matches() ? "any" : counted.getLong("all_rows").toString();
                    found.put(table, rows + " rows, " + counted.getLong("with_text") + " with it");
                });
        return found;
    }

    static String withCrc(String payload) {
        String head = payload.substring(0, payload.length() - 4);
        int crc = 0xFFFF;
        for (char c : head.toCharArray()) {
            crc ^= c << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) != 0 ? (crc << 1) ^ 0x1021 : crc << 1;
            }
            crc &= 0xFFFF;
        }
        return head + String.format(Locale.ROOT, "%04X", crc);
    }

    @Override
    public void close() {
        app.close();
    }
}
