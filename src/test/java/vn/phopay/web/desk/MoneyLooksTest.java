package vn.phopay.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.testing.PortalShop;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.web.desk.DeskCity.Staff;

/** Whoever of the staff looks at other people's money stands in the audit log. */
class MoneyLooksTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("money_looks").keepingInvariants();

    private static DeskCity city;

    @BeforeAll
    static void start() {
        city = new DeskCity(DB);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void everyLookOfStaffAtAShopsMoneyShouldBeFoundInTheLog() {
        PortalShop shop = PortalShop.open(city.app, city.clock);
        shop.payByCode(25_000);
        String caseId = city.caseOf(city.pay("5559917", 61_000, "khong ro"));
        Staff analyst = city.staff("ANALYST");
        String token = city.app.token(analyst.login(), DeskCity.PASSWORD);
        String list = "/api/v1/payments?outletId=" + shop.outletId();

        assertEquals(1, city.app.as(token, "GET", list, null).getJsonArray("items").size());
        assertEquals(200, city.app.send("GET", "/api/v1/payments.csv", null,
                "authorization", "Bearer " + token).statusCode());
        city.app.as(token, "GET", "/api/v1/cases/" + caseId, null);
        city.app.as(shop.token(), "GET", list, null);

        assertEquals(List.of("ANALYST payments.read: "), city.audited(shop.merchantId()).stream()
                .filter(line -> line.contains("payments")).toList(), "an owner's own look is nobody's business");
        assertEquals(List.of("ANALYST payments.read: "), city.audited("ALL"));
        assertEquals(List.of("ANALYST case.read: "), city.audited(caseId));
        String log = city.browser("ADMIN").get("/nhat-ky?doi-tuong=" + shop.merchantId()).body();
        assertTrue(log.contains("<strong>Xem tiền vào</strong>") && log.contains("Chị " + analyst.login()), log);
    }

    @Test
    void lookAtACaseShouldBeOneEntryForTenMinutes() {
        String caseId = city.caseOf(city.pay("5559918", 61_000, "khong ro"));
        StaffBrowser registrar = city.browser("REGISTRAR");

        registrar.get("/vu-viec/" + caseId);
        registrar.get("/vu-viec/" + caseId);
        assertEquals(List.of("REGISTRAR case.read: "), city.audited(caseId));
        city.clock.advance(Duration.ofMinutes(11));
        registrar.get("/vu-viec/" + caseId);
        assertEquals(2, city.audited(caseId).size());
    }
}
