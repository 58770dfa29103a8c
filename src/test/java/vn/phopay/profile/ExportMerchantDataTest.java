package vn.phopay.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.db.Sql;
import vn.phopay.identity.MerchantId;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.ShopRows;
import vn.phopay.testing.ShopRows.Shop;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** One file with all of a merchant's data and nobody else's, however much it is. */
class ExportMerchantDataTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("export_data");

    @TempDir
    static Path dir;

    private static final int MANY = 100_000;
    private static ShopRows rows;
    private static VirtualThreads threads;

    @BeforeAll
    static void open() {
        rows = new ShopRows(DB.pool());
        threads = await(VirtualThreads.open(TestPostgres.vertx()));
    }

    @AfterAll
    static void nothingShouldBeLeftOnDisk() throws IOException {
        try (var files = Files.list(dir)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void exportShouldHoldEveryPartAsJsonAndCsvAndNobodyElses() throws IOException {
        Shop shop = rows.insert("970422", "0123400001");
        Shop other = rows.insert("970422", "0123400002");
        pay(shop, 3, "=HYPERLINK(\"http://x\")");
        pay(other, 2, "khác");

        Map<String, String> files = unzip(export(shop));

        assertEquals("đọc tôi", files.get("README.txt"));
        for (ExportPart part : ExportParts.standard()) {
            assertTrue(files.containsKey(part.name() + ".json"), part.name());
            assertTrue(files.get(part.name() + ".csv").startsWith("\ufeff"), part.name());
        }
        JsonArray payments = new JsonArray(files.get("payments.json"));
        assertEquals(3, payments.size());
        JsonObject payment = payments.getJsonObject(0);
        assertEquals(List.of(1_000L, 2_000L, 3_000L), payments.stream()
                .map(told -> ((JsonObject) told).getLong("amountVnd")).sorted().toList());
        assertTrue(payment.getString("paymentId").startsWith("pay_"));
        assertEquals("••••1234", payment.getString("payerAccount"));
        assertTrue(payment.getString("bookedAt").endsWith("+07:00"), payment.encode());
        assertEquals("mch_", new JsonArray(files.get("merchant.json")).getJsonObject(0)
                .getString("merchantId").substring(0, 4));
        String csv = files.get("payments.csv");
        assertEquals(4, csv.lines().count());
        assertTrue(csv.contains("'=HYPERLINK"), "no formula runs");
        String everything = String.join("\n", files.values());
        assertFalse(everything.contains("0123400002") || everything.contains("khác"), "nothing of the other shop");
        assertFalse(everything.contains("1903771234"), "payers stay masked");
    }

    @Test
    void exportShouldKeepASmallFootprintWhenTheShopHasManyPayments() throws IOException {
        Shop shop = rows.insert("970422", "0123400003");
        pay(shop, MANY, "ck");
        long before = System.nanoTime();

        try (ExportedFile file = export(shop)) {
            long tookMs = (System.nanoTime() - before) / 1_000_000;
            assertTrue(file.rows() >= MANY);
            assertTrue(file.sizeBytes() > 100_000 && file.sizeBytes() < 60_000_000, "bytes " + file.sizeBytes());
            System.getLogger("export").log(System.Logger.Level.INFO,
                    "export of {0} payments: {1} bytes in {2} ms", MANY, file.sizeBytes(), tookMs);
            Map<String, Long> lines = countLines(file);
            assertEquals(MANY + 1L, lines.get("payments.csv"));
            assertEquals(MANY + 2L, lines.get("payments.json"));
        }
    }

    @Test
    void exportShouldBeOfOneMomentAlthoughPaymentsComeMeanwhile() throws IOException {
        Shop shop = rows.insert("970422", "0123400004");
        pay(shop, 1, "trước");
        ExportPart payments = ExportPart.of("payments", Sql.load("profile/export_payments"));
        ExportPart again = ExportPart.of("again", Sql.load("profile/export_payments"));
        // Another payment is committed while the file is made: between two parts that must tell the same.
        List<ExportPart> parts = new ArrayList<>(List.of(payments, again));
        ExportMerchantData exporter = exporter(parts, 2);
        var made = threads.call(() -> exporter.export(new MerchantId(shop.merchant()), "x"));
        pay(shop, 1, "sau");

        Map<String, String> files = unzip(assertInstanceOf(ExportMerchantData.Exported.class, await(made)).file());

        assertEquals(new JsonArray(files.get("payments.json")), new JsonArray(files.get("again.json")));
        assertEquals(files.get("payments.csv"), files.get("again.csv"));
    }

    @Test
    void exportShouldBeRefusedWhileAsManyAreMadeAsMayBe() {
        ExportMerchantData none = exporter(ExportParts.standard(), 0);

        assertInstanceOf(ExportMerchantData.Busy.class,
                await(threads.call(() -> none.export(new MerchantId(UUID.randomUUID()), "x"))));
    }

    private static ExportedFile export(Shop shop) {
        return assertInstanceOf(ExportMerchantData.Exported.class, await(threads.call(() ->
                exporter(ExportParts.standard(), 1).export(new MerchantId(shop.merchant()), "đọc tôi")))).file();
    }

    private static ExportMerchantData exporter(List<ExportPart> parts, int atOnce) {
        return new ExportMerchantData(TestPostgres.vertx(), DB.pool(),
                new ExportMerchantData.Settings(parts, dir, atOnce), MovableClock.morning());
    }

    private static void pay(Shop shop, int payments, String memo) {
        await(DB.pool().preparedQuery("INSERT INTO payment (payment_id, bank_code, bank_reference, direction,"
                + " account_number, amount_vnd, memo, booked_at, received_at, business_date, payer_account, outcome,"
                + " merchant_id, outlet_id, qr_id) SELECT gen_random_uuid(), 'mb', $1::text || n, 'CREDIT', 'x',"
                + " n * 1000, $2::text, now(), now(), current_date, '1903771234', 'OUTLET', $3, $4, $5"
                + " FROM generate_series(1, $6::integer) AS n").execute(Tuple.from(List.of(
                        shop.code().value() + memo.hashCode(), memo, shop.merchant(), shop.outlet(), shop.qr(),
                        payments))));
    }

    private static Map<String, String> unzip(ExportedFile file) throws IOException {
        Map<String, String> nameToText = new LinkedHashMap<>();
        try (file; ZipInputStream zip = open(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                nameToText.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return nameToText;
    }

    private static Map<String, Long> countLines(ExportedFile file) throws IOException {
        Map<String, Long> nameToLines = new LinkedHashMap<>();
        ZipInputStream zip = open(file);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            nameToLines.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8).lines().count());
        }
        return nameToLines;
    }

    private static ZipInputStream open(ExportedFile file) throws IOException {
        return new ZipInputStream(Channels.newInputStream(file.channel().position(0)));
    }
}
