package vn.phopay.testing;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks through the page that is shown. Scripts go in by the DevTools protocol, which no content security policy stops,
 * so that pages are judged under the policy they have.
 */
final class PageChecks {
    static final long FIRST_LOAD_BYTES_MAX = 100 * 1024;
    /**
     * Runs before any page's own script. The browser's own hadRecentInput would also excuse the half second after the
     * window got its size, that is after every load; only what a user did is an excuse. A font or an answer that comes
     * just in time on a busy machine moves a line: up to 0.1 is "good" by web.dev/articles/cls, and half of it is
     * let go.
     */
    static final String WATCH_SHIFTS = """
            (() => {
                const shifts = [];
                Object.defineProperty(window, '__shifts', {value: shifts});
                let input = -1000;
                ['pointerdown', 'click', 'keydown', 'input'].forEach((kind) => addEventListener(kind,
                    (e) => { input = e.isTrusted ? performance.now() : input; }, {capture: true, passive: true}));
                const name = (node) => node ? node.nodeName + (node.id ? '#' + node.id : '') : '?';
                new PerformanceObserver((list) => list.getEntries().filter((e) => e.startTime > input + 500)
                    .forEach((e) => shifts.push([e.value, e.sources.map((s) => name(s.node)).join(' ')]))
                ).observe({type: 'layout-shift', buffered: true});
            })()""";
    private static final String SHIFTED = """
            (() => {
                const shifts = window.__shifts;
                if (!shifts) {
                    return 'nobody watched';
                }
                const sum = shifts.reduce((all, [value]) => all + value, 0);
                return sum < 0.05 ? '' : sum.toFixed(4) + ' by ' + shifts.map(([v, who]) => `${v.toFixed(4)} ${who}`);
            })()""";
    /** What moved because we changed the font size, or made the window as high as the page, is nobody's fault. */
    private static final String FORGET_SHIFTS = """
            new Promise((done) => requestAnimationFrame(() => setTimeout(() => {
                window.__shifts?.splice(0);
                done(true);
            }, 200)))""";
    private static final String SCROLLS_SIDEWAYS = """
            (() => {
                const {scrollWidth, clientWidth} = document.documentElement;
                if (scrollWidth <= clientWidth) {
                    return '';
                }
                const wide = [...document.body.querySelectorAll('*')]
                    .filter((e) => e.getBoundingClientRect().right + scrollX > clientWidth + 0.5)
                    .map((e) => e.outerHTML.slice(0, 80)).slice(0, 5);
                return `${scrollWidth} > ${clientWidth}: ${wide.join(' ')}`;
            })()""";
    private static final String AXE = """
            (async () => {
                for (const animation of document.getAnimations()) {
                    try { animation.finish(); } catch { animation.pause(); }
                }
                const late = new Promise((done, failed) => setTimeout(() => failed(new Error('axe is late')), 60000));
                const found = await Promise.race([late, axe.run(document, {
                    runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']},
                    rules: {'target-size': {enabled: true}},
                    resultTypes: ['violations'],
                })]);
                return JSON.stringify(found.violations.filter((v) => !%s.includes(v.id)).flatMap((v) =>
                    v.nodes.map((n) => `${v.id}: ${n.target.join(' ')} ${n.failureSummary.replace(/\\s+/g, ' ')}`)));
            })()""";
    /**
     * Of every text how large it is, and would be if the root's font size were 16 pixels, as it is for those who set
     * nothing. Not by DevTools' own font sizes, which Chromium takes back at moments of its choosing.
     */
    private static final String TEXT_SIZES = """
            (() => {
                const texts = [...document.body.querySelectorAll('*')]
                    .filter((e) => e.checkVisibility() && !e.closest('svg, noscript')
                        && [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim()));
                const sizes = () => texts.map((e) => parseFloat(getComputedStyle(e).fontSize));
                const root = document.documentElement.style;
                const doubled = sizes();
                root.setProperty('font-size', '%dpx', 'important');
                const usual = sizes();
                root.removeProperty('font-size');
                return JSON.stringify(texts.map((e, i) => [usual[i], doubled[i], e.outerHTML.slice(0, 80)]));
            })()""";
    /** Our own rule's id, beside those of axe. */
    private static final String DOUBLED_TEXT = "doubled-text";
    private static final int FONT_SIZE = 16;
    private static final int HEADLINE_PX = 24;
    private static final double GROWTH_MIN = 1.9;
    private static final String AXE_SOURCE = axeSource();

    private final Page page;
    private final CDPSession tools;
    private final WindowLook look;

    PageChecks(Page page, CDPSession tools, WindowLook look) {
        this.page = page;
        this.tools = tools;
        this.look = look;
    }

    /** What is wrong, in words for the one who built the page. */
    List<String> faults(List<String> exemptRules) {
        List<String> faults = new ArrayList<>();
        addUnlessEmpty(faults, "scrolls sideways: ", evaluate(SCROLLS_SIDEWAYS));
        if (look.javaScript()) {
            addUnlessEmpty(faults, "moves while it loads: ", evaluate(SHIFTED));
        }
        violations(exemptRules).forEach(violation -> faults.add("axe " + violation));
        if (look.textDoubled() && !exemptRules.contains(DOUBLED_TEXT)) {
            faults.addAll(textThatStaysSmall());
        }
        return faults;
    }

    /** Counts what moves from here on. */
    void forgetShifts() {
        if (look.javaScript()) {
            evaluate(FORGET_SHIFTS);
        }
    }

    /** The value of an expression; a promise is awaited. */
    Object evaluate(String expression) {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("expression", expression);
        parameters.addProperty("awaitPromise", true);
        parameters.addProperty("returnByValue", true);
        JsonObject answer = tools.send("Runtime.evaluate", parameters);
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(page.url() + ": " + answer.getAsJsonObject("exceptionDetails"));
        }
        JsonObject result = answer.getAsJsonObject("result");
        if (!result.has("value") || result.get("value").isJsonNull()) {
            return "";
        }
        JsonPrimitive value = result.getAsJsonPrimitive("value");
        if (value.isBoolean()) {
            return value.getAsBoolean();
        }
        return value.isNumber() ? (Object) value.getAsDouble() : value.getAsString();
    }

    private JsonArray violations(List<String> exemptRules) {
        evaluate(AXE_SOURCE + ";''");
        if (look.javaScript()) {
            return new JsonArray((String) evaluate(AXE.formatted(new JsonArray(exemptRules).encode())));
        }
        // axe waits by timers, which stand still without scripts; the page's own scripts are past running.
        disableScripts(false);
        try {
            return new JsonArray((String) evaluate(AXE.formatted(new JsonArray(exemptRules).encode())));
        } finally {
            disableScripts(true);
        }
    }

    /** Not by Playwright's own option, which nobody can lift for a moment. */
    void disableScripts(boolean disabled) {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("value", disabled);
        tools.send("Emulation.setScriptExecutionDisabled", parameters);
    }

    private List<String> textThatStaysSmall() {
        JsonArray texts = new JsonArray((String) evaluate(TEXT_SIZES.formatted(FONT_SIZE)));
        forgetShifts();
        List<String> small = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            JsonArray text = texts.getJsonArray(i);
            double usual = text.getDouble(0);
            double doubled = text.getDouble(1);
            if (usual < HEADLINE_PX && doubled < usual * GROWTH_MIN) {
                small.add("text stays small: " + usual + " to " + doubled + " px: " + text.getString(2));
            }
        }
        return small;
    }

    private static void addUnlessEmpty(List<String> faults, String what, Object finding) {
        if (!finding.equals("")) {
            faults.add(what + finding);
        }
    }

    private static String axeSource() {
        try (InputStream script = PageChecks.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
