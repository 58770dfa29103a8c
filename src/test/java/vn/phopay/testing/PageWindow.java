package vn.phopay.testing;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One visitor's window of a {@link PageBrowser}. What its pages do wrong is written down from the first moment on, and
 * {@link #audit} refuses it.
 */
public final class PageWindow {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    static final double WAIT_MS_MAX = 60_000;
    private static final double QUIET_MS_MAX = 10_000;

    private final BrowserContext context;
    private final WindowLook look;
    private final PageComplaints complaints;
    private final Page page;
    private final CDPSession tools;
    private final PageWeight weight;
    private final PageChecks checks;
    private boolean languageSet;

    PageWindow(BrowserContext context, WindowLook look) {
        this.context = context;
        this.look = look;
        this.complaints = new PageComplaints(context);
        context.addInitScript(PageChecks.WATCH_SHIFTS);
        context.setDefaultTimeout(WAIT_MS_MAX);
        this.page = context.newPage();
        this.tools = context.newCDPSession(page);
        this.weight = new PageWeight(tools);
        this.checks = new PageChecks(page, tools, look);
        visitAnew(true);
        if (!look.javaScript()) {
            checks.disableScripts(true);
        }
    }

    /** Goes to {@code address} and waits for its load event; the first address tells which service is visited. */
    public PageWindow open(URI address) {
        if (!languageSet) {
            String origin = address.getScheme() + "://" + address.getRawAuthority();
            complaints.expectOrigin(origin);
            context.addCookies(List.of(new Cookie("phopay_lang", look.language()).setUrl(origin)));
            languageSet = true;
        }
        page.navigate(address.toString());
        return this;
    }

    /** Playwright's page, for everything else. */
    public Page page() {
        return page;
    }

    /** What this window looks like. */
    public WindowLook look() {
        return look;
    }

    /** The keyboard, for those who have no pointer. */
    public PageKeys keyboard() {
        return new PageKeys(page);
    }

    /**
     * Waits until the page is loaded and a JavaScript condition holds; fails after a minute. One that throws does not
     * hold yet: between two pages there is not even a body.
     */
    public PageWindow waitFor(String condition) {
        waitUntil("document.readyState === 'complete' && !!(" + condition + ")", true);
        return this;
    }

    /**
     * Waits until a JavaScript expression has this value: what follows a tap or a load comes in the browser's own time,
     * a focus that markup asks for among it. Fails after a minute and tells what it was then.
     *
     * @param value a string, a boolean, or a number as a double
     */
    public PageWindow expect(Object value, String expression) {
        waitUntil(expression, value);
        return this;
    }

    private void waitUntil(String expression, Object value) {
        String guarded = "(() => { try { return (" + expression + "); } catch (e) { return 'throws ' + e; } })()";
        Object[] last = {""};
        try {
            page.waitForCondition(() -> {
                last[0] = checks.evaluate(guarded);
                return value.equals(last[0]);
            });
        } catch (TimeoutError late) {
            throw new AssertionError("expected " + value + " at " + page.url() + ", but it is still " + last[0]
                    + ": " + expression, late);
        }
    }

    /** The value of a JavaScript expression under any content security policy, a promise's too. */
    public Object evaluate(String expression) {
        return checks.evaluate(expression);
    }

    /** The text of the first element that {@code selector} finds, without blanks around it. */
    public String text(String selector) {
        return page.locator(selector).first().textContent().strip();
    }

    /** Outside requests, console errors, exceptions and failed loads so far. */
    public List<String> complaints() {
        pump();
        return complaints.all();
    }

    /** Forgets the complaints that contain {@code part}, such as "status 422"; fails where there is none. */
    public PageWindow forgive(String part) {
        pump();
        if (complaints.forgive(part) == 0) {
            throw new AssertionError("no complaint has \"" + part + "\": " + complaints.all());
        }
        return this;
    }

    /**
     * Whether every load is like the first one, past caches and service workers. It is so at first, which is what
     * weighing a page needs; {@code false} lets both work, for tests of what happens offline.
     */
    public PageWindow visitAnew(boolean anew) {
        JsonObject cache = new JsonObject();
        cache.addProperty("cacheDisabled", anew);
        tools.send("Network.setCacheDisabled", cache);
        JsonObject worker = new JsonObject();
        worker.addProperty("bypass", anew);
        tools.send("Network.setBypassServiceWorker", worker);
        return this;
    }

    /** Waits until the page is loaded and nothing was loaded for half a second, at most 10 seconds. */
    public PageWindow settle() {
        try {
            page.waitForCondition(weight::isQuiet, new Page.WaitForConditionOptions().setTimeout(QUIET_MS_MAX));
        } catch (TimeoutError busy) {
            // A page that always loads something is judged as it is.
            pump();
        }
        return this;
    }

    /**
     * Refuses a page that complains, has a violation of WCAG 2.2 A or AA by axe-core, scrolls sideways, moves while it
     * loads (cumulative layout shift of 0.05 or more), weighs over 100 KB without fonts, or, where text is doubled,
     * does not double it. It keeps a picture as {@code target/screenshots/NAME-WIDTH-LANGUAGE.png} either way.
     *
     * @param exemptRules ids of axe's rules that this page need not hold, or {@code doubled-text}; say why where you
     *     call
     */
    public void audit(String name, String... exemptRules) {
        settle();
        List<String> faults = new ArrayList<>(checks.faults(List.of(exemptRules)));
        if (weight.firstLoadBytes() > PageChecks.FIRST_LOAD_BYTES_MAX) {
            faults.add("weighs " + weight.firstLoadBytes() + " bytes: " + weight.heaviest());
        }
        screenshot(name);
        checks.forgetShifts();
        faults.addAll(complaints());
        if (!faults.isEmpty()) {
            throw new AssertionError(name + look.suffix() + ":\n- " + String.join("\n- ", faults));
        }
    }

    /** Bytes transferred for the page's first load without fonts. */
    public long firstLoadBytes() {
        settle();
        return weight.firstLoadBytes();
    }

    /** Keeps a picture of the whole page, or of what is seen where something fills the screen. */
    public void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + look.suffix() + ".png"))
                .setFullPage(true)
                .setAnimations(ScreenshotAnimations.DISABLED));
    }

    /** Events reach us only while we talk to the browser. */
    private void pump() {
        checks.evaluate("1");
    }
}
