package vn.phopay.web.check;

import com.microsoft.playwright.options.FilePayload;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import vn.phopay.testing.CameraFeed;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.PortalShop;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;

/** A service with shops and the city's safety desk, by a clock that is moved by hand. */
final class SafetyCity implements AutoCloseable {
    private static final String PASSWORD = "bun-cha-hang-manh";

    final MovableClock clock = MovableClock.morning();
    final TestApp app;

    SafetyCity(TestDatabase database) {
        app = TestApp.start(database, clock, Map.of(
                "PHOPAY_SESSION_HOURS", "168", "PHOPAY_SAFETY_RATE_BURST", "1000"));
    }

    PortalShop shop() {
        return PortalShop.open(app, clock);
    }

    /** A member of staff of some districts, by the token. */
    String staff(String login, String role, String... districtCodes) {
        app.as(app.adminToken(), "POST", "/api/v1/staff", new JsonObject().put("login", login).put("name", login)
                .put("role", role).put("password", PASSWORD).put("districtCodes", new JsonArray(List
                .of(districtCodes))));
        return app.token(login, PASSWORD);
    }

    /** Opens a page as the shop's owner. */
    PageWindow open(PortalShop shop, PageWindow window, String path) {
        shop.logIn(window);
        return window.open(app.uri(path));
    }

    /**
     * A window with doubled text has been here before, so that its fonts are there: lines of such length break
     * elsewhere while a font is on its way, and what is looked at here is how pages hold large text.
     */
    static PageWindow known(PageWindow window, SafetyCity city) {
        return window.look().textDoubled()
                ? window.open(city.app.uri("/bao-ma-gia")).settle().visitAnew(false)
                : window;
    }

    /** A photo of a code, as a file that a form takes. */
    static FilePayload photo(String text) {
        return file("photo.jpg", "image/jpeg", "jpg", CameraFeed.code(text));
    }

    static FilePayload file(String name, String type, String format, BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FilePayload(name, type, bytes.toByteArray());
    }

    static FilePayload file(String name, String type, Buffer bytes) {
        return new FilePayload(name, type, bytes.getBytes());
    }

    /** Reports of pasted-over codes as a member of staff sees them in the list of cases. */
    List<JsonObject> cases(String token) {
        return app.as(token, "GET", "/api/v1/cases?kind=CODE_TAMPERED&limit=500", null).getJsonArray("items").stream()
                .map(JsonObject.class::cast).toList();
    }

    @Override
    public void close() {
        app.close();
    }
}
