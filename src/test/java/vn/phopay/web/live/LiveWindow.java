package vn.phopay.web.live;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import vn.phopay.testing.PageWindow;

/** A window that shows the live page, and what the page's own journal says was shown and said. */
record LiveWindow(PageWindow window) {
    private static final String LIVE = "document.getElementById('live')";

    /** Opens the page and waits until it is connected. */
    static LiveWindow open(PageWindow window, URI address) {
        window.open(address);
        return new LiveWindow(window).waitFor("root.dataset.state !== 'connecting'");
    }

    /** Taps the button that switches the sound on, and waits until the page has said that it is. */
    LiveWindow listen() {
        // The recordings come after the page and are none of its first load.
        window.settle().page().locator("#start").click();
        return waitFor("root.journal.some((e) => e.what === 'said' && e.id === 'sound-on')");
    }

    /** Waits until a condition on {@code root}, the page's main element, holds. */
    LiveWindow waitFor(String condition) {
        window.waitFor("(() => { const root = " + LIVE + "; return root?.journal && (" + condition + "); })()");
        return this;
    }

    /** Waits until {@code count} payments were said. */
    LiveWindow waitUntilSaid(int count) {
        return waitFor("root.journal.filter((e) => e.what === 'said' && e.id.includes('pay_')).length >= " + count);
    }

    /** Entries of one kind, in their order. */
    List<JsonObject> journal(String what) {
        JsonArray all = new JsonArray((String) window.evaluate("JSON.stringify(" + LIVE + ".journal)"));
        return all.stream().map(JsonObject.class::cast).filter(entry -> entry.getString("what").equals(what)).toList();
    }

    /** What was said of payments. */
    List<JsonObject> said() {
        return journal("said").stream().filter(entry -> entry.getString("id").contains("pay_")).toList();
    }

    /** The words that were said, sentence by sentence. */
    List<String> sentences() {
        return said().stream().map(entry -> entry.getString("text")).toList();
    }

    /** The clips that a sentence was put together from. */
    static List<String> clips(JsonObject said) {
        return said.getJsonArray("clips").stream().map(clip -> ((JsonArray) clip).getString(0)).toList();
    }

    /** What fills the screen: rest, pay or alarm. */
    String view() {
        return (String) window.evaluate(LIVE + ".dataset.view");
    }

    /** The amounts in the list, from the top. */
    List<String> latest() {
        return amounts("#latest");
    }

    /** The amounts in the list of what was missed, from the top. */
    List<String> missed() {
        return amounts("#missed-list");
    }

    private List<String> amounts(String list) {
        return window.page().locator(list + " [data-part=amount]").allTextContents().stream()
                .map(text -> text.replace('\u00a0', ' ')).toList();
    }
}
