package vn.phopay.web.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.PaymentId;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.testing.WindowLook;

/** An owner takes the data along, takes agreement back, and asks to be forgotten. */
class DataJourneysTest extends ProfileVisit {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("data_journeys").keepingInvariants();

    private static TestApp app;

    @BeforeAll
    static void start() {
        app = TestApp.start(DB);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Override
    TestApp app() {
        return app;
    }

    @ParameterizedTest
    @MethodSource("looks")
    void downloadShouldHoldWhatTheDatabaseHolds(WindowLook look) throws IOException {
        shop.payByCode(30_000);
        shop.pay(7_000, "không mã");
        enter(look, "/ho-so/du-lieu");
        window.audit("profile-data");
        field("password").fill(shop.password());
        Download download = page().waitForDownload(() -> submit("profile.export.button"));

        assertTrue(download.suggestedFilename().matches("phopay-\\d{4}-\\d{2}-\\d{2}\\.zip"));
        Map<String, String> files = unzip(download);
        assertTrue(files.get("README.txt").startsWith(says("profile.export.readme")));
        assertEquals(sums("SELECT payment_id, amount_vnd FROM payment WHERE merchant_id = $1"),
                amounts(new JsonArray(files.get("payments.json"))));
        JsonObject account = new JsonArray(files.get("accounts.json")).getJsonObject(0);
        assertEquals(shop.accountNumber(), account.getString("accountNumber"));
        assertEquals(shop.code().getString("payload"),
                new JsonArray(files.get("codes.json")).getJsonObject(0).getString("payload"));
        assertEquals(2, new JsonArray(files.get("sessions.json")).size());
        assertFalse(String.join("", files.values()).contains("$argon2id$"));
        assertEquals(1L, count("SELECT count(*) FROM audit_entry WHERE action = 'profile.export' AND actor_id = $1"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void consentShouldBeGivenAndTakenBackWhereNobodyNeedsIt(WindowLook look) {
        enter(look, "/ho-so/du-lieu");
        Locator news = page().locator("li").filter(new Locator.FilterOptions()
                .setHasText(says("register.consent.news.name")));
        news.locator("button").click();
        assertEquals("/ho-so/du-lieu?noti=profile.consent", path());
        assertTrue(news.textContent().contains(says("profile.consent.given")));

        news.locator("button").click();

        assertTrue(news.textContent().contains(says("profile.consent.not")));
        assertEquals(2L, count("SELECT count(*) FROM consent WHERE merchant_id = $1 AND purpose = 'NEWS'"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void deletionShouldBeAskedForWithEyesOpenAndTakenBack(WindowLook look) {
        enter(look, "/ho-so/du-lieu");
        follow("profile.deletion.start");
        window.audit("profile-deletion");
        submit("profile.deletion.send");
        assertTrue(window.text("#faults").contains(says("profile.deletion.tick")));
        field("sure").check();
        field("reason").fill("nghỉ bán");
        field("password").fill(shop.password());
        submit("profile.deletion.send");
        assertEquals("/ho-so/du-lieu?noti=profile.deletion.asked", path());
        window.audit("profile-deletion-waits");
        JsonObject seen = deletions("?status=OPEN").getFirst();
        assertEquals("nghỉ bán", seen.getString("reason"));
        assertEquals("GENUINE", verdict(shop.code().getString("payload")), "the shop goes on meanwhile");

        submit("profile.deletion.withdraw");

        assertEquals("/ho-so/du-lieu?noti=profile.deletion.withdrawn", path());
        assertEquals(List.of(), deletions("?status=OPEN"));
        assertEquals("WITHDRAWN", deletions("").getFirst().getString("status"));
    }

    @Test
    void executedDeletionShouldEndEverythingAtOnce() {
        enter(WindowLook.phone("vi"), "/ho-so/du-lieu/xoa");
        page().getByLabel(says("profile.deletion.when.soon")).check();
        field("sure").check();
        field("password").fill(shop.password());
        submit("profile.deletion.send");
        String deletion = deletions("?status=OPEN").getFirst().getString("id");
        decide(staff("one"), deletion, "propose");
        decide(staff("two"), deletion, "execute");

        window.open(app.uri("/ho-so"));
        assertTrue(page().url().contains("/dang-nhap"), "the session is over");
        page().locator("#login").fill(shop.typedPhone());
        page().locator("#password").fill(shop.password());
        submit("login.button");
        assertTrue(window.text("#faults").contains(says("login.wrong")));
        assertEquals("REVOKED", verdict(shop.code().getString("payload")));
    }

    private List<JsonObject> deletions(String query) {
        return app.as(app.adminToken(), "GET", "/api/v1/deletion-requests" + query, null).getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .filter(item -> item.getString("merchantId").equals(shop.merchantId()))
                .toList();
    }

    private static String staff(String login) {
        app.as(app.adminToken(), "POST", "/api/v1/staff", new JsonObject().put("login", login).put("name", login)
                .put("role", "REGISTRAR").put("password", NEXT_PASSWORD));
        return app.token(login, NEXT_PASSWORD);
    }

    private static void decide(String token, String deletion, String action) {
        app.as(token, "POST", "/api/v1/deletion-requests/" + deletion + "/" + action,
                new JsonObject().put("note", "đã xem giấy tờ"));
    }

    private static Map<String, String> unzip(Download download) throws IOException {
        Map<String, String> nameToText = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(download.path()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                nameToText.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return nameToText;
    }

    private static Map<String, Long> amounts(JsonArray payments) {
        Map<String, Long> idToAmount = new LinkedHashMap<>();
        payments.forEach(told -> idToAmount.put(
                ((JsonObject) told).getString("paymentId"), ((JsonObject) told).getLong("amountVnd")));
        return idToAmount;
    }

    private Map<String, Long> sums(String sql) {
        Map<String, Long> idToAmount = new LinkedHashMap<>();
        StreamSupport.stream(run(sql).spliterator(), false).forEach(row -> idToAmount.put(
                new PaymentId(row.getUUID(0)).toString(), row.getLong(1)));
        return idToAmount;
    }

    private long count(String sql) {
        return run(sql).iterator().next().getLong(0);
    }

    private Iterable<Row> run(String sql) {
        return await(DB.pool().preparedQuery(sql).execute(
                Tuple.of(MerchantId.parse(shop.merchantId()).orElseThrow().value())));
    }
}
