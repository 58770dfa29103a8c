package vn.phopay.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A shop for browser tests is a real one: it is paid, a thief is refused, and its owner's window has a session. */
class PortalShopTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("portal_shop");

    @Test
    void shopsShouldBePaidEachOnItsOwnWhenSeveralAreOpen() {
        try (TestApp app = TestApp.start(DB); PageBrowser browser = PageBrowser.open()) {
            PortalShop one = PortalShop.open(app);
            PortalShop other = PortalShop.open(app);
            assertNotEquals(one.merchantId(), other.merchantId());

            assertEquals("OUTLET", one.payByCode(200_000).getString("outcome"));
            one.pay(5_000, "khong ma");
            one.payInBadHands(900_000, one.reference());

            assertEquals(List.of(5_000L, 200_000L), amounts(app, one));
            assertEquals(List.of(), amounts(app, other));
            assertTrue(one.code().getString("payload").contains(one.reference()));
            assertEquals(201, app.send("POST", "/api/v1/sessions", new JsonObject()
                    .put("login", one.typedPhone()).put("password", one.password())).statusCode());

            PageWindow window = browser.phone("vi").open(app.uri("/"));
            one.logIn(window);
            assertEquals(one.outletId(), window.evaluate("fetch('/api/v1/merchants/" + one.merchantId()
                    + "').then((r) => r.json()).then((m) => m.outlets[0].id)"));
        }
    }

    private static List<Long> amounts(TestApp app, PortalShop shop) {
        JsonArray items = app.as(shop.token(), "GET", "/api/v1/payments", null).getJsonArray("items");
        return items.stream().map(item -> ((JsonObject) item).getLong("amount")).sorted().toList();
    }
}
