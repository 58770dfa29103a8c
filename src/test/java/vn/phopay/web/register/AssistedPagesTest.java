package vn.phopay.web.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.web.register.Visitor.Shop;

/** A helper of the city registers a shop, and its owner chooses her password; over HTTP, without scripts. */
class AssistedPagesTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("assisted_pages").keepingInvariants();

    private static final MovableClock CLOCK = MovableClock.morning();
    private static final String LIST = "/ho-tro-dang-ky";
    private static final String OWN_PASSWORD = "mot-hai-ba-bon";

    private static TestApp app;
    private static int staff;

    private final String login = staff("REGISTRAR", "002");
    private final Visitor helper = new Visitor(app).logIn(login, Visitor.PASSWORD);
    private final Shop shop = Shop.next().with("consentForm", "SIGNED_PAPER").with("consentNote", "phiếu số 15");

    @BeforeAll
    static void start() {
        app = TestApp.start(DB, CLOCK, Map.of("PHOPAY_SESSION_HOURS", "168"));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void helperShouldRegisterTheShopAndRecordHowItsOwnerAgreed() {
        String page = register();

        assertEquals(List.of(login + " PENDING"), rows("SELECT s.login, m.status FROM merchant m"
                + " JOIN staff s ON s.staff_id = m.assisted_by WHERE m.display_name = $1", shop.get("displayName")));
        assertEquals(List.of("TERMS ASSISTED SIGNED_PAPER phiếu số 15 " + login,
                "DATA_PROCESSING ASSISTED SIGNED_PAPER phiếu số 15 " + login),
                        rows("SELECT c.purpose, c.channel, c.form,"
                + " c.note, s.login FROM consent c JOIN merchant m USING (merchant_id)"
                + " JOIN staff s ON s.staff_id = c.recorded_by WHERE m.display_name = $1 ORDER BY c.consent_id",
                shop.get("displayName")));
        assertEquals(List.of("REGISTRAR"), rows("SELECT t.actor_role FROM merchant_transition t"
                + " JOIN merchant m USING (merchant_id) WHERE m.display_name = $1", shop.get("displayName")));
        String shown = helper.get(page).body();
        assertTrue(shown.contains("phiếu số 15") && shown.contains("ký trên giấy"), shown);
        assertTrue(shown.contains("class=\"path-step now\""), shown);
        String list = helper.get(LIST).body();
        assertTrue(list.contains(page) && list.contains("Chờ duyệt"), list);
        assertFalse(list.contains("/nhap/"), "nothing is begun any more");
    }

    @Test
    void formSentTwiceShouldRegisterOnce() throws Exception {
        String base = begin();
        helper.answer(base, shop, 3);

        List<HttpResponse<String>> answers = AtOnce.run(4, i -> helper.postUnkept(base + "/gui", shop.screen(4)));

        assertEquals(1, answers.stream().map(Visitor::location).distinct().count());
        assertTrue(Visitor.location(answers.getFirst()).startsWith(LIST + "/cua-hang/mch_"));
        assertEquals(List.of("1"), rows("SELECT count(*) FROM merchant WHERE display_name = $1",
                shop.get("displayName")));
    }

    @Test
    void ownerShouldHaveAgreedInWordsOrOnPaper() {
        String base = begin();
        helper.answer(base, shop, 3);

        HttpResponse<String> answer =
                helper.post(base + "/gui", shop.with("consentForm", "").with("consentTerms", "").screen(4));

        assertEquals(422, answer.statusCode());
        assertEquals(List.of("Cần đồng ý với quy định thì mới đăng ký được.",
                "Hãy chọn chủ cửa hàng đồng ý bằng cách nào."), Visitor.faults(answer));
        assertFalse(answer.body().contains("name=\"password\""), "a helper is asked for no password");
    }

    @Test
    void helperShouldBeRefusedOutsideHisDistricts() {
        String base = begin();
        helper.post(base + "/1", shop.screen(1));

        HttpResponse<String> answer = helper.post(base + "/2", shop.with("street", "ngu-xa").screen(2));

        assertEquals(422, answer.statusCode());
        assertEquals(List.of("Phố này không thuộc quận bạn phụ trách."), Visitor.faults(answer));
        helper.post(base + "/3", shop.screen(3));
        assertEquals(409, helper.post(base + "/gui", shop.screen(4)).statusCode());
        assertEquals(List.of("0"), rows("SELECT count(*) FROM merchant WHERE display_name = $1",
                shop.get("displayName")));
    }

    @Test
    void draftsAndShopsShouldBeTheirHelpersAlone() {
        String base = begin();
        helper.answer(base, shop, 1);
        Visitor other = new Visitor(app).logIn(staff("REGISTRAR", "002"), Visitor.PASSWORD);

        other.get(LIST);
        assertEquals(404, other.get(base + "/1").statusCode());
        assertEquals(LIST + "?noti=register.gone", Visitor.location(other.post(base + "/2", shop.screen(2))));
        assertEquals(404, other.post(base + "/gui", shop.screen(4)).statusCode());
        other.post(base + "/bo", Map.of());
        assertFalse(other.get(LIST).body().contains(shop.get("displayName")));
        assertTrue(helper.get(LIST).body().contains(shop.get("displayName")), "it is still there");
        helper.answer(base, shop, 3);
        String page = Visitor.location(helper.post(base + "/gui", shop.screen(4))).split("\\?")[0];
        assertEquals(404, other.get(page).statusCode());
        assertEquals(404, other.post(page + "/mat-khau", Map.of()).statusCode());
        assertEquals(404, helper.get(LIST + "/cua-hang/mch_0000000000000000000000000a").statusCode());
    }

    @Test
    void onlyRegistrarsAndAdministratorsShouldHelp() {
        assertTrue(Visitor.location(new Visitor(app).get(LIST)).startsWith("/dang-nhap"));
        assertEquals(403, new Visitor(app).logIn(staff("ANALYST"), Visitor.PASSWORD).get(LIST).statusCode());
        assertEquals(200, new Visitor(app).logIn("boss", Visitor.PASSWORD).get(LIST).statusCode());
        String page = register();
        choose(link(page), OWN_PASSWORD);
        Visitor owner = new Visitor(app).logIn(shop.get("phone"), OWN_PASSWORD);
        assertEquals(403, owner.get(LIST).statusCode());
        assertEquals(403, owner.get(page).statusCode());
    }

    @Test
    void whoeverRegisteredTheShopShouldNotApproveIt() {
        String id = register().replace(LIST + "/cua-hang/", "");
        String path = "/api/v1/merchants/" + id + "/approve";

        HttpResponse<String> own = app.send("POST", path, new JsonObject(),
                "authorization", "Bearer " + app.token(login, Visitor.PASSWORD));

        assertEquals(403, own.statusCode());
        assertEquals("MERCHANT_SECOND_PERSON_NEEDED", new JsonObject(own.body()).getString("code"));
        assertEquals(List.of("PENDING 1"), rows("SELECT status, (SELECT count(*) FROM merchant_transition t"
                + " WHERE t.merchant_id = m.merchant_id) FROM merchant m WHERE display_name = $1",
                shop.get("displayName")));
        String other = app.token(staff("REGISTRAR", "002"), Visitor.PASSWORD);
        assertEquals("APPROVED", app.as(other, "POST", path, new JsonObject()).getString("status"));
        String token = app.token(login, Visitor.PASSWORD);
        app.as(token, "POST", "/api/v1/merchants/" + id + "/suspend", new JsonObject());
        assertEquals("APPROVED", app.as(token, "POST", "/api/v1/merchants/" + id + "/reinstate", new JsonObject())
                .getString("status"), "the second person's approval holds");
    }

    @Test
    void ownerShouldChooseHerPasswordByTheLinkOnce() {
        String page = register();
        String link = link(page);
        Visitor owner = new Visitor(app);
        HttpResponse<String> shown = owner.get(link);
        assertTrue(shown.body().contains(shop.get("displayName")), shown.body());
        assertEquals(List.of("Mật khẩu ngắn quá. Cần ít nhất 8 ký tự."), Visitor.faults(choose(owner, link, "ngan")));

        HttpResponse<String> chosen = choose(owner, link, OWN_PASSWORD);

        assertEquals("/dang-ky/xong?noti=register.password", Visitor.location(chosen));
        assertEquals(200, owner.follow(chosen).statusCode());
        new Visitor(app).logIn(shop.get("phone"), OWN_PASSWORD);
        assertTrue(new Visitor(app).get(link).body().contains("Liên kết này đã dùng rồi"));
        HttpResponse<String> again = choose(new Visitor(app), link, "ke-khac-dat-lai");
        assertEquals(422, again.statusCode());
        new Visitor(app).logIn(shop.get("phone"), OWN_PASSWORD);
        assertTrue(helper.get(page).body().contains("Chủ cửa hàng đã đặt mật khẩu"));
        assertEquals(page + "?noti=register.chosen", Visitor.location(helper.post(page + "/mat-khau", Map.of())));
        assertEquals(List.of("merchant.choose-password MERCHANT", "merchant.password-link REGISTRAR",
                "merchant.register REGISTRAR"), rows("SELECT action, actor_role FROM audit_entry"
                + " WHERE subject_id = $1 ORDER BY action", page.replace(LIST + "/cua-hang/", "")));
    }

    @Test
    void linkShouldBeUsedOnceWhenItIsUsedManyTimesAtOnce() throws Exception {
        String link = link(register());
        String secret = link.substring(link.indexOf('=') + 1);

        List<HttpResponse<String>> answers = AtOnce.run(6, i -> new Visitor(app).post("/dat-mat-khau",
                Map.of("ma", secret, "password", "mat-khau-thu-" + i)));

        assertEquals(1, answers.stream().filter(answer -> answer.statusCode() == 303).count());
        assertEquals(5, answers.stream().filter(answer -> answer.statusCode() == 422).count());
    }

    @Test
    void linkShouldEndAfterThreeDaysAndBeReplacedByANewerOne() {
        String page = register();
        String first = link(page);
        String second = link(page);
        assertNotEquals(first, second);
        assertTrue(new Visitor(app).get(first).body().contains("Liên kết không còn dùng được"));
        CLOCK.advance(Duration.ofHours(72).minusSeconds(1));
        assertTrue(new Visitor(app).get(second).body().contains("name=\"password\""));
        CLOCK.advance(Duration.ofSeconds(1));

        assertTrue(new Visitor(app).get(second).body().contains("Liên kết đã hết hạn"));
        assertEquals(422, choose(new Visitor(app), second, OWN_PASSWORD).statusCode());
        Visitor later = new Visitor(app).logIn(login, Visitor.PASSWORD);
        later.get(page);
        assertEquals(303, choose(new Visitor(app), link(later, page), OWN_PASSWORD).statusCode());
        assertTrue(new Visitor(app).get("/dat-mat-khau?ma=khong-co").body().contains("Liên kết không còn dùng được"));
    }

    @Test
    void ownerShouldChooseHerPasswordBySixDigits() {
        String code = code(helper.post(register() + "/mat-khau", Map.of()));
        Map<String, String> right = Map.of(
                "phone", shop.get("phone"), "code", code.substring(0, 3) + ' ' + code.substring(3), "password",
                        OWN_PASSWORD);

        HttpResponse<String> chosen = new Visitor(app).post("/dat-mat-khau", right);

        assertEquals("/dang-ky/xong?noti=register.password", Visitor.location(chosen), chosen.body());
        new Visitor(app).logIn(shop.get("phone"), OWN_PASSWORD);
        assertEquals(422, new Visitor(app).post("/dat-mat-khau", right).statusCode(), "used");
    }

    @Test
    void sixDigitsShouldTakeFiveGuessesAndNoMore() {
        String page = register();
        String code = code(helper.post(page + "/mat-khau", Map.of()));
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 4; i++) {
            assertEquals(422, guess(wrong).statusCode());
        }
        Map<String, String> short7 = Map.of("phone", shop.get("phone"), "code", wrong, "password", "ngan");
        assertEquals(422, new Visitor(app).post("/dat-mat-khau", short7).statusCode(), "no guess is spent on it");
        assertEquals(List
                .of("Số điện thoại hoặc sáu số chưa đúng, hoặc sáu số đã hết hạn. Sau năm lần sai phải nhờ cán bộ"
                + " hiện số mới."), Visitor.faults(guess(wrong)));

        assertEquals(422, guess(code).statusCode(), "the right one comes too late");
        String next = code(helper.post(page + "/mat-khau", Map.of()));
        assertEquals(303, guess(next).statusCode());
        assertEquals(422, new Visitor(app).post("/dat-mat-khau",
                Map.of("phone", "0914999888", "code", "123456", "password", OWN_PASSWORD)).statusCode());
    }

    @Test
    void linkAndDigitsShouldBeInNoTable() {
        HttpResponse<String> shown = helper.post(register() + "/mat-khau", Map.of());
        String link = link(shown);

        assertEquals("no-store", shown.headers().firstValue("cache-control").orElse(""));
        assertEquals(List.of("0"),
                rows("SELECT count(*) FROM password_link l, LATERAL (SELECT to_jsonb(l)::text AS t) x"
                + " WHERE x.t LIKE $1 OR x.t LIKE $2", "%" + link.substring(link.indexOf('=') + 1) + "%",
                "%\"" + code(shown) + "\"%"));
    }

    private HttpResponse<String> guess(String code) {
        return new Visitor(app).post("/dat-mat-khau",
                Map.of("phone", shop.get("phone"), "code", code, "password", OWN_PASSWORD));
    }

    private String begin() {
        helper.get(LIST);
        return Visitor.location(helper.post(LIST, Map.of())).replaceFirst("/1$", "");
    }

    /** Registers the shop and gives its page. */
    private String register() {
        String base = begin();
        helper.answer(base, shop, 3);
        HttpResponse<String> sent = helper.post(base + "/gui", shop.screen(4));
        assertTrue(Visitor.location(sent).endsWith("?noti=register.assisted"), () -> Visitor.faults(sent).toString());
        return Visitor.location(sent).split("\\?")[0];
    }

    private String link(String page) {
        return link(helper, page);
    }

    private static String link(Visitor visitor, String page) {
        return link(visitor.post(page + "/mat-khau", Map.of()));
    }

    /** What the picture on the page says, read by a reader of codes. */
    private static String link(HttpResponse<String> page) {
        Matcher picture = Pattern.compile("data:image/svg\\+xml;base64,([A-Za-z0-9+/=]+)").matcher(page.body());
        assertTrue(picture.find(), page.body());
        String svg = new String(Base64.getDecoder().decode(picture.group(1)), StandardCharsets.UTF_8);
        String text = SvgCode.read(svg);
        return text.substring(text.indexOf("/dat-mat-khau"));
    }

    private static String code(HttpResponse<String> page) {
        Matcher digits = Pattern.compile(">(\\d{3}) (\\d{3})<").matcher(page.body());
        assertTrue(digits.find(), page.body());
        return digits.group(1) + digits.group(2);
    }

    private static HttpResponse<String> choose(Visitor owner, String link, String password) {
        return owner.post("/dat-mat-khau", Map.of("ma", link.substring(link.indexOf('=') + 1), "password", password));
    }

    private static void choose(String link, String password) {
        assertEquals(303, choose(new Visitor(app), link, password).statusCode());
    }

    private static String staff(String role, String... districts) {
        staff++;
        String login = "nguoi-giup-" + staff + "-" + UUID.randomUUID().toString().substring(0, 8);
        app.as(app.adminToken(), "POST", "/api/v1/staff", new JsonObject().put("login", login).put("name", "Lan")
                .put("role", role).put("districtCodes", new JsonArray(List.of(districts)))
                .put("password", Visitor.PASSWORD));
        return login;
    }

    private static List<String> rows(String sql, Object... parameters) {
        return StreamSupport.stream(await(DB.pool().preparedQuery(sql).execute(Tuple.tuple(List.of(parameters))))
                .spliterator(), false).map(AssistedPagesTest::text).toList();
    }

    private static String text(Row row) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            text.append(i == 0 ? "" : " ").append(row.getValue(i));
        }
        return text.toString();
    }
}
