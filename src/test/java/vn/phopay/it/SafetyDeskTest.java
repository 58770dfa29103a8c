package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.identity.CaseId;
import vn.phopay.it.CaseCity.Staff;
import vn.phopay.safety.PhotoFiles;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** What the city's safety desk sees and decides of reports, over HTTP; the reports come as anybody sends them. */
class SafetyDeskTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("safety_desk").keepingInvariants();

    private static final String BOUNDARY = "----phopay";
    private static final Pattern NUMBER = Pattern.compile("id=\"number\">(\\d+)<");

    private static CaseCity city;
    private static Staff desk;
    private static Staff elsewhere;
    private static Staff analyst;

    @BeforeAll
    static void start() {
        city = new CaseCity(DB, Map.of("PHOPAY_SAFETY_RATE_BURST", "1000"));
        desk = city.staff("REGISTRAR", "002");
        elsewhere = city.staff("REGISTRAR", "003");
        analyst = city.staff("ANALYST");
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void staffOfTheDistrictShouldSeeTheCaseAndItsPhotoAndNobodyElse() {
        String id = reported("002", "Quán 1", true);
        JsonObject file = city.read(desk, id);
        assertEquals("CODE_TAMPERED OPEN 002", file.getString("kind") + ' ' + file.getString("status") + ' '
                + file.getJsonObject("evidence").getString("districtCode"));
        assertEquals(new JsonArray().add("IGNORE").add("CONFIRM"), file.getJsonArray("actions"));
        assertEquals(new JsonArray(), file.getJsonArray("suggestions"));
        String photo = file.getJsonArray("reports").getJsonObject(0).getString("photo");
        HttpResponse<String> answer = get(photo, desk);
        assertEquals("200 image/jpeg attachment; filename=\"" + id + "-1.jpg\" private, no-store",
                answer.statusCode() + " " + header(answer, "content-type") + ' '
                        + header(answer, "content-disposition") + ' ' + header(answer, "cache-control"));
        assertEquals("nosniff", header(answer, "x-content-type-options"));
        assertEquals(200, get(photo, analyst).statusCode());
        assertEquals(404, get("/api/v1/cases/" + id, elsewhere).statusCode());
        assertEquals(404, get(photo, elsewhere).statusCode());
        assertEquals(401, city.app.send("GET", photo, null).statusCode());
        for (String n : List.of("2", "0", "01", "-1", "x", "9999999")) {
            assertEquals(404, get("/api/v1/cases/" + id + "/photos/" + n, desk).statusCode(), n);
        }
        assertFalse(ids(elsewhere).contains(id));
        assertTrue(ids(desk).contains(id) && ids(analyst).contains(id));
    }

    @Test
    void deskShouldConfirmOrDismissAloneAndDecideNothingAboutMoney() {
        String confirmed = reported("002", "Quán 2", false);
        city.acted(200, desk, confirmed, "acknowledge", new JsonObject().put("note", "đang tới"));
        assertEquals(409, city.act(desk, confirmed, "resolve", CaseCity.refund()).statusCode());
        JsonObject done = city.acted(200, desk, confirmed, "resolve", decision("CONFIRM"));
        assertEquals("RESOLVED FIXED", done.getString("status") + ' ' + done.getString("resolution"));
        String dismissed = reported("002", "Quán 3", false);
        done = city.acted(200, desk, dismissed, "resolve", decision("IGNORE"));
        assertEquals("RESOLVED ACCEPTED", done.getString("status") + ' ' + done.getString("resolution"));
        assertEquals(409, city.act(desk, dismissed, "resolve", decision("CONFIRM")).statusCode());
        String money = city.unmatched();
        assertEquals(409, city.act(city.staff("ADMIN"), money, "resolve", decision("CONFIRM")).statusCode());
        assertEquals(403, city.act(analyst, reported("002", "Quán 4", false), "resolve", decision("CONFIRM"))
                .statusCode());
    }

    @Test
    void reportShouldOpenAnotherCaseOnceTheFirstWasDecided() {
        String first = reported("002", "Quán 5", false);
        assertEquals(first, reported("002", "quán 5", true));
        city.acted(200, desk, first, "resolve", decision("IGNORE"));
        String second = reported("002", "Quán 5", false);
        assertFalse(first.equals(second));
        assertEquals(2, city.read(desk, first).getJsonArray("reports").size());
        assertEquals(1, city.read(desk, second).getJsonArray("reports").size());
    }

    @Test
    void caseOfAReportShouldNotBeOfTheDaysMoney() {
        String id = reported("002", "Quán 6", false);
        String day = city.read(desk, id).getString("period");
        JsonObject view = city.app.as(city.app.adminToken(), "GET", "/api/v1/days/" + day, null);
        assertFalse(view.encode().contains("CODE_TAMPERED"), view.encode());
    }

    @Test
    void oneFormSentManyTimesAtOnceShouldBeOneReport() throws Exception {
        byte[] form = form("003", "Quán 7", UUID.randomUUID(), true);
        List<String> numbers = AtOnce.run(12, i -> number(send(form)));
        assertEquals(1, numbers.stream().distinct().count());
    }

    @Test
    void formOfAnotherSiteShouldBeRefused() {
        HttpResponse<String> answer = city.app.sendBytes("POST", "/bao-ma-gia",
                form("003", "x", UUID.randomUUID(), false), "content-type",
                "multipart/form-data; boundary=" + BOUNDARY, "sec-fetch-site", "cross-site");
        assertEquals(403, answer.statusCode());
    }

    @Test
    void reportsShouldBeHeldToARatePerClient() {
        Map<String, String> rate = Map.of("PHOPAY_SAFETY_RATE_BURST", "2", "PHOPAY_SAFETY_RATE_PER_MINUTE", "1");
        try (TestApp strict = TestApp.start(DB, Clock.systemUTC(), rate)) {
            List<Integer> answers = IntStream.range(0, 3).mapToObj(i -> strict.sendBytes("POST", "/bao-ma-gia",
                    form("003", "Quán 8", UUID.randomUUID(), false), "content-type",
                    "multipart/form-data; boundary=" + BOUNDARY).statusCode()).toList();
            assertEquals(List.of(303, 303, 429), answers);
        }
    }

    private static JsonObject decision(String action) {
        return new JsonObject().put("action", action).put("note", "đã tới xem");
    }

    /** Somebody without a session reports; gives the case that it became part of. */
    private static String reported(String districtCode, String place, boolean photo) {
        String number = number(send(form(districtCode, place, UUID.randomUUID(), photo)));
        return DB.pool().query("SELECT case_id FROM safety_report WHERE report_no = " + number).execute().await()
                .stream().map(row -> new CaseId(row.getUUID("case_id")).toString())
                .findFirst().orElseThrow();
    }

    private static String send(byte[] form) {
        HttpResponse<String> answer = city.app.sendBytes("POST", "/bao-ma-gia", form,
                "content-type", "multipart/form-data; boundary=" + BOUNDARY);
        assertEquals(303, answer.statusCode(), answer.body());
        return header(answer, "location");
    }

    private static String number(String address) {
        HttpResponse<String> page = city.app.send("GET", address, null);
        Matcher number = NUMBER.matcher(page.body());
        assertTrue(number.find(), page.body());
        return number.group(1);
    }

    private static byte[] form(String districtCode, String place, UUID key, boolean photo) {
        StringBuilder text = new StringBuilder();
        field(text, "submission", key.toString());
        field(text, "district", districtCode);
        field(text, "place", place);
        field(text, "note", "có mã lạ");
        byte[] head = text.toString().getBytes(StandardCharsets.UTF_8);
        byte[] end = ("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        if (!photo) {
            return Buffer.buffer(head).appendBytes(end).getBytes();
        }
        return Buffer.buffer(head)
                .appendString("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"photo\";"
                        + " filename=\"../../a.jpg\"\r\nContent-Type: text/html\r\n\r\n")
                .appendBuffer(PhotoFiles.fromPhone(400, 300, 1))
                .appendString("\r\n").appendBytes(end).getBytes();
    }

    private static void field(StringBuilder form, String name, String value) {
        form.append("--").append(BOUNDARY).append("\r\nContent-Disposition: form-data; name=\"").append(name)
                .append("\"\r\n\r\n").append(value).append("\r\n");
    }

    private static List<String> ids(Staff who) {
        return city.app.as(who.token(), "GET", "/api/v1/cases?kind=CODE_TAMPERED&limit=500", null)
                .getJsonArray("items").stream().map(item -> ((JsonObject) item).getString("id")).toList();
    }

    private static HttpResponse<String> get(String path, Staff who) {
        return city.app.send("GET", path, null, "authorization", "Bearer " + who.token());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
