package vn.phopay.web.city;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SelectOption;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.PageBrowser;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.PortalShop;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestBank;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/**
 * What the city's staff came for, in one sitting and by browser only: they find the street that lags, assign its walk
 * list, approve the shop that the walk brings in, see the figure move, and publish the month. Figures are computed by
 * the service itself from payments that a bank told; nothing is put into the database by hand.
 */
class OneSittingTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("one_sitting");

    private static final String PASSWORD = "bun-cha-hang-manh";
    private static final String STREET = "/thanh-pho/pho/hang-ngang";
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-10-20T03:00:00Z"));

    private static TestApp app;
    private static PageBrowser browser;
    private static PortalShop shop;
    /** The outlet of the shop that the walk brings in. */
    private static String outlet;

    @BeforeAll
    static void start() {
        browser = PageBrowser.open();
        app = TestApp.start(DB, CLOCK, Map.of("PHOPAY_LOGIN_RATE_BURST", "100000"));
        shop = PortalShop.open(app, CLOCK);
        shop.payByCode(45_000);
        CLOCK.advance(Duration.ofDays(17));
        staff("mai", "Mai", "ANALYST");
        staff("lan", "Lan", "REGISTRAR", "002");
        staff("son", "Sơn", "ADMIN");
        String mai = app.token("mai", PASSWORD);
        HttpResponse<String> counted = app.send("PUT", "/api/v1/adoption/baselines", new JsonObject().put("items",
                new JsonArray().add(baseline("hang-ngang", 20))),
                "authorization", "Bearer " + mai, "content-type", "application/json");
        assertEquals(200, counted.statusCode(), counted.body());
    }

    private static JsonObject baseline(String street, int premises) {
        return new JsonObject().put("streetId", street).put("validFrom", "2026-10-01").put("premises", premises)
                .put("target", 0.6).put("source", "Tổ công nghệ số cộng đồng, đếm tháng 9/2026");
    }

    private static void staff(String login, String name, String role, String... districts) {
        app.as(app.adminToken(), "POST", "/api/v1/staff", new JsonObject().put("login", login).put("name", name)
                .put("role", role).put("districtCodes", new JsonArray(List.of(districts))).put("password", PASSWORD));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            app.close();
        }
    }

    @Test
    void staffShouldFindTheLaggingStreetActOnItSeeItMoveAndPublishTheMonth() throws GeneralSecurityException {
        PageWindow desk = logIn(browser.desktop("vi"), "mai");
        findTheStreetThatLags(desk);
        bringInTheRegister(desk);
        assignTheWalkList(desk);

        PageWindow phone = logIn(browser.phone("vi"), "lan");
        walkAndBringInAShop(phone);
        approve(phone);
        seeTheFigureMove(desk);

        propose(desk);
        publish(logIn(browser.desktop("vi"), "son"));
        assertEquals(List.of(), desk.complaints());
        assertEquals(List.of(), phone.complaints());
    }

    private static void findTheStreetThatLags(PageWindow desk) {
        Eventually.until(() -> desk.open(app.uri("/thanh-pho/quan/002")).text("main"),
                text -> text.contains("Chậm nhất"));
        Locator lagging = desk.page().locator("#street tbody tr").first();
        assertThat(lagging).containsText("Chậm nhất");
        assertThat(lagging).containsText("Hàng Ngang");
        desk.audit("sitting-1-district");
        lagging.getByRole(AriaRole.LINK).first().click();
        assertThat(desk.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("Hàng Ngang");
    }

    /** The digital team counted the street on paper; the analyst brings the list in. */
    private static void bringInTheRegister(PageWindow desk) {
        Page page = desk.page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Danh bạ địa điểm")).first().click();
        page.setInputFiles("#tep", new FilePayload("hang-ngang.csv", "text/csv", """
                so_nha,ten,nganh,tinh_trang,nguon,ngay
                9,Lụa Vạn Phúc,5949,trading,Tổ công nghệ số 5,2026-11-02
                31,Ô mai Tiến Thịnh,5441,trading,Tổ công nghệ số 5,2026-11-02
                """.getBytes(StandardCharsets.UTF_8)));
        page.locator("form[action$='/xem'] button[type=submit]").click();
        assertThat(page.locator("main")).containsText("Lụa Vạn Phúc");
        page.locator("form[action$='/nhap'] button[type=submit]").click();
        assertThat(page.locator("[role=status]").first()).isVisible();
        desk.open(app.uri(STREET));
        assertThat(page.locator("main")).containsText("Lụa Vạn Phúc");
    }

    private static void assignTheWalkList(PageWindow desk) {
        Page page = desk.page();
        page.selectOption("#nguoi", new SelectOption().setLabel("Lan"));
        page.fill("#ghi-chu", "Đi buổi sáng, mang theo tờ hướng dẫn");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Giao danh sách")).click();
        assertThat(page.locator("[role=status]").first()).containsText("Đã giao danh sách đi phố");
        desk.audit("sitting-2-assigned");
    }

    /** The owner of number 9 registers on her own phone while Lan stands beside her. */
    private static void walkAndBringInAShop(PageWindow phone) {
        phone.open(app.uri("/thanh-pho/di-pho"));
        phone.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hàng Ngang")).first().click();
        Locator silk = phone.page().locator(".stop").first();
        assertThat(silk).containsText("Lụa Vạn Phúc");
        phone.audit("sitting-3-walk");
        HttpResponse<String> registered = app.send("POST", "/api/v1/merchants", new JsonObject()
                .put("legalName", "Hộ kinh doanh Trần Thị Lụa").put("displayName", "Lụa Vạn Phúc")
                .put("taxCode", "8012345677").put("phone", "+84987654321").put("categoryCode", "5949")
                .put("password", PASSWORD).put("locale", "vi")
                .put("account", new JsonObject().put("bankBin", "970422").put("accountNumber", "0987654321")
                        .put("accountName", "TRAN THI LUA"))
                .put("outlets", new JsonArray().add(new JsonObject().put("name", "Lụa Vạn Phúc")
                        .put("address", "9 Hàng Ngang").put("districtCode", "002").put("streetId", "hang-ngang"))));
        assertEquals(201, registered.statusCode(), registered.body());
        outlet = new JsonObject(registered.body()).getJsonArray("outlets").getJsonObject(0).getString("id");
    }

    private static void approve(PageWindow phone) {
        phone.open(app.uri("/duyet?pho=hang-ngang"));
        Page page = phone.page();
        assertThat(page.locator("main")).containsText("Lụa Vạn Phúc");
        page.locator("input[name=shop]").first().check();
        phone.audit("sitting-4-approve");
        page.locator("#shops button[type=submit]").first().click();
        assertThat(page.locator("main")).containsText("Lụa Vạn Phúc");
        assertEquals("APPROVED", app.as(app.adminToken(), "GET", "/api/v1/merchants?status=APPROVED&q=V%E1%BA%A1n",
                null).getJsonArray("items").getJsonObject(0).getString("status"));
    }

    private static void seeTheFigureMove(PageWindow desk) {
        desk.open(app.uri("/thanh-pho"));
        String before = Eventually.until(() -> lead(desk), text -> text.equals("1"));
        String owner = app.token("+84987654321", PASSWORD);
        String reference = app.as(owner, "POST", "/api/v1/outlets/" + outlet + "/qr-codes",
                new JsonObject().put("type", "STATIC")).getString("reference");
        byte[] call = TestBank.call(List.of(TestBank.transaction("FT-SITTING-1", "0987654321", 350_000,
                reference + " mua lua").put("occurredAt", CLOCK.instant().toString())));
        assertEquals(200, app.sendBytes("POST", shop.bank().path(), call, shop.bank().sign(call, CLOCK.instant()))
                .statusCode());
        assertEquals("1", before);
        assertEquals("2", Eventually.until(() -> lead(desk), text -> text.equals("2")), "without a reload");
        desk.audit("sitting-5-moved");
    }

    /** The lead figure, as it stands on the overview. */
    private static String lead(PageWindow desk) {
        return desk.text("[data-number=lead]").strip();
    }

    private static void propose(PageWindow desk) {
        Page page = desk.page();
        Locator draft = page.locator("a:has-text('2026-10.r1')");
        Eventually.until(() -> {
            desk.open(app.uri("/phat-hanh/2026-10"));
            if (draft.count() == 0) {
                page.click("text=Lập bản nháp >> nth=-1");
                desk.open(app.uri("/phat-hanh/2026-10"));
            }
            return draft.count();
        }, drafts -> drafts > 0);
        draft.first().click();
        page.click("text=Đề nghị công bố");
        desk.waitFor("document.body.textContent.includes('Bạn là người đề nghị')");
        desk.audit("sitting-6-proposed");
    }

    private static void publish(PageWindow second) throws GeneralSecurityException {
        second.open(app.uri("/phat-hanh/2026-10"));
        second.page().locator("a:has-text('2026-10.r1')").first().click();
        second.page().locator("button:has-text('2026-10.r1')").first().click();
        second.waitFor("document.querySelector('.notice') !== null");
        second.audit("sitting-7-published");
        String folder = "/open-data/adoption/2026-10/r1/";
        HttpResponse<String> sums = Eventually.until(
                () -> app.send("GET", folder + "SHA256SUMS", null), answer -> answer.statusCode() == 200);
        for (String line : sums.body().lines().filter(name -> name.endsWith(".csv")).toList()) {
            String[] parts = line.split(" [ *]", 2);
            byte[] file = app.send("GET", folder + parts[1], null).body().getBytes(StandardCharsets.UTF_8);
            assertEquals(parts[0], HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)), line);
        }
        assertTrue(sums.body().contains("ranking.csv"), sums.body());
    }

    private static PageWindow logIn(PageWindow window, String login) {
        APIResponse answer = window.page().context().request().post(app.uri("/api/v1/sessions").toString(),
                RequestOptions.create().setData(Map.of("login", login, "password", PASSWORD)));
        assertEquals(201, answer.status(), answer::text);
        return window;
    }
}
