package vn.phopay.testing;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** One page in a {@link Browser}. It remembers whatever the browser complains about. */
public final class BrowserPage {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int PHONE_WIDTH_MAX = 600;
    private static final int WAIT_MS_MAX = 20_000;

    private final DevTools tools;
    private final String session;
    private final int width;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();

    BrowserPage(DevTools tools, String session, int width, int height) {
        this.tools = tools;
        this.session = session;
        this.width = width;
        tools.listen(this::hear);
        List.of("Page.enable", "Runtime.enable", "Log.enable", "Network.enable").forEach(this::call);
        call("Emulation.setDeviceMetricsOverride", new JsonObject()
                .put("width", width)
                .put("height", height)
                .put("deviceScaleFactor", 1)
                .put("mobile", width <= PHONE_WIDTH_MAX));
    }

    /** Goes to {@code address} and waits until it is loaded. */
    public void navigate(URI address) {
        loaded = new CompletableFuture<>();
        call("Page.navigate", new JsonObject().put("url", address.toString()));
        DevTools.await(loaded);
    }

    /** The value of a JavaScript expression, a promise's too; throws what it throws. */
    public Object evaluate(String expression) {
        JsonObject answer = call("Runtime.evaluate", new JsonObject()
                .put("expression", expression)
                .put("awaitPromise", true)
                .put("returnByValue", true));
        if (answer.containsKey("exceptionDetails")) {
            throw new AssertionError(answer.getJsonObject("exceptionDetails").encode());
        }
        return answer.getJsonObject("result").getValue("value");
    }

    /** Waits until a JavaScript condition holds; fails after 20 seconds. */
    public void waitFor(String condition) {
        evaluate("""
                new Promise((done, failed) => {
                    const end = performance.now() + %d;
                    const look = () => (%s) ? done(true)
                        : performance.now() > end ? failed(new Error('it never came true')) : setTimeout(look, 25);
                    look();
                })""".formatted(WAIT_MS_MAX, condition));
    }

    /** The text of the first element that {@code selector} finds. */
    public String text(String selector) {
        return (String) evaluate("document.querySelector(" + quoted(selector) + ").textContent.trim()");
    }

    /** Clicks the first element that {@code selector} finds. */
    public void click(String selector) {
        evaluate("document.querySelector(" + quoted(selector) + ").click()");
    }

    /** Clicks a link and waits until the page behind it is loaded. */
    public void follow(String selector) {
        loaded = new CompletableFuture<>();
        click(selector);
        DevTools.await(loaded);
    }

    /** Types {@code text} into a field, as a whole. */
    public void type(String selector, String text) {
        evaluate("document.querySelector(" + quoted(selector) + ").focus()");
        call("Input.insertText", new JsonObject().put("text", text));
    }

    /** Presses a key that has no text, such as {@code ArrowRight}. */
    public void press(String key) {
        for (String kind : List.of("keyDown", "keyUp")) {
            call("Input.dispatchKeyEvent", new JsonObject().put("type", kind).put("key", key).put("code", key));
        }
    }

    /** Errors on the console, refused loads, uncaught exceptions and breaches of the content security policy so far. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Keeps a picture of the whole page as {@code target/screenshots/NAME-WIDTH.png}. */
    public void screenshot(String name) {
        JsonObject size = call("Page.getLayoutMetrics", new JsonObject()).getJsonObject("cssContentSize");
        JsonObject picture = call("Page.captureScreenshot", new JsonObject()
                .put("captureBeyondViewport", true)
                .put("clip", new JsonObject()
                        .put("x", 0).put("y", 0).put("scale", 1)
                        .put("width", width).put("height", size.getNumber("height"))));
        try {
            Files.createDirectories(SCREENSHOTS);
            Path file = SCREENSHOTS.resolve(name + "-" + width + ".png");
            Files.write(file, Base64.getDecoder().decode(picture.getString("data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonObject call(String method, JsonObject params) {
        return tools.call(session, method, params);
    }

    private void call(String method) {
        call(method, new JsonObject());
    }

    private void hear(JsonObject event) {
        if (!session.equals(event.getString("sessionId"))) {
            return;
        }
        JsonObject params = event.getJsonObject("params", new JsonObject());
        switch (event.getString("method")) {
            case "Page.loadEventFired" -> loaded.complete(null);
            case "Runtime.exceptionThrown" -> complaints.add(params.encode());
            case "Runtime.consoleAPICalled" -> complainIf("error".equals(params.getString("type")), params);
            case "Log.entryAdded" ->
                complainIf("error".equals(params.getJsonObject("entry").getString("level")), params);
            default -> {
                // Of no concern here.
            }
        }
    }

    private void complainIf(boolean bad, JsonObject params) {
        if (bad) {
            complaints.add(params.encode());
        }
    }

    private static String quoted(String text) {
        return new JsonObject().put("s", text).encode().replaceFirst("^\\{\"s\":", "").replaceFirst("}$", "");
    }
}
