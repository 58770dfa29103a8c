package vn.phopay.web.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.testing.PortalShop;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.web.PageKit;

/** The pages of the book over HTTP: what they say, what they refuse, and that they are nobody else's. */
class BookPagesTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("book_pages");

    private static BookTown town;

    @BeforeAll
    static void start() {
        town = new BookTown(DB, 5);
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    private static String cash(UUID id, String amount, String day) {
        return "ma=" + id + "&so-tien=" + amount + "&ngay=" + day + "&ghi-chu=tien+le";
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("");
    }

    @Test
    void monthShouldShowReversalAndRefundApartAndTheDays() {
        String cookie = town.cookie(town.shop(0));
        String page = town.getUntil(cookie, "/so-doanh-thu?thang=2026-07", "450.000");
        for (String said : List.of("Tháng 7/2026", "590.000", "-90.000", "-50.000", "20/07/2026", "21/07/2026",
                "Chưa chốt", "Mốc 500.000.000", "Nghị định 141/2026/NĐ-CP", "không tư vấn thuế")) {
            assertTrue(page.contains(said), said + " is missing in " + page);
        }
        String day = town.get(cookie, "/so-doanh-thu/2026-07-20").body();
        assertTrue(day.contains("Ngân hàng đã thu hồi"), day);
        assertTrue(day.contains("Đã hoàn 50.000"), day);
        String next = town.get(cookie, "/so-doanh-thu/2026-07-21").body();
        assertTrue(next.contains("Tiền bạn trả lại khách"), next);
        assertTrue(town.get(cookie, "/so-doanh-thu").body().contains("Tháng 8/2026"), "the present month comes first");
    }

    @Test
    void cashShouldBeSavedOnceAndShownOnItsDay() {
        String cookie = town.cookie(town.shop(1));
        UUID id = UUID.randomUUID();
        HttpResponse<String> first = town.post(cookie, "/so-doanh-thu/tien-mat", cash(id, "350.000", "2026-08-04"));
        assertEquals(303, first.statusCode(), first.body());
        assertEquals("/so-doanh-thu/2026-08-04?noti=book.cash.recorded", location(first));
        HttpResponse<String> again = town.post(cookie, "/so-doanh-thu/tien-mat", cash(id, "350.000", "2026-08-04"));
        assertEquals(303, again.statusCode());
        String day = town.get(cookie, location(first)).body();
        assertTrue(day.contains("Đã lưu tiền mặt vào sổ"), day);
        assertEquals(1, Pattern.compile("tien le</span>").matcher(day).results().count(), day);
        HttpResponse<String> other = town.post(cookie, "/so-doanh-thu/tien-mat", cash(id, "1.000", "2026-08-04"));
        assertEquals(422, other.statusCode());
        assertFalse(other.body().contains("value=\"" + id + "\""), "the next try is another entry");
        Matcher strike = Pattern.compile("href=\"(/so-doanh-thu/tien-mat/[^\"]+/gach)\"").matcher(day);
        assertTrue(strike.find(), day);
        assertTrue(town.get(cookie, strike.group(1)).body().contains("Gạch bỏ khoản tiền mặt này?"));
        HttpResponse<String> struck = town.post(cookie, strike.group(1), "");
        assertEquals("/so-doanh-thu/2026-08-04?noti=book.cash.struck", location(struck));
        assertTrue(town.get(cookie, location(struck)).body().contains("<s>tien le</s>"));
        assertEquals(404, town.get(cookie, strike.group(1)).statusCode(), "it is struck out already");
    }

    @ParameterizedTest
    @CsvSource({
        "350.000,2026-08-06,Chưa tới ngày này", "0,2026-08-04,Số tiền chưa đúng", "'',2026-08-04,Mục này còn trống",
        "1.000,2024-12-31,lâu quá rồi", "9.000.000.000.000,2026-08-04,Mỗi lần ghi nhiều nhất",
        "1.000,hôm qua,Ngày chưa đúng"})
    void wrongCashShouldBeShownAgainWithWhatWasTyped(String amount, String day, String said) {
        String cookie = town.cookie(town.shop(1));
        HttpResponse<String> answer = town.post(cookie, "/so-doanh-thu/tien-mat",
                cash(UUID.randomUUID(), amount, PageKit.encode(day)));
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains(said), answer.body());
        assertTrue(answer.body().contains("value=\"" + amount + "\""), "what was typed is kept");
        assertTrue(answer.body().contains("value=\"tien le\""));
    }

    @Test
    void monthShouldBeClosedAsItWasSeenAndThenTakeNoCash() {
        PortalShop shop = town.shop(2);
        String cookie = town.cookie(shop);
        town.getUntil(cookie, "/so-doanh-thu?thang=2026-07", "450.000");
        String page = town.get(cookie, "/so-doanh-thu/2026-07/chot").body();
        Matcher seen = Pattern.compile("name=\"da-xem\" value=\"([0-9a-f]{64})\"").matcher(page);
        assertTrue(seen.find(), page);
        assertEquals(303, town.post(cookie, "/so-doanh-thu/tien-mat",
                cash(UUID.randomUUID(), "7.000", "2026-07-22")).statusCode());
        HttpResponse<String> changed =
                town.post(cookie, "/so-doanh-thu/2026-07/chot", "da-xem=" + seen.group(1));
        assertEquals(409, changed.statusCode(), changed.body());
        assertTrue(changed.body().contains("Sổ vừa có thêm khoản mới"), changed.body());
        seen = Pattern.compile("name=\"da-xem\" value=\"([0-9a-f]{64})\"").matcher(changed.body());
        assertTrue(seen.find());
        HttpResponse<String> closed =
                town.post(cookie, "/so-doanh-thu/2026-07/chot", "da-xem=" + seen.group(1));
        assertEquals("/so-doanh-thu?thang=2026-07&noti=book.closed", location(closed), closed.body());
        String after = town.get(cookie, location(closed)).body();
        assertTrue(after.contains("Đã chốt"), after);
        assertTrue(after.contains("457.000"), after);
        HttpResponse<String> late = town.post(cookie, "/so-doanh-thu/tien-mat",
                cash(UUID.randomUUID(), "1.000", "2026-07-22"));
        assertEquals(422, late.statusCode());
        assertTrue(late.body().contains("đã chốt sổ, không ghi thêm được. Hãy ghi từ ngày 01/08/2026"), late.body());
        assertEquals(303, town.get(cookie, "/so-doanh-thu/2026-07/chot").statusCode(), "nothing to close any more");
        String pdf = town.get(cookie, "/so-doanh-thu/2026-07.pdf").body();
        assertEquals(pdf, town.get(cookie, "/so-doanh-thu/2026-07.pdf").body(), "a closed book is the same for ever");
    }

    @ParameterizedTest
    @CsvSource({"pdf,application/pdf,%PDF-", "csv,text/csv,Ngày ghi sổ",
        "xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,PK"})
    void fileShouldBeDownloadedUnderTheNameOfItsMonth(String extension, String type, String begin) {
        HttpResponse<String> answer = town.get(town.cookie(town.shop(0)), "/so-doanh-thu/2026-07." + extension);
        assertEquals(200, answer.statusCode());
        assertTrue(answer.headers().firstValue("content-type").orElse("").startsWith(type));
        assertTrue(answer.headers().firstValue("content-disposition").orElse("")
                .endsWith("-2026-07." + extension + "\""));
        assertTrue(answer.body().substring(0, 40).contains(begin), answer.body().substring(0, 40));
    }

    @Test
    void searchShouldFindByAmountTimeAndLastDigitsAndSayWhatIsWrong() {
        String cookie = town.cookie(town.shop(0));
        String path = "/so-doanh-thu/tim-kiem?tu=2026-07-01&den=2026-08-05&tien=";
        String found = town.get(cookie, path + "200.000").body();
        assertTrue(found.contains("Đã tìm thấy") && found.contains("10:00 20/07/2026"), found);
        assertFalse(found.contains("300.000"), found);
        assertTrue(town.get(cookie, path + "100000&tien-den=300000").body().contains("300.000"));
        assertTrue(town.get(cookie, path + "200.001").body().contains("Không thấy khoản nào"));
        assertTrue(town.get(cookie, path + "&gio=10:01").body().contains("Không thấy khoản nào"));
        String code = Pattern.compile("Mã giao dịch (\\S+)").matcher(found).results().findFirst().orElseThrow()
                .group(1);
        String last = code.substring(code.length() - 4);
        assertTrue(town.get(cookie, path + "&cuoi=" + last).body().contains("Đã tìm thấy"));
        HttpResponse<String> wrong = town.get(cookie, "/so-doanh-thu/tim-kiem?tien=abc&tu=2026-08-05&den=2026-07-01"
                + "&gio=25:99&cuoi=1");
        assertEquals(422, wrong.statusCode());
        for (String said : List.of("Số tiền chưa đúng", "Ngày bắt đầu phải trước", "Giờ chưa đúng",
                "Điền từ 2 đến 20")) {
            assertTrue(wrong.body().contains(said), said);
        }
        assertEquals(422, town.get(cookie, "/so-doanh-thu/tim-kiem?tu=2025-01-01&den=2026-08-05").statusCode());
        assertEquals(200, town.get(cookie, "/so-doanh-thu/tim-kiem").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/so-doanh-thu?thang=2026-09", "/so-doanh-thu?thang=2019-12", "/so-doanh-thu?thang=x",
        "/so-doanh-thu/2026-13-01", "/so-doanh-thu/2026-09-01", "/so-doanh-thu/x", "/so-doanh-thu/2026-07.doc",
        "/so-doanh-thu/2026-7.pdf", "/so-doanh-thu/2026-99/chot", "/so-doanh-thu/tien-mat/x/gach",
        "/so-doanh-thu/2026-07-20?sau=x", "/so-doanh-thu?diem=out_x"})
    void addressThatIsNoneShouldNotBeFound(String path) {
        assertEquals(404, town.get(town.cookie(town.shop(0)), path).statusCode());
    }

    @Test
    void bookShouldBeNobodyElses() {
        PortalShop shop = town.shop(3);
        String cookie = town.cookie(shop);
        UUID id = UUID.randomUUID();
        assertEquals(303, town.post(cookie, "/so-doanh-thu/tien-mat", cash(id, "5.000", "2026-08-04")).statusCode());
        String other = town.cookie(town.shop(0));
        for (String path : List.of("/so-doanh-thu?diem=", "/so-doanh-thu/2026-07-20?diem=",
                "/so-doanh-thu/2026-07.pdf?diem=", "/so-doanh-thu/2026-07.csv?diem=")) {
            assertEquals(404, town.get(other, path + shop.outletId()).statusCode(), path);
            assertEquals(200, town.get(cookie, path + shop.outletId()).statusCode(), path);
        }
        assertEquals(404, town.get(other, "/so-doanh-thu/tien-mat/" + id + "/gach").statusCode());
        assertEquals(404, town.post(other, "/so-doanh-thu/tien-mat/" + id + "/gach", "").statusCode());
        assertEquals(200, town.get(cookie, "/so-doanh-thu/tien-mat/" + id + "/gach").statusCode());
        assertFalse(town.get(other, "/so-doanh-thu/2026-08-04").body().contains("tien le"));
    }

    @Test
    void bookShouldAskForASessionOfAnOwnerAndForItsOwnForm() {
        HttpResponse<String> nobody = town.get("a=b", "/so-doanh-thu/2026-07.pdf");
        assertEquals(303, nobody.statusCode());
        assertTrue(location(nobody).startsWith("/dang-nhap?tiep="), location(nobody));
        assertEquals(403, town.get("phopay_session=" + town.app.adminToken(), "/so-doanh-thu").statusCode());
        HttpResponse<String> forged = town.app.sendBytes("POST", "/so-doanh-thu/tien-mat",
                cash(UUID.randomUUID(), "1000", "2026-08-01").getBytes(StandardCharsets.UTF_8),
                "cookie", town.cookie(town.shop(0)), "content-type", "application/x-www-form-urlencoded");
        assertEquals(403, forged.statusCode());
    }

    @Test
    void outletShouldBeChosenWhereThereAreSeveral() {
        PortalShop shop = town.shop(4);
        JsonObject outlet = new JsonObject().put("name", "Quầy hai").put("address", "5 Đồng Xuân")
                .put("districtCode", "002");
        String token = town.app.token(shop.ownerPhone(), shop.password());
        String second = town.app.as(token, "POST", "/api/v1/merchants/" + shop.merchantId() + "/outlets", outlet)
                .getString("id");
        String cookie = town.cookie(shop);
        UUID id = UUID.randomUUID();
        HttpResponse<String> without = town.post(cookie, "/so-doanh-thu/tien-mat", cash(id, "8.000", "2026-08-03"));
        assertEquals(422, without.statusCode());
        assertTrue(without.body().contains("Hãy chọn một mục"), without.body());
        assertEquals(303, town.post(cookie, "/so-doanh-thu/tien-mat",
                cash(id, "8.000", "2026-08-03") + "&diem=" + second).statusCode());
        assertTrue(town.get(cookie, "/so-doanh-thu/2026-08-03?diem=" + second).body().contains("8.000"));
        assertFalse(town.get(cookie, "/so-doanh-thu/2026-08-03?diem=" + shop.outletId()).body().contains("8.000"));
    }
}
