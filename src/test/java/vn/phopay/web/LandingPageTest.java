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
import vn.phopay.testing.Browser;
import vn.phopay.testing.BrowserPage;
import vn.phopay.testing.TestHttp;

/** The first page in a real browser, on a phone and on a desk. */
class LandingPageTest {
    private static final int HEIGHT = 900;
    private static final int PHONE = 360;
    private static final int DESK = 1280;
    private static final String FIGURES_SHOWN = "/[0-9]/.test(document.querySelector('[data-district=\"002\"]"
            + " [data-figure]').textContent)";

    private static Vertx vertx;
    private static Browser browser;

    private StandInFigures figures;
    private TestHttp http;

    @BeforeAll
    static void launch() {
        browser = Browser.launch();
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
                .add(new StandInVerification())
                .start();
    }

    @AfterEach
    void stop() {
        http.close();
    }

    @ParameterizedTest
    @CsvSource({"360,vi", "360,en", "1280,vi", "1280,en"})
    void pageShouldStandWithoutFaultsWhenOpened(int width, String language) {
        BrowserPage page = open(width, language.equals("en") ? "/?lang=en" : "/");

        page.waitFor(FIGURES_SHOWN);
        page.waitFor("document.fonts.check('16px \"Be Vietnam Pro\"')");
        page.click("[data-district='002']");
        page.screenshot("landing-" + language);

        assertEquals(List.of(), page.complaints());
        assertEquals(language, page.evaluate("document.documentElement.lang"));
        assertEquals(30, page.evaluate("document.querySelectorAll('#map .tile').length"));
        assertEquals(30, page.evaluate("document.querySelectorAll('#table tbody tr').length"));
        assertEquals(width, page.evaluate("document.documentElement.scrollWidth"));
        assertFalse(page.text("body").contains("undefined"));
    }

    @ParameterizedTest
    @ValueSource(ints = {PHONE, DESK})
    void figuresShouldMoveWhenServedFiguresChange(int width) {
        BrowserPage page = open(width, "/");
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
        BrowserPage page = open(DESK, "/");
        page.waitFor(FIGURES_SHOWN);

        page.click("[data-district='" + StandInFigures.WITHHELD + "']");

        assertEquals("<5", page.text("[data-district='" + StandInFigures.WITHHELD + "'] [data-figure]"));
        assertEquals("ít hơn 5 điểm bán",
                page.text("[data-row='" + StandInFigures.WITHHELD + "'] [data-column=transactions]"));
        assertEquals("ít hơn 5 điểm bán", page.text("#detail-figures dd"));
        assertEquals("0", page.text("[data-district='" + StandInFigures.EMPTY + "'] [data-figure]"));
        String label = (String) page.evaluate("document.querySelector(\"[data-district='"
                + StandInFigures.WITHHELD + "']\").getAttribute('aria-label')");
        assertEquals("Ba Vì: ít hơn 5 điểm bán", label);
    }

    @ParameterizedTest
    @CsvSource({
        "360,GENUINE,Thật,good", "360,FORGED,Giả,bad", "360,MALFORMED,Sai dạng,warn", "1280,GENUINE,Thật,good",
        "1280,REVOKED,Đã thu hồi,bad", "1280,UNSIGNED,Không chữ ký,unknown", "1280,FORGED,Giả,bad",
        "1280,EXPIRED,Hết hạn,warn", "1280,SUSPENDED,Tạm ngừng,warn", "1280,UNKNOWN_KEY,Khóa lạ,unknown",
        "1280,MALFORMED,Sai dạng,warn"})
    void verdictShouldSayItsWordWhenPayloadIsPasted(int width, String status, String word, String tone) {
        BrowserPage page = open(width, "/");

        page.type("#payload", status);
        page.click("#verify-form [type=submit]");

        page.waitFor("document.querySelector('#verdict').dataset.status === '" + status + "'");
        page.waitFor(FIGURES_SHOWN);
        page.screenshot("verdict-" + status.toLowerCase(Locale.ROOT));
        assertEquals(word, page.text("#verdict-word"));
        assertEquals(tone, page.evaluate("document.querySelector('#verdict').dataset.tone"));
        assertTrue(page.text("#verdict-facts").contains(status));
        assertEquals(width, page.evaluate("document.documentElement.scrollWidth"));
        assertEquals(List.of(), page.complaints());
    }

    @Test
    void verdictShouldShowNamesAsTextWhenTheyLookLikeMarkup() {
        BrowserPage page = open(DESK, "/?lang=en");

        page.type("#payload", "GENUINE");
        page.click("#verify-form [type=submit]");

        page.waitFor("document.querySelector('#verdict').dataset.status === 'GENUINE'");
        assertEquals(StandInVerification.NASTY_NAME, page.text("#verdict-facts dd"));
        assertEquals("Genuine", page.text("#verdict-word"));
        assertEquals(List.of(), page.complaints());
    }

    @Test
    void languageShouldSwitchWhenItsLinkIsFollowed() {
        BrowserPage page = open(PHONE, "/");
        assertEquals("Thành phố hôm nay", page.text("#figures-title"));

        page.follow("#lang-switch");
        assertEquals("The city today", page.text("#figures-title"));
        page.waitFor(shows("002", figures.hoanKiem()));

        page.follow("#lang-switch");
        assertEquals("Thành phố hôm nay", page.text("#figures-title"));
    }

    @Test
    void tilesShouldBeWalkedWhenArrowKeysArePressed() {
        BrowserPage page = open(DESK, "/");
        page.waitFor(FIGURES_SHOWN);
        page.evaluate("document.querySelector('[data-district=\"001\"]').focus()");

        page.press("ArrowRight");
        assertEquals("002", page.evaluate("document.activeElement.dataset.district"));
        page.press("ArrowUp");
        assertEquals("004", page.evaluate("document.activeElement.dataset.district"));
        assertEquals(1, page.evaluate("document.querySelectorAll('#map .tile[tabindex=\"0\"]').length"));
    }

    @Test
    void tableShouldBeSortedWhenItsHeadsArePressed() {
        BrowserPage page = open(DESK, "/");
        page.waitFor(FIGURES_SHOWN);
        assertEquals("Hoàn Kiếm", page.text("#table tbody tr:first-child th"));
        assertEquals("Ba Vì", page.text("#table tbody tr:last-child th"));

        page.click("[data-sort=transactions]");
        assertEquals("Mỹ Đức", page.text("#table tbody tr:first-child th"));
        assertEquals("Ba Vì", page.text("#table tbody tr:last-child th"));
        assertEquals("ascending", page.evaluate("document.querySelector('[data-sort=transactions]')"
                + ".parentElement.getAttribute('aria-sort')"));
    }

    @ParameterizedTest
    @ValueSource(ints = {PHONE, DESK})
    void everythingShouldBeReadableAndTouchable(int width) {
        BrowserPage page = open(width, "/");
        page.waitFor(FIGURES_SHOWN);
        page.type("#payload", "FORGED");
        page.click("#verify-form [type=submit]");
        page.waitFor("document.querySelector('#verdict').dataset.status === 'FORGED'");
        page.click("[data-district='004']");

        assertEquals("", page.evaluate(PageAudit.LOW_CONTRAST));
        assertEquals("", page.evaluate(PageAudit.SMALL_TARGETS));
        assertEquals("", page.evaluate(PageAudit.UNNAMED));
    }

    private BrowserPage open(int width, String path) {
        return browser.open(http.uri(path), width, HEIGHT);
    }

    private static String shows(String district, int transactions) {
        return "document.querySelector('[data-district=\"" + district + "\"] [data-figure]').textContent"
                + ".replace(/[^0-9]/g, '') === '" + transactions + "'";
    }

    private static String grouped(int number) {
        return String.format(Locale.GERMANY, "%,d", number);
    }
}
