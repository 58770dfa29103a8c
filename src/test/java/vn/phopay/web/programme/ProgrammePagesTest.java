package vn.phopay.web.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.testing.PortalShop;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** The programme's pages over HTTP: what they say and refuse, who may see them, and that looks are kept. */
class ProgrammePagesTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("programme_pages");

    private static ProgrammeTown town;
    private static String registrar;
    private static String analyst;
    private static String elsewhere;
    private static String city;

    @BeforeAll
    static void start() {
        town = new ProgrammeTown(DB);
        registrar = town.cookie("lan.hk");
        analyst = town.cookie("minh.hk");
        elsewhere = town.cookie("hoa.bd");
        city = town.cookie("chi.city");
        town.listStreet(registrar);
        town.waitForFold();
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    private static String staffId(String page, String name) {
        Matcher option = Pattern.compile("value=\"(stf_[^\"]+)\"[^>]*>" + name + "<").matcher(page);
        assertTrue(option.find(), page);
        return option.group(1);
    }

    @Test
    void districtShouldPutTheLaggingStreetFirst() {
        String page = town.get(registrar, "/thanh-pho/quan/002").body();
        String streets = page.substring(page.indexOf("id=\"street\""));
        assertTrue(streets.indexOf("Hàng Ngang") < streets.indexOf("Hàng Đào"), "2 % lags behind 45 %");
        assertTrue(streets.indexOf("Hàng Đào") < streets.indexOf("Tạ Hiện"), "45 % lags behind 60 %");
        assertTrue(streets.indexOf("Chậm nhất") < streets.indexOf("Hàng Đào"), "the first one is marked");
        String other = town.get(registrar, "/thanh-pho/quan/002?xep=activeOutlets30").body();
        String by = other.substring(other.indexOf("id=\"street\""));
        assertTrue(by.indexOf("Tạ Hiện") < by.indexOf("Hàng Đào"), "12 shops lag behind 18");
        assertTrue(page.contains("48%"), "96 of 200");
    }

    @Test
    void streetShouldTellItsShopsAndKeepTheLook() {
        String page = town.get(registrar, ProgrammeTown.STREET).body();
        for (String said : List.of("Lụa Vạn Phúc", "Ô mai Tiến Thịnh", "Chưa đăng ký", "Quán đã nghỉ", "Đã đóng cửa",
                "20/11/2026 · Tổ công nghệ số 5", "Có phải " + PortalShop.NAME)) {
            assertTrue(page.contains(said), said + " is missing in " + page);
        }
        town.get(registrar, ProgrammeTown.STREET);
        assertEquals(1, town.count("SELECT count(*) FROM audit_entry a JOIN staff s ON s.staff_id = a.actor_id"
                + " WHERE action = 'street.view' AND s.login = 'lan.hk'"), "looks within minutes are one entry");
    }

    @Test
    void outletShouldBeLinkedAndTurnActive() {
        UUID premises = town.premises("12");
        String path = ProgrammeTown.STREET + "/danh-ba/" + premises;
        String before = town.get(registrar, path).body();
        assertTrue(before.contains("Cùng số nhà"), before);
        assertEquals(303, town.post(registrar, path + "/lien-ket", Map.of("cua-hang", town.shop.outletId()))
                .statusCode());
        assertTrue(town.get(registrar, path).body().contains("Bỏ liên kết"));
        String street = town.get(registrar, ProgrammeTown.STREET).body();
        assertTrue(street.contains("1 đang có giao dịch"), street);
        assertEquals(412, town.post(registrar, ProgrammeTown.STREET + "/danh-ba/" + town.premises("9") + "/lien-ket",
                Map.of("cua-hang", town.shop.outletId())).statusCode(), "an outlet trades at one place");
        assertEquals(303, town.post(registrar, path + "/lien-ket", Map.of()).statusCode());
    }

    @Test
    void wrongListShouldBeShownLineByLineAndChangeNothing() {
        long before = town.count("SELECT count(*) FROM premises");
        HttpResponse<String> wrong = town.post(registrar, ProgrammeTown.STREET + "/danh-ba/xem", Map.of("csv",
                "so_nha,ten,nguon,ngay\n3,Bún chả,Tổ 5,2026-11-20\n5,,Tổ 5,2026-11-20\n"
                        + "7,Chè 0912 345 678,Tổ 5,hôm qua\n"));
        assertEquals(422, wrong.statusCode());
        for (String said : List.of("1 địa điểm mới", "Dòng 3", "chưa có tên biển hiệu", "có vẻ có số điện thoại",
                "ngày chưa đúng")) {
            assertTrue(wrong.body().contains(said), said);
        }
        assertFalse(wrong.body().contains("Nhập danh sách này"));
        HttpResponse<String> columns =
                town.post(registrar, ProgrammeTown.STREET + "/danh-ba/nhap", Map.of("csv", "ten\nPhở\n"));
        assertEquals(422, columns.statusCode());
        assertTrue(columns.body().contains("<code>so_nha</code>"), columns.body());
        assertEquals(before, town.count("SELECT count(*) FROM premises"));
        String file = town.get(registrar, ProgrammeTown.STREET + "/danh-ba.csv").body();
        assertTrue(file.contains("Lụa Vạn Phúc"), file);
        HttpResponse<String> back = town.post(registrar, ProgrammeTown.STREET + "/danh-ba/xem", Map.of("csv", file));
        assertEquals(200, back.statusCode(), "what was handed out can be brought back");
        assertTrue(back.body().contains("0 địa điểm mới"), back.body());
    }

    @Test
    void walkListShouldBeAssignedWorkedAndFinished() {
        String page = town.get(analyst, ProgrammeTown.STREET).body();
        UUID silk = town.premises("9");
        Map<String, String> order = new HashMap<>(Map.of(
                "diem", silk.toString(), "nguoi", staffId(page, "Lan"), "han", "2026-11-30"));
        HttpResponse<String> past = town.post(analyst, ProgrammeTown.STREET + "/giao",
                Map.of("diem", silk.toString(), "han", "2026-11-01", "ghi-chu", "gọi 0912345678"));
        assertEquals(422, past.statusCode());
        assertTrue(past.body().contains("Chọn một ngày từ hôm nay"), past.body());
        assertTrue(past.body().contains("số điện thoại"));
        assertTrue(past.body().contains("gọi 0912345678"), "what was typed is kept");
        assertEquals(303, town.post(analyst, ProgrammeTown.STREET + "/giao", order).statusCode());
        HttpResponse<String> again = town.post(analyst, ProgrammeTown.STREET + "/giao", order);
        assertEquals(412, again.statusCode(), "it stands on a list already");
        String mine = town.get(registrar, "/thanh-pho/di-pho").body();
        Matcher link = Pattern.compile("href=\"(/thanh-pho/di-pho/[0-9a-f-]{36})\"").matcher(mine);
        assertTrue(link.find(), mine);
        String list = link.group(1);
        assertTrue(town.get(registrar, list).body().contains("Lụa Vạn Phúc"));
        String stop = list + "/diem/" + silk;
        HttpResponse<String> why = town.post(registrar, stop, Map.of("lan", "1", "ket-qua", "REFUSED"));
        assertEquals(422, why.statusCode());
        assertTrue(why.body().contains("Hãy ghi lý do từ chối"));
        assertEquals(303, town.post(registrar, stop, Map.of(
                "lan", "1", "ket-qua", "COME_AGAIN", "hen", "2026-11-25")).statusCode());
        HttpResponse<String> late = town.post(registrar, stop, Map.of("lan", "1", "ket-qua", "CLOSED"));
        assertEquals(409, late.statusCode(), "somebody wrote meanwhile");
        assertTrue(late.body().contains("Người khác vừa ghi kết quả"));
        assertEquals(403, town.post(analyst, stop, Map.of("lan", "2", "ket-qua", "CLOSED")).statusCode());
        assertEquals(404, town.post(elsewhere, stop, Map.of("lan", "2", "ket-qua", "CLOSED")).statusCode());
        assertEquals(404, town.get(elsewhere, list).statusCode());
        giveOnAndBack(list);
        assertEquals(303, town.post(registrar, list + "/xong", Map.of()).statusCode());
        assertTrue(town.get(registrar, list).body().contains("Danh sách này đã kết thúc"));
        assertEquals(409, town.post(registrar, list + "/giao-lai", Map.of()).statusCode(), "it has ended");
        assertEquals(403, town.post(registrar, stop, Map.of("lan", "2", "ket-qua", "CLOSED")).statusCode());
    }

    private static void giveOnAndBack(String list) {
        String page = town.get(analyst, list).body();
        String nga = staffId(page, "Nga");
        Matcher holder = Pattern.compile("name=\"tu\" value=\"(stf_[^\"]+)\"").matcher(page);
        assertTrue(holder.find(), page);
        String lan = holder.group(1);
        HttpResponse<String> wrong = town.post(analyst, list + "/giao-lai",
                Map.of("tu", lan, "nguoi", lan, "han", "2026-11-01", "ly-do", "gọi 0912345678"));
        assertEquals(422, wrong.statusCode(), "to the same person, too early, with a phone number");
        for (String said : List.of("Chọn một ngày từ hôm nay", "số điện thoại", "value=\"gọi 0912345678\"")) {
            assertTrue(wrong.body().contains(said), said);
        }
        Map<String, String> order =
                Map.of("tu", lan, "nguoi", nga, "han", "2026-12-05", "ly-do", "Lan nghỉ phép");
        assertEquals(404, town.post(elsewhere, list + "/giao-lai", order).statusCode());
        assertEquals(303, town.post(analyst, list + "/giao-lai", order).statusCode());
        String after = town.get(registrar, list).body();
        for (String said : List.of("Nga · hạn 05/12/2026", "từ Lan sang Nga", "Lan nghỉ phép",
                "hạn 05/12/2026 thay cho 30/11/2026")) {
            assertTrue(after.contains(said), said + " is missing in " + after);
        }
        HttpResponse<String> late = town.post(registrar, list + "/giao-lai", order);
        assertEquals(409, late.statusCode(), "it is not Lan's any more");
        assertTrue(late.body().contains("vừa được giao cho người khác"), late.body());
        assertEquals(303, town.post(city, list + "/giao-lai",
                Map.of("tu", nga, "nguoi", lan, "han", "2026-12-05", "ly-do", "Lan đã về")).statusCode());
    }

    @Test
    void registrationShouldBeginWithWhatTheWalkListKnows() {
        HttpResponse<String> begun = town.post(registrar, "/ho-tro-dang-ky", Map.of(
                "displayName", "Lụa Vạn Phúc", "street", "hang-ngang", "houseNumber", "9"));
        assertEquals(303, begun.statusCode(), begun.body());
        assertTrue(town.get(registrar, ProgrammeTown.location(begun)).body().contains("value=\"Lụa Vạn Phúc\""));
        assertEquals(1, town.count("SELECT count(*) FROM onboarding_start WHERE assisted"
                + " AND district_place_id = 'district-002'"), "the funnel knows of it");
        String funnel = town.get(registrar, "/thanh-pho/pheu").body();
        assertTrue(funnel.contains("Bắt đầu đăng ký") && funnel.contains("Có người hỗ trợ"), funnel);
    }

    @Test
    void targetsShouldBeSetChangedAndTakenBackByAnalysts() {
        String form = town.get(city, "/thanh-pho/chi-tieu/moi").body();
        Map<String, String> fields = new HashMap<>(Map.of("noi", "street-hang-dao", "chi-so", "activeOutlets30",
                "muc", "20", "han", "2026-12-31", "nguoi", staffId(form, "Lan"), "ke-hoach", "kh57-2024"));
        HttpResponse<String> wrong = town.post(city, "/thanh-pho/chi-tieu",
                Map.of("noi", "street-hang-dao", "chi-so", "streetCoverage", "muc", "abc", "han", "x"));
        assertEquals(422, wrong.statusCode());
        for (String said : List.of("Chỉ số này không tính cho loại nơi đó", "Ghi tỷ lệ từ", "Ngày chưa đúng",
                "Hãy chọn người phụ trách", "value=\"abc\"")) {
            assertTrue(wrong.body().contains(said), said);
        }
        assertEquals(303, town.post(city, "/thanh-pho/chi-tieu", fields).statusCode());
        String list = town.get(registrar, "/thanh-pho/chi-tieu").body();
        for (String said : List.of("Hàng Đào", "Kế hoạch 57 năm 2024", "Đúng tiến độ", "Theo đà này")) {
            assertTrue(list.contains(said), said + " is missing in " + list);
        }
        assertFalse(town.get(elsewhere, "/thanh-pho/chi-tieu").body().contains("Hàng Đào"));
        assertEquals(403, town.post(registrar, "/thanh-pho/chi-tieu", fields).statusCode());
        Matcher link = Pattern.compile("href=\"(/thanh-pho/chi-tieu/[0-9a-f-]{36})\"").matcher(list);
        assertTrue(link.find());
        assertEquals(404, town.get(elsewhere, link.group(1)).statusCode());
        fields.put("ban", "1");
        fields.put("muc", "400");
        assertEquals(303, town.post(city, link.group(1), fields).statusCode());
        assertEquals(409, town.post(city, link.group(1), fields).statusCode(), "somebody changed it meanwhile");
        assertTrue(town.get(registrar, "/thanh-pho/chi-tieu").body().contains("Sẽ trễ hạn"));
        assertTrue(town.get(city, link.group(1)).body().contains("Lịch sử thay đổi"));
        assertEquals(303, town.post(city, link.group(1) + "/bo", Map.of()).statusCode());
        fields.put("chi-so", "adoptionRate");
        fields.put("muc", "60");
        HttpResponse<String> baseless = town.post(city, "/thanh-pho/chi-tieu", fields);
        assertEquals(422, baseless.statusCode());
        assertTrue(baseless.body().contains("chưa có số địa điểm kinh doanh"), baseless.body());
    }

    @Test
    void campaignsShouldBeKeptByAnalystsOfTheirPlace() {
        Map<String, String> fields = new HashMap<>(Map.of("ten-vi", "Phố đi bộ không tiền mặt", "ten-en",
                "Cashless walking streets", "noi", "city", "tu", "2026-10-01"));
        HttpResponse<String> limited = town.post(analyst, "/thanh-pho/chien-dich", fields);
        assertEquals(422, limited.statusCode(), "who has one district keeps no campaign of the whole city");
        assertEquals(303, town.post(city, "/thanh-pho/chien-dich", fields).statusCode());
        String list = town.get(elsewhere, "/thanh-pho/chien-dich").body();
        assertTrue(list.contains("Phố đi bộ không tiền mặt"), "everybody sees a campaign of the city");
        String district = town.get(registrar, "/thanh-pho/quan/002").body();
        assertTrue(district.contains("Phố đi bộ không tiền mặt: từ 01/10/2026"), "it is a band of the trend");
        fields.put("den", "2026-09-01");
        HttpResponse<String> wrong = town.post(city, "/thanh-pho/chien-dich", fields);
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.body().contains("Ngày kết thúc phải từ ngày bắt đầu"));
        Matcher link = Pattern.compile("href=\"(/thanh-pho/chien-dich/[0-9a-f-]{36})\"")
                .matcher(town.get(city, "/thanh-pho/chien-dich").body());
        assertTrue(link.find());
        assertEquals(404, town.get(analyst, link.group(1)).statusCode());
        fields.put("den", "2026-12-31");
        fields.put("ban", "1");
        assertEquals(303, town.post(city, link.group(1), fields).statusCode());
        assertEquals(409, town.post(city, link.group(1), fields).statusCode());
        assertEquals(303, town.post(city, link.group(1) + "/bo", Map.of()).statusCode());
    }

    @Test
    void banksAndQualityShouldTellTheirFigures() {
        String banks = town.get(elsewhere, "/thanh-pho/ngan-hang").body();
        assertTrue(banks.contains("mbbank") && banks.contains("95%"), banks);
        assertEquals(404, town.get(elsewhere, "/thanh-pho/ngan-hang?thang=x").statusCode());
        String quality = town.get(city, "/thanh-pho/chat-luong").body();
        assertTrue(quality.contains("Tiền chưa biết của ai"), quality);
        assertFalse(town.get(elsewhere, "/thanh-pho/chat-luong").body().contains("Tiền chưa biết của ai"),
                "what is the whole city's is not counted for a district");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/thanh-pho/quan/002", "/thanh-pho/pho/hang-ngang", "/thanh-pho/pho/hang-ngang/danh-ba",
        "/thanh-pho/pho/hang-ngang/danh-ba.csv", "/thanh-pho/khong-gian/hk-lake", "/thanh-pho/pheu?quan=002"})
    void placesOfAnotherDistrictShouldNotBeFound(String path) {
        assertEquals(200, town.get(registrar, path).statusCode(), path);
        assertEquals(404, town.get(elsewhere, path).statusCode(), path);
        assertEquals(200, town.get(city, path).statusCode(), path);
        String owner = "phopay_session=" + town.shop.token();
        assertEquals(403, town.get(owner, path).statusCode(), path);
    }

    @Test
    void wardShouldBeSeenFromEveryDistrictThatItTouches() {
        String ward = "/thanh-pho/phuong/ward-00070-2025";
        String page = town.get(registrar, ward).body();
        assertTrue(page.contains("Khu vực này có từ 01/07/2025"), page);
        assertTrue(page.contains("Trước đó mã 00070 chỉ một nơi khác"), "a recycled code is told");
        assertEquals(200, town.get(elsewhere, ward).statusCode(), "a part of Ba Đình lies in it");
        assertEquals(404, town.get(town.cookie("tam.st"), ward).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/danh-ba", "/danh-ba/xem", "/danh-ba/nhap", "/giao"})
    void formsOfAnotherDistrictShouldNotBeFound(String form) {
        assertEquals(404, town.post(elsewhere, ProgrammeTown.STREET + form, Map.of("csv", "x")).statusCode());
        String one = ProgrammeTown.STREET + "/danh-ba/" + town.premises("9");
        assertEquals(404, town.post(elsewhere, one, Map.of()).statusCode());
        assertEquals(404, town.post(elsewhere, one + "/lien-ket", Map.of()).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/thanh-pho/quan/999", "/thanh-pho/pho/x", "/thanh-pho/khong-gian/x", "/thanh-pho/phuong/x",
        "/thanh-pho/phuong/district-002", "/thanh-pho/di-pho/x", "/thanh-pho/chi-tieu/x", "/thanh-pho/chien-dich/x",
        "/thanh-pho/pho/hang-ngang/danh-ba/x", "/thanh-pho/pheu?quan=999"})
    void addressThatIsNoneShouldNotBeFound(String path) {
        assertEquals(404, town.get(city, path).statusCode(), path);
    }
}
