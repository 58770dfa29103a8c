package vn.phopay.web.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.identity.MerchantId;
import vn.phopay.registration.PurgeDrafts;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestBank;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.web.register.Visitor.Shop;

/** An owner's registration over HTTP, without scripts: what is kept, what is refused, and that it happens once. */
class RegisterPagesTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("register_pages").keepingInvariants();

    private static final MovableClock CLOCK = MovableClock.morning();
    private static final String DONE = "/dang-ky/xong";

    private static TestApp app;

    private final Visitor owner = new Visitor(app);
    private final Shop shop = Shop.next();

    @BeforeAll
    static void start() {
        app = TestApp.start(DB, CLOCK, Map.of());
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void registrationShouldEndLoggedInOnThePathToTheFirstPayment() {
        assertTrue(owner.get("/dang-ky").body().contains("href=\"/dang-ky/1\""));
        owner.answer("/dang-ky", shop, 3);
        HttpResponse<String> last = owner.get("/dang-ky/4");
        assertTrue(last.body().contains("12 Hàng Ngang, Phường Hoàn Kiếm, Quận Hoàn Kiếm"), last.body());
        assertTrue(last.body().contains("… " + shop.get("accountNumber").substring(7)), last.body());

        HttpResponse<String> sent = owner.post("/dang-ky/gui", shop.screen(4));

        assertEquals(303, sent.statusCode(), () -> Visitor.faults(sent).toString());
        assertEquals(DONE, Visitor.location(sent));
        HttpResponse<String> path = owner.follow(sent);
        assertEquals(200, path.statusCode());
        assertTrue(path.body().contains(shop.get("displayName")));
        assertEquals(List.of("done", "now", "later", "later", "later"), steps(path));
        assertEquals(List.of("PENDING 5812 vi null"), rows("SELECT status, category_code, locale, assisted_by"
                + " FROM merchant WHERE display_name = $1", shop.get("displayName")));
        assertEquals(List.of("NGUYEN THI HOA"), rows("SELECT a.account_name FROM merchant_account a"
                + " JOIN merchant m USING (merchant_id) WHERE m.display_name = $1", shop.get("displayName")));
        assertEquals(
                List.of("TERMS GIVEN 2026-11-01 OWN TICKED null", "DATA_PROCESSING GIVEN 2026-11-01 OWN TICKED null"),
                rows("SELECT c.purpose, c.act, c.text_version, c.channel, c.form, c.recorded_by FROM consent c"
                        + " JOIN merchant m USING (merchant_id) WHERE m.display_name = $1 ORDER BY c.consent_id",
                        shop.get("displayName")));
        new Visitor(app).logIn(shop.get("phone"), Visitor.PASSWORD);
    }

    @Test
    void pathShouldFollowApprovalCodeAndPayment() {
        register(owner, shop);
        String id = merchantId(shop);
        String admin = app.adminToken();
        app.as(admin, "POST", "/api/v1/merchants/" + id + "/approve", new JsonObject());
        assertEquals(List.of("done", "done", "now", "later", "later"), steps(owner.get(DONE)));
        assertTrue(owner.get(DONE).body().contains("href=\"/ma-qr\""));
        String token = app.token(shop.get("phone"), Visitor.PASSWORD);
        String outlet = app.as(token, "GET", "/api/v1/merchants/" + id, null).getJsonArray("outlets")
                .getJsonObject(0).getString("id");
        app.as(token, "POST", "/api/v1/outlets/" + outlet + "/qr-codes",
                new JsonObject().put("type", "STATIC"));
        assertEquals(List.of("done", "done", "done", "now", "later"), steps(owner.get(DONE)));

        pay(shop, 25_000);

        HttpResponse<String> path = owner.get(DONE);
        assertEquals(List.of("done", "done", "done", "passed_over", "done"), steps(path));
        assertTrue(path.body().contains("25.000\u00a0\u20ab"), path.body());
    }

    @Test
    void pathShouldSayWhyTheCityRefused() {
        register(owner, shop);
        app.as(app.adminToken(), "POST", "/api/v1/merchants/" + merchantId(shop) + "/reject",
                new JsonObject().put("reason", "Giấy phép đã hết hạn"));

        HttpResponse<String> path = owner.get(DONE);

        assertEquals(List.of("done", "stopped", "later", "later", "later"), steps(path));
        assertTrue(path.body().contains("Giấy phép đã hết hạn"));
    }

    @Test
    void draftShouldBeTheOneOfWhoeverHoldsItsCookie() {
        owner.answer("/dang-ky", shop, 2);
        String secret = owner.cookie(DraftCookie.NAME);

        Visitor later = new Visitor(app).withCookie(DraftCookie.NAME, secret);
        HttpResponse<String> start = later.get("/dang-ky");
        assertTrue(start.body().contains(shop.get("displayName")) && start.body().contains("href=\"/dang-ky/3\""));
        assertTrue(later.get("/dang-ky/1").body().contains("value=\"" + shop.get("displayName") + '"'));
        assertTrue(later.get("/dang-ky/2").body().contains("value=\"hang-ngang\" selected"));

        assertFalse(new Visitor(app).get("/dang-ky").body().contains(shop.get("displayName")));
        assertEquals("/dang-ky", Visitor.location(new Visitor(app).get("/dang-ky/3")));
        String other = secret.substring(1) + (secret.startsWith("A") ? "B" : "A");
        assertEquals("/dang-ky", Visitor.location(
                new Visitor(app).withCookie(DraftCookie.NAME, other).get("/dang-ky/3")));
    }

    @Test
    void cookieShouldBeOutOfReachOfScriptsAndOtherSites() {
        String cookie = new Visitor(app).post("/dang-ky/1", shop.screen(1)).headers().firstValue("set-cookie")
                .orElse("");

        assertTrue(cookie.matches("phopay_draft=[A-Za-z0-9_-]{43}; Max-Age=2592000; Path=/dang-ky; HttpOnly;"
                + " SameSite=Strict"), cookie);
    }

    @Test
    void laterScreensShouldWaitForEarlierOnes() {
        owner.answer("/dang-ky", shop, 1);

        assertEquals("/dang-ky/2", Visitor.location(owner.get("/dang-ky/4")));
        assertEquals("/dang-ky", Visitor.location(owner.get("/dang-ky/9")));
        owner.post("/dang-ky/3", shop.screen(3));
        HttpResponse<String> sent = owner.post("/dang-ky/gui", shop.screen(4));
        assertEquals(409, sent.statusCode());
        assertTrue(sent.body().contains("href=\"/dang-ky/2?loi=STREET_MISSING\""), sent.body());
        assertEquals(List.of("Chưa chọn phố. Nếu phố không có trong danh sách thì ghi địa chỉ ở phần dưới."),
                Visitor.faults(owner.get("/dang-ky/2?loi=STREET_MISSING")));
    }

    @Test
    void whatWasTypedShouldStayWhenItIsWrongAndWhenGoingBack() {
        Map<String, String> wrong = Map.of("displayName", "Phở <b>Hoa</b>", "trade", "FOOD", "legalName", "", "taxCode",
                "0100047517");
        HttpResponse<String> answer = owner.post("/dang-ky/1", wrong);

        assertEquals(422, answer.statusCode());
        assertEquals(List.of("Chưa ghi tên hộ kinh doanh hoặc công ty.",
                "Mã số thuế này không đúng, có thể gõ nhầm một số. Hãy xem lại giấy."), Visitor.faults(answer));
        assertTrue(answer.body().contains("value=\"Phở &lt;b>Hoa&lt;/b>\""), answer.body());
        assertTrue(owner.get("/dang-ky/1").body().contains("value=\"0100047517\""));
        owner.answer("/dang-ky", shop, 2);
        Map<String, String> back = Map.of("accountNumber", "12-", "di", "lui");
        assertEquals("/dang-ky/2", Visitor.location(owner.post("/dang-ky/3", back)));
        assertTrue(owner.get("/dang-ky/3").body().contains("value=\"12-\""));
        assertTrue(owner.get("/dang-ky/3").body().contains("value=\"NGUYEN THI HOA\""),
                "guessed from the first screen");
    }

    @Test
    void registrationShouldBeOneWhenItIsSentManyTimesAtOnce() throws Exception {
        owner.answer("/dang-ky", shop, 3);

        List<HttpResponse<String>> answers =
                AtOnce.run(6, i -> owner.postUnkept("/dang-ky/gui", shop.screen(4)));

        for (HttpResponse<String> answer : answers) {
            assertEquals(303, answer.statusCode(), answer::body);
            assertEquals(DONE, Visitor.location(answer));
            String session = answer.headers().firstValue("set-cookie").orElseThrow().split("[=;]", 3)[1];
            assertEquals(200, new Visitor(app).withCookie("phopay_session", session).get(DONE).statusCode());
        }
        assertEquals(List.of("1"), rows("SELECT count(*) FROM merchant WHERE display_name = $1",
                shop.get("displayName")));
        assertEquals(List.of("2"), rows("SELECT count(*) FROM consent c JOIN merchant m USING (merchant_id)"
                + " WHERE m.display_name = $1", shop.get("displayName")));
    }

    @Test
    void sentDraftShouldOpenNoSessionForWhoeverDoesNotKnowThePassword() {
        register(owner, shop);
        Visitor thief = new Visitor(app).withCookie(DraftCookie.NAME, owner.cookie(DraftCookie.NAME));

        HttpResponse<String> answer = thief.post("/dang-ky/gui", shop.with("password", "doan-thu-xem").screen(4));

        assertTrue(Visitor.location(answer).startsWith("/dang-nhap?tiep=%2Fdang-ky%2Fxong"), Visitor.location(answer));
        assertEquals("", thief.cookie("phopay_session"));
        assertTrue(thief.get("/dang-ky").body().contains("Máy này đã gửi xong"));
        assertFalse(thief.get("/dang-ky/1").body().contains(shop.get("displayName")));
        for (int i = 0; i < 4; i++) {
            thief.post("/dang-ky/gui", shop.with("password", "doan-thu-xem").screen(4));
        }
        assertEquals(429, new Visitor(app).post("/dang-nhap",
                Map.of("login", shop.get("phone"), "password", Visitor.PASSWORD)).statusCode(), "guesses were counted");
        CLOCK.advance(Duration.ofMinutes(16));
    }

    @Test
    void whatAnotherShopHasShouldBeToldWithAWayToLogIn() {
        register(owner, shop);
        for (String taken : List.of("taxCode", "phone", "accountNumber")) {
            Visitor second = new Visitor(app);
            Shop like = Shop.next().with(taken, shop.get(taken));
            second.answer("/dang-ky", like, 3);

            HttpResponse<String> answer = second.post("/dang-ky/gui", like.screen(4));

            assertEquals(409, answer.statusCode(), taken);
            assertTrue(answer.body().contains("<a class=\"button quiet\" href=\"/dang-nhap\">"), taken);
            assertTrue(answer.body().contains("đã đăng ký"), taken);
            assertTrue(answer.body().contains("value=\"" + like.get("phone") + '"'), taken);
            assertEquals(List.of("0"), rows("SELECT count(*) FROM merchant WHERE display_name = $1",
                    like.get("displayName")));
            assertTrue(second.get("/dang-ky").body().contains(like.get("displayName")), "the draft is still there");
        }
    }

    @Test
    void passwordShouldBeInNoDraftAndOnNoPage() {
        owner.answer("/dang-ky", shop, 3);
        HttpResponse<String> answer = owner.post("/dang-ky/gui", shop.with("phone", "091").screen(4));

        assertEquals(422, answer.statusCode());
        assertFalse(answer.body().contains(Visitor.PASSWORD));
        assertEquals(List.of("0"), rows("SELECT count(*) FROM registration_draft WHERE answers::text LIKE $1",
                "%" + Visitor.PASSWORD + "%"));
        assertEquals(List.of("Mật khẩu ngắn quá. Cần ít nhất 8 ký tự."), Visitor.faults(
                owner.post("/dang-ky/gui", shop.with("password", "1234567").screen(4))));
        assertEquals(List.of("Chưa ghi mật khẩu."), Visitor.faults(
                owner.post("/dang-ky/gui", shop.with("password", "").screen(4))));
        assertEquals(List.of("Mật khẩu dài quá. Tối đa 128 ký tự."), Visitor.faults(
                owner.post("/dang-ky/gui", shop.with("password", "x".repeat(129)).screen(4))));
    }

    @Test
    void draftShouldMoveToAnotherPhoneOnceWithinTheHour() {
        owner.answer("/dang-ky", shop, 2);
        String code = code(owner.post("/dang-ky/chuyen-may", Map.of()));
        String newer = code(owner.post("/dang-ky/chuyen-may", Map.of()));
        Visitor other = new Visitor(app);
        assertEquals(422, other.post("/dang-ky/lam-tiep", Map.of("ma", code)).statusCode(), "a newer code is there");

        HttpResponse<String> moved =
                other.post("/dang-ky/lam-tiep", Map.of("ma", newer.toLowerCase(Locale.ROOT)));

        assertEquals(303, moved.statusCode());
        assertTrue(other.get("/dang-ky").body().contains(shop.get("displayName")));
        assertFalse(owner.get("/dang-ky").body().contains(shop.get("displayName")), "it has one owner");
        assertEquals(422, new Visitor(app).post("/dang-ky/lam-tiep", Map.of("ma", newer)).statusCode(), "used");
        String late = code(other.post("/dang-ky/chuyen-may", Map.of()));
        CLOCK.advance(Duration.ofMinutes(60));
        assertEquals(422, new Visitor(app).post("/dang-ky/lam-tiep", Map.of("ma", late)).statusCode(), "too late");
    }

    @Test
    void draftShouldEndThirtyDaysAfterItsLastAnswer() {
        owner.answer("/dang-ky", shop, 1);
        CLOCK.advance(Duration.ofDays(29));
        owner.post("/dang-ky/2", shop.screen(2));
        CLOCK.advance(Duration.ofDays(30).minusSeconds(1));
        assertTrue(owner.get("/dang-ky").body().contains(shop.get("displayName")));
        CLOCK.advance(Duration.ofSeconds(1));

        assertFalse(owner.get("/dang-ky").body().contains(shop.get("displayName")));
        HttpResponse<String> late = owner.post("/dang-ky/3", shop.screen(3));
        assertEquals("/dang-ky/1?noti=register.gone", Visitor.location(late));
        assertTrue(owner.get("/dang-ky/1?noti=register.gone").body().contains("quá 30 ngày"));
        await(new PurgeDrafts(DB.pool(), CLOCK, 100).purge());
        assertEquals(List.of("0"), rows("SELECT count(*) FROM registration_draft WHERE answers ->> 'displayName' = $1",
                shop.get("displayName")));
        assertEquals(List.of("1"), rows("SELECT count(*) FROM registration_draft"
                + " WHERE answers ->> 'accountNumber' = $1", shop.get("accountNumber")), "what came late is kept");
    }

    @Test
    void draftShouldBeGoneWhenItIsThrownAway() {
        owner.answer("/dang-ky", shop, 2);

        assertEquals("/dang-ky?noti=register.removed", Visitor.location(owner.post("/dang-ky/bo", Map.of())));

        assertFalse(owner.get("/dang-ky").body().contains(shop.get("displayName")));
        assertEquals(List.of("0"), rows("SELECT count(*) FROM registration_draft WHERE answers ->> 'displayName' = $1",
                shop.get("displayName")));
    }

    @Test
    void sentDraftShouldHoldNoAnswersAnyMore() {
        register(owner, shop);

        assertEquals(List.of("{}"), rows("SELECT d.answers::text FROM registration_draft d"
                + " JOIN merchant m USING (merchant_id) WHERE m.display_name = $1", shop.get("displayName")));
        Shop second = Shop.next();
        owner.answer("/dang-ky", second, 1);
        assertTrue(owner.get("/dang-ky").body().contains(second.get("displayName")), "another shop can be begun");
    }

    @Test
    void pathShouldBeTheOwnersAlone() {
        assertTrue(Visitor.location(new Visitor(app).get(DONE)).startsWith("/dang-nhap?tiep="));
        assertEquals(403, new Visitor(app).logIn("boss", Visitor.PASSWORD).get(DONE).statusCode());
    }

    private static void register(Visitor visitor, Shop shop) {
        visitor.answer("/dang-ky", shop, 3);
        HttpResponse<String> sent = visitor.post("/dang-ky/gui", shop.screen(4));
        assertEquals(DONE, Visitor.location(sent), () -> Visitor.faults(sent).toString());
    }

    private static void pay(Shop shop, long amountVnd) {
        TestBank bank = app.bank("mbbank", "970422");
        await(app.refreshBanks());
        byte[] body = TestBank.call(List.of(TestBank.transaction(
                "FT1", shop.get("accountNumber").replace(" ", ""), amountVnd, "pho")
                .put("occurredAt", CLOCK.instant().toString())));
        HttpResponse<String> answer = app.sendBytes("POST", bank.path(), body, bank.sign(body, CLOCK.instant()));
        assertEquals(200, answer.statusCode(), answer.body());
    }

    private static String merchantId(Shop shop) {
        String uuid = rows("SELECT merchant_id FROM merchant WHERE display_name = $1", shop.get("displayName"))
                .getFirst();
        return new MerchantId(UUID.fromString(uuid)).toString();
    }

    private static String code(HttpResponse<String> page) {
        Matcher code = Pattern.compile(">([0-9A-Z]{4}-[0-9A-Z]{4})<").matcher(page.body());
        assertTrue(code.find(), page.body());
        return code.group(1);
    }

    private static List<String> steps(HttpResponse<String> page) {
        return Pattern.compile("class=\"path-step (\\w+)\"").matcher(page.body()).results()
                .map(step -> step.group(1)).toList();
    }

    private static List<String> rows(String sql, Object... parameters) {
        return StreamSupport.stream(await(DB.pool().preparedQuery(sql).execute(Tuple.tuple(List.of(parameters))))
                .spliterator(), false).map(RegisterPagesTest::text).toList();
    }

    private static String text(Row row) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            text.append(i == 0 ? "" : " ").append(row.getValue(i));
        }
        return text.toString();
    }
}
