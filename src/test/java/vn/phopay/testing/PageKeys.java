package vn.phopay.testing;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page by keyboard only: where the focus is, what it is called there, and whether it can be seen. */
public final class PageKeys {
    /** How everything looks that could show a focus, kept before the focus moves. */
    private static final String REMEMBER = """
            () => {
                window.__focused = document.activeElement;
                const end = () => document.getAnimations().forEach((a) => { try { a.finish(); } catch { a.pause(); } });
                const looks = (e) => {
                    end();
                    const s = getComputedStyle(e);
                    return [s.outlineStyle === 'none' ? '' : [s.outlineStyle, s.outlineWidth, s.outlineColor],
                        s.boxShadow, s.borderColor, s.borderWidth, s.backgroundColor, s.textDecoration].join('|');
                };
                window.__looks = looks;
                window.__before = new WeakMap([...document.querySelectorAll('body, body *')].map((e) => [e, looks(e)]));
            }""";
    private static final String SEEN = """
            async (e) => {
                // Where pages scroll smoothly, what has the focus is still on its way.
                for (let still = 0, top = 0; still < 5;) {
                    await new Promise((done) => setTimeout(done, 16));
                    const now = e.getBoundingClientRect().top;
                    [still, top] = [now === top ? still + 1 : 0, now];
                }
                const near = [e, ...(e.labels ?? []), e.nextElementSibling, e.parentElement,
                    e.parentElement?.parentElement].filter((n) => n && n !== document.body);
                // Tab also walks through the parts of a date field: the focus, and its ring, stay where they were.
                const ring = e === window.__focused
                    || near.some((n) => window.__before?.has(n) && window.__before.get(n) !== window.__looks(n));
                const box = e.getBoundingClientRect();
                const points = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]]
                    .map(([x, y]) => document.elementFromPoint(box.left + box.width * x, box.top + box.height * y));
                const clear = points.some((p) => p && (p === e || e.contains(p) || p.contains(e) && p !== document.body
                    && p !== document.documentElement && p.closest('label') !== null
                    || [...(e.labels ?? [])].some((l) => l.contains(p))));
                return JSON.stringify({ring, clear, tag: e.outerHTML.slice(0, 100)});
            }""";
    /**
     * The first line of an aria snapshot, which is YAML: a role with its name, in quotes where a colon is in it, or
     * plain text, as which a summary is told.
     */
    private static final Pattern ROLE_AND_NAME =
            Pattern.compile("^- '?(\\w+)(?: \"((?:[^\"\\\\]|\\\\.)*)\"|: (.+))?");

    private final Page page;

    PageKeys(Page page) {
        this.page = page;
    }

    /**
     * What has the focus.
     *
     * @param role as a screen reader is told, such as {@code link} or {@code textbox}
     * @param name its accessible name; empty for none
     * @param ring whether it, its label or what it stands in looks other than without focus
     * @param clear whether at least a part of it is on the screen and not covered (WCAG 2.2, 2.4.11)
     * @param tag how its markup begins
     */
    public record Focused(String role, String name, boolean ring, boolean clear, String tag) {}

    /** Presses Tab and gives what has the focus then; its role is {@code body} where the focus left the page. */
    public Focused tab() {
        return move("Tab");
    }

    /** Presses Shift and Tab. */
    public Focused back() {
        return move("Shift+Tab");
    }

    /** Presses any key, such as {@code Enter}, {@code Space} or {@code ArrowRight}. */
    public void press(String key) {
        page.keyboard().press(key);
    }

    /** The accessible name of what has the focus. */
    public String focusedName() {
        return focused().name();
    }

    /** Presses Tab until the focus is on {@code name}; fails after {@code max} presses. */
    public Focused tabTo(String name, int max) {
        List<String> passed = new ArrayList<>();
        for (int i = 0; i < max; i++) {
            Focused focused = tab();
            if (focused.name().equals(name)) {
                return focused;
            }
            passed.add(focused.name());
        }
        throw new AssertionError("no Tab reaches \"" + name + "\": " + passed);
    }

    /**
     * Presses Tab at most {@code max} times, until the focus leaves the page, and gives what had it. Fails where
     * somebody could not follow: no name, no visible focus, or covered by something else.
     */
    public List<Focused> tabThrough(int max) {
        List<Focused> all = new ArrayList<>();
        for (int i = 0; i < max; i++) {
            Focused focused = tab();
            if (focused.role().equals("body")) {
                break;
            }
            if (focused.name().isEmpty() || !focused.ring() || !focused.clear()) {
                throw new AssertionError("a keyboard user is lost at " + focused);
            }
            all.add(focused);
        }
        return all;
    }

    private Focused move(String key) {
        page.evaluate(REMEMBER);
        page.keyboard().press(key);
        return focused();
    }

    private Focused focused() {
        Locator element = page.locator("*:focus");
        if (element.count() == 0) {
            return new Focused("body", "", false, false, "");
        }
        Matcher said = ROLE_AND_NAME.matcher(element.ariaSnapshot());
        JsonObject seen = new JsonObject((String) element.evaluate(SEEN));
        boolean known = said.find();
        String name = known && said.group(2) != null ? said.group(2) : "";
        String spoken = name.replaceAll("\\\\(.)", "$1").replace("''", "'");
        boolean plain = known && said.group(3) != null && said.group(1).equals("text");
        return new Focused(known ? said.group(1) : "", plain ? said.group(3) : spoken, seen.getBoolean("ring"),
                seen.getBoolean("clear"), seen.getString("tag"));
    }
}
