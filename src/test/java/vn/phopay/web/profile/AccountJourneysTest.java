package vn.phopay.web.profile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.testing.WindowLook;

/** Another receiving account, from the wish to the new code in place of the old one. */
class AccountJourneysTest extends ProfileVisit {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("account_journeys").keepingInvariants();

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
    void changedAccountShouldBeApprovedAndItsOldCodesReplaced(WindowLook look) {
        enter(look, "/ho-so/tai-khoan");
        window.audit("profile-account");
        String number = "7001 " + shop.accountNumber().substring(4);
        fillAccount(number, "not-my-password");
        assertTrue(window.text("#faults").contains(says("profile.password.wrong")));
        assertEquals(number, field("accountNumber").inputValue());
        fillAccount(number, shop.password());
        assertEquals("/ho-so/tai-khoan?noti=profile.account.waits", path());
        window.audit("profile-account-waits");
        assertEquals("OUTLET", shop.payByCode(50_000).getString("outcome"), "the old account goes on");

        JsonObject waiting = waitingAccount();
        assertEquals(number.substring(number.length() - 4), waiting.getString("accountEnd"));
        assertEquals(end(shop.accountNumber()), waiting.getJsonObject("replaces").getString("accountEnd"));
        app.as(app.adminToken(), "POST", "/api/v1/merchants/" + shop.merchantId() + "/approve", new JsonObject());

        window.open(app.uri("/hom-nay"));
        assertTrue(window.text("main").contains(says("profile.old.title", 1)), "the first page says it, too");
        window.open(app.uri("/ma-qr"));
        assertEquals("/ho-so/tai-khoan#old-codes", page().locator("main .notice.bad a").getAttribute("href"));
        window.open(app.uri("/ho-so"));
        assertTrue(window.text("[role=alert]").contains(says("profile.old.title", 1)));
        window.audit("profile-old-codes");
        follow("profile.old.open");
        window.audit("profile-account-old-codes");
        assertTrue(window.text("#old-codes").contains("••••" + end(shop.accountNumber())));
        assertEquals("OUTLET", shop.payByCode(20_000).getString("outcome"), "the old code still pays the old account");
        page().locator("#old-codes form button").click();

        assertEquals("/ho-so/tai-khoan?noti=profile.code.made", path());
        assertThat(page().locator("#old-codes")).hasCount(0);
        window.audit("profile-account-replaced");
        assertEquals("REVOKED", verdict(shop.code().getString("payload")));
        JsonObject made = codes().stream().filter(code -> code.getString("status").equals("ACTIVE"))
                .findFirst().orElseThrow();
        assertEquals("GENUINE", verdict(made.getString("payload")));
        assertTrue(made.getString("payload").contains("7001" + shop.accountNumber().substring(4)));
        assertEquals("Quầy 1", made.getString("label"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void changeOfAccountShouldBeTakenBack(WindowLook look) {
        enter(look, "/ho-so/tai-khoan");
        fillAccount("7002" + shop.accountNumber().substring(4), shop.password());

        submit("profile.account.withdraw");

        assertEquals("/ho-so/tai-khoan?noti=profile.account.withdrawn", path());
        // Another one may be sent.
        assertThat(page().locator("#bankBin")).hasCount(1);
        assertTrue(page().locator("main").textContent().contains(says("profile.account.state.approved")));
    }

    private JsonObject waitingAccount() {
        return app.as(app.adminToken(), "GET", "/api/v1/merchants?accountWaits=true", null).getJsonArray("items")
                .stream().map(JsonObject.class::cast)
                .filter(item -> item.getString("id").equals(shop.merchantId()))
                .findFirst().orElseThrow().getJsonObject("waitingAccount");
    }

    private List<JsonObject> codes() {
        return app.as(app.token(shop.ownerPhone(), shop.password()), "GET",
                "/api/v1/outlets/" + shop.outletId() + "/qr-codes", null).getJsonArray("items").stream()
                .map(JsonObject.class::cast).toList();
    }

    private void fillAccount(String number, String password) {
        field("bankBin").selectOption("970436");
        field("accountNumber").fill(number);
        field("accountName").fill("Nguyễn Thị Hoa");
        field("password").fill(password);
        submit("profile.account.send");
    }
}
