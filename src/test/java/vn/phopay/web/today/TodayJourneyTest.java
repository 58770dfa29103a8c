package vn.phopay.web.today;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.qr.CodeReader;
import vn.phopay.testing.PageBrowser;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.PortalShop;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.testing.WindowLook;

/** The owner's first page and the keypad in a real browser: figures, words, a code, its payment, and giving it up. */
class TodayJourneyTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("today_pages");

    private static TestApp app;
    private static PageBrowser browser;

    @BeforeAll
    static void start() {
        app = TestApp.start(DB);
        browser = PageBrowser.open();
    }

    @AfterAll
    static void stop() {
        browser.close();
        app.close();
    }

    @Test
    void firstPageShouldTellTheDayInDigitsAndWords() {
        for (WindowLook look : new WindowLook[] {WindowLook.phone("vi"), WindowLook.desktop("en")}) {
            PortalShop shop = PortalShop.open(app);
            PageWindow window = browser.window(look);
            window.open(app.uri("/dang-nhap"));
            shop.logIn(window);
            window.open(app.uri("/hom-nay"));
            window.audit("today-empty");

            shop.payByCode(200_000);
            shop.payByCode(45_000);
            shop.payInBadHands(999_000, shop.reference());
            window.waitFor("document.getElementById('total').textContent.includes('245')");

            boolean vietnamese = look.language().equals("vi");
            assertEquals(vietnamese ? "245.000\u00a0₫" : "245,000\u00a0₫", window.text("#total"));
            assertEquals(vietnamese ? "hai trăm bốn mươi lăm nghìn đồng" : "two hundred forty-five thousand dong",
                    window.text("#total-words"));
            assertEquals(vietnamese ? "2 lần khách trả" : "2 payments", window.text("#count"));
            assertTrue(window.text("#last-amount").startsWith("45"), window.text("#last-amount"));
            assertFalse(window.page().content().contains("999"));
            window.open(app.uri("/hom-nay")).audit("today");
        }
    }

    @Test
    void codeShouldBeShownPaidAndToldWhenTheMoneyComes() throws Exception {
        for (WindowLook look : new WindowLook[] {WindowLook.phone("vi"), WindowLook.desktop("en")}) {
            PortalShop shop = PortalShop.open(app);
            PageWindow window = browser.window(look);
            window.open(app.uri("/dang-nhap"));
            shop.logIn(window);
            window.open(app.uri("/nhan-tien")).audit("pad");
            for (String key : new String[] {"4", "5", "000"}) {
                window.page().click("[data-key='" + key + "']");
            }
            boolean vietnamese = look.language().equals("vi");
            assertEquals(vietnamese ? "45.000" : "45,000", window.page().inputValue("#amount"));
            window.page().click("form#pad button[type=submit]");
            window.page().waitForURL("**/nhan-tien/prq_*");
            window.waitFor("document.getElementById('waiting').textContent.match(/1[45]:[0-5][0-9]/)");
            window.audit("pad-code");
            String id = window.page().url().replaceAll(".*/", "");
            JsonObject request = app.as(shop.token(), "GET", "/api/v1/payment-requests/" + id, null);
            assertEquals(request.getString("payload"), read(window));

            shop.pay(40_000, request.getString("reference"));
            window.waitFor("document.getElementById('request').classList.contains('short')");
            window.open(URI.create(window.page().url())).audit("pad-short");
            assertTrue(window.text("#request").contains(vietnamese ? "5.000" : "5,000"));
            shop.pay(5_000, request.getString("reference"));
            window.waitFor("document.getElementById('request').classList.contains('paid')");
            assertEquals(vietnamese ? "Đã nhận bốn mươi lăm nghìn đồng" : "Received forty-five thousand dong",
                    window.text("#say"));
            window.open(URI.create(window.page().url())).audit("pad-paid");
        }
    }

    @Test
    void codeShouldBeGivenUpAndAmountsRefusedWithoutScripts() {
        PortalShop shop = PortalShop.open(app);
        PageWindow window = browser.window(WindowLook.phone("vi").withoutJavaScript());
        window.open(app.uri("/dang-nhap"));
        window.page().fill("#login", shop.typedPhone());
        window.page().fill("#password", shop.password());
        window.page().click("main button[type=submit]");
        window.page().waitForURL("**/hom-nay");
        window.page().click("nav a[href='/nhan-tien']");
        window.page().fill("#amount", "45.00");
        window.page().click("form#pad button[type=submit]");
        assertEquals("Số tiền chưa đúng. Ví dụ: 200.000", window.text("#amount-error"));
        assertEquals("45.00", window.page().inputValue("#amount"));
        window.screenshot("pad-fault");
        window.page().fill("#amount", "45.000");
        window.page().click("form#pad button[type=submit]");
        assertTrue(window.text("h1").startsWith("45.000"), window.text("h1"));
        window.page().click(".button.danger");
        assertTrue(window.text("#request").contains("Mã này đã hủy."), window.text("#request"));
    }

    @Test
    void requestOfAnotherShopShouldNotBeFound() {
        PortalShop shop = PortalShop.open(app);
        PortalShop other = PortalShop.open(app);
        String id = app.as(shop.token(), "POST", "/api/v1/payment-requests",
                new JsonObject().put("outletId", shop.outletId()).put("amount", 45_000)).getString("id");
        PageWindow window = browser.phone("vi");
        window.open(app.uri("/dang-nhap"));
        other.logIn(window);

        window.open(app.uri("/nhan-tien/" + id));

        assertEquals("Không tìm thấy", window.text("h1"));
        window.open(app.uri("/nhan-tien/prq_nonsense"));
        assertEquals("Không tìm thấy", window.text("h1"));
    }

    @Test
    void keypadShouldWorkByKeyboardWithLargeTextAndLessMotion() {
        PortalShop shop = PortalShop.open(app);
        PageWindow window = browser.window(WindowLook.phone("vi").withTextDoubled().withReducedMotion());
        window.open(app.uri("/dang-nhap"));
        shop.logIn(window);
        window.open(app.uri("/hom-nay")).audit("today");
        window.open(app.uri("/nhan-tien")).audit("pad");
        window.keyboard().tabTo("000", 40);
        window.page().fill("#amount", "12");
        window.keyboard().tabTo("000", 40);
        window.keyboard().press("Enter");
        assertEquals("12.000", window.page().inputValue("#amount"));
        window.keyboard().tabTo("Hiện mã cho khách quét", 40);
        window.keyboard().press("Enter");
        window.page().waitForURL("**/nhan-tien/prq_*");
        window.audit("pad-code");
    }

    private static String read(PageWindow window) throws Exception {
        window.evaluate("void document.querySelector('#request img').scrollIntoView({block: 'center'})");
        byte[] picture = window.page().locator("#request img").screenshot();
        return CodeReader.zxing(ImageIO.read(new ByteArrayInputStream(picture))).getText();
    }
}
