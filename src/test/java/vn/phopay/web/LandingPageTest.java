package vn.phopay.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.place.PlaceSeed;
import vn.phopay.testing.PageBrowser;
import vn.phopay.testing.PageKeys;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.TestHttp;
import vn.phopay.testing.WindowLook;

/** The first page in a real browser, on a phone and on a desk. */
class LandingPageTest {
    private static final int PHONE = 360;
    private static final int DESK = 1280;
    private static final String FIGURES_SHOWN = "/[0-9]/.test(document.querySelector('[data-district=\"002\"]"
            + " [data-figure]').textContent)";

    /** Things to press that are lower or narrower than 44 pixels; axe asks for 24 only. */
    private static final String SMALL_TARGETS = """
            [...document.querySelectorAll('button, .button, .link, nav a, .lang, .foot a, .measure label, textarea')]
                .filter((element) => element.checkVisibility())
                .map((element) => [element, element.getBoundingClientRect()])
                .filter(([element, box]) => box.height < 43.5 || box.width < 43.5)
                .map(([element, box]) => `${element.textContent.trim()} ${box.width}x${box.height}`)
                .join('; ')""";

    private static Vertx vertx;
    private static PageBrowser browser;

    private StandInFigures figures;
    private TestHttp http;

    @BeforeAll
    static void launch() {
        browser = PageBrowser.open();
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void quit() {
        if (browser != null) {
            browser.close();
            vertx.close().await();
        }
    }

    @BeforeEach
    void serve() {
        PlaceSeed seed = PlaceSeed.load();
        PlaceDirectory places = new PlaceDirectory(seed.places(), seed.memberships());
        AssetBook book = AssetBook.load();
        figures = new StandInFigures(places);
        http = new TestHttp.Builder(
                        vertx, Clock.systemUTC(), token -> Future.succeededFuture(Optional.empty()))
                .add(new GetLandingPage(places, book))
                .add(new GetAsset(book))
                .add(figures.districts())
                .add(figures.series())
                .start();
    }

    @AfterEach
    void stop() {
        http.close();
    }

    @ParameterizedTest
    @CsvSource({"360,vi", "360,en", "1280,vi", "1280,en"})
    void pageShouldStandWithoutFaultsWhenOpened(int width, String language) {
        PageWindow page = open(width, language.equals("en") ? "/?lang=en" : "/");

        page.waitFor(FIGURES_SHOWN);
        page.waitFor("document.fonts.check('16px \"Be Vietnam Pro\"')");
        page.page().click("[data-district='002']");

        page.audit("landing");
        page.expect(language, "document.documentElement.lang");
        page.expect(30.0, "document.querySelectorAll('#map .tile').length");
        page.expect(30.0, "document.querySelectorAll('#table tbody tr').length");
        assertFalse(page.text("body").contains("undefined"));
    }

    @ParameterizedTest
    @ValueSource(ints = {PHONE, DESK})
    void figuresShouldMoveWhenServedFiguresChange(int width) {
        PageWindow page = open(width, "/");
        page.waitFor(shows("002", figures.hoanKiem()));
        String city = page.text("#today-transactions");

        figures.advance();

        page.waitFor(shows("002", figures.hoanKiem()));
        page.waitFor("document.querySelector('[data-row=\"002\"] [data-column=transactions]').textContent === '"
                + grouped(figures.hoanKiem()) + "'");
        page.waitFor("document.querySelector('#today-transactions').textContent !== '" + city + "'");
        assertEquals(List.of(), page.complaints());
    }

    @Test
    void withheldFiguresShouldNeverReadAsZero() {
        PageWindow page = open(DESK, "/");
        page.waitFor(FIGURES_SHOWN);

        page.page().click("[data-district='" + StandInFigures.WITHHELD + "']");

        assertEquals("ẩn", page.text("[data-district='" + StandInFigures.WITHHELD + "'] [data-figure]"));
        assertEquals("quá ít điểm bán",
                page.text("[data-row='" + StandInFigures.WITHHELD + "'] [data-column=transactions]"));
        assertEquals("quá ít điểm bán", page.text("#detail-figures dd"));
        assertEquals("0", page.text("[data-district='" + StandInFigures.EMPTY + "'] [data-figure]"));
        String label = (String) page.evaluate("document.querySelector(\"[data-district='"
                + StandInFigures.WITHHELD + "']\").getAttribute('aria-label')");
        assertEquals("Ba Vì: quá ít điểm bán", label);
    }

    @ParameterizedTest
    @CsvSource({"/,vi", "/?lang=en,en"})
    void everyWayToCheckACodeShouldLeadToThePageForItInTheSameLanguage(String path, String language) {
        PageWindow page = open(PHONE, path);

        page.expect(4.0, "document.querySelectorAll('a[href=\"/kiem-tra?lang=" + language
                + "\"]').length");
        page.expect(4.0, "document.querySelectorAll('a[href*=kiem-tra]').length");
        assertTrue(page.text("#verify").contains(language.equals("vi")
                ? "hãy so tên người nhận" : "compare the payee’s name"));
    }

    @Test
    void languageShouldSwitchWhenItsLinkIsFollowed() {
        PageWindow page = open(PHONE, "/");
        assertEquals("Thành phố hôm nay", page.text("#figures-title"));

        page.page().click("#lang-switch");
        assertEquals("The city today", page.text("#figures-title"));
        page.waitFor(shows("002", figures.hoanKiem()));

        page.page().click("#lang-switch");
        assertEquals("Thành phố hôm nay", page.text("#figures-title"));
    }

    @Test
    void tilesShouldBeWalkedWhenArrowKeysArePressed() {
        PageWindow page = open(DESK, "/");
        page.waitFor(FIGURES_SHOWN);
        page.evaluate("document.querySelector('[data-district=\"001\"]').focus()");

        page.keyboard().press("ArrowRight");
        page.expect("002", "document.activeElement.dataset.district");
        page.keyboard().press("ArrowUp");
        page.expect("004", "document.activeElement.dataset.district");
        page.expect(1.0, "document.querySelectorAll('#map .tile[tabindex=\"0\"]').length");
    }

    @Test
    void tableShouldBeSortedWhenItsHeadsArePressed() {
        PageWindow page = open(DESK, "/");
        page.waitFor(FIGURES_SHOWN);
        assertEquals("Hoàn Kiếm", page.text("#table tbody tr:first-child th"));
        assertEquals("Ba Vì", page.text("#table tbody tr:last-child th"));

        page.page().click("[data-sort=transactions]");
        assertEquals("Mỹ Đức", page.text("#table tbody tr:first-child th"));
        assertEquals("Ba Vì", page.text("#table tbody tr:last-child th"));
        page.expect("ascending", "document.querySelector('[data-sort=transactions]')"
                + ".parentElement.getAttribute('aria-sort')");
    }

    @ParameterizedTest
    @ValueSource(ints = {PHONE, DESK})
    void everythingShouldBeReadableAndTouchable(int width) {
        PageWindow page = open(width, "/");
        page.waitFor(FIGURES_SHOWN);
        page.page().click("[data-district='004']");

        page.audit("landing-pressed");
        page.expect("", SMALL_TARGETS);
    }

    @ParameterizedTest
    @ValueSource(ints = {PHONE, DESK})
    void pageShouldStandWhenTextIsDoubled(int width) {
        WindowLook look = width == PHONE ? WindowLook.phone("vi") : WindowLook.desktop("vi");
        PageWindow page = browser.window(look.withTextDoubled()).open(http.uri("/"));

        page.waitFor(FIGURES_SHOWN);

        // The tiles are a drawing that grows with the window; the table beside it says the same and doubles.
        page.audit("landing", "doubled-text");
    }

    @Test
    void pageShouldStandWhenScriptsAreOff() {
        PageWindow page = browser.window(WindowLook.phone("vi").withoutJavaScript()).open(http.uri("/"));

        page.audit("landing");

        assertTrue(page.page().locator("noscript").first().isVisible());
    }

    @ParameterizedTest
    @ValueSource(ints = {PHONE, DESK})
    void everythingShouldBeReachedByKeyboard(int width) {
        PageWindow page = open(width, "/");
        page.waitFor(FIGURES_SHOWN);

        List<String> names = page.keyboard().tabThrough(60).stream().map(PageKeys.Focused::name).toList();

        assertTrue(names.size() > 10, names.toString());
        assertTrue(names.contains("English"), names.toString());
    }

    private PageWindow open(int width, String path) {
        String language = path.contains("lang=en") ? "en" : "vi";
        return (width == PHONE ? browser.phone(language) : browser.desktop(language)).open(http.uri(path));
    }

    private static String shows(String district, int transactions) {
        return "document.querySelector('[data-district=\"" + district + "\"] [data-figure]').textContent"
                + ".replace(/[^0-9]/g, '') === '" + transactions + "'";
    }

    private static String grouped(int number) {
        return String.format(Locale.GERMANY, "%,d", number);
    }
}
