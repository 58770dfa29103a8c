package vn.phopay.web.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phopay.testing.PageBrowser;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Checks without network, with old lists, with wrong clocks, and where service and browser disagree. */
class VerifyOfflineTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("verify_offline");

    private static final String KEPT = """
            (async () => {
                const keys = await (await caches.open('phopay-keys')).match('/.well-known/jwks.json');
                const pages = (await Promise.all((await caches.keys()).map(async (name) =>
                    await (await caches.open(name)).match('/kiem-tra?lang=vi')))).filter(Boolean);
                return !!keys && pages.length > 0 && !!navigator.serviceWorker.controller;
            })()""";
    private static final String NOTES =
            "[...document.querySelectorAll('#verdict-notes [data-note]')].map((note) => note.dataset.note).join(' ')";
    private static final String MERGED = """
            (async () => {
                const {merge} = await import('/assets/verdict.js');
                const keys = {keyList: {keys: [], nextUpdate: null, issuedAt: null, revokedSerials: new Set()}, now: 0};
                const found = {result: '%s', vietQr: null, claims: null};
                const answer = '%s' === '' ? {fault: 'offline'}
                    : {verdict: {status: '%2$s', merchant: {displayName: 'x'}}};
                const {status, merchant, notes} = merge(found, answer, keys);
                return [status, merchant ? 'named' : 'nameless', ...notes.map((note) => note.key)].join(' ');
            })()""";

    private static ScanCity city;
    private static PageBrowser browser;

    @BeforeAll
    static void start() {
        browser = PageBrowser.open();
        city = new ScanCity(DB);
    }

    @AfterAll
    static void stop() {
        if (city != null) {
            browser.close();
            city.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"phone,vi,Thật,Giả", "desktop,en,Genuine,Fake"})
    void pageShouldOpenAndCheckWithoutNetwork(String device, String language, String genuine, String fake) {
        PageWindow window = device.equals("phone") ? browser.phone(language) : browser.desktop(language);
        keepAll(window);
        window.page().context().setOffline(true);
        window.page().reload();

        check(window, city.genuine(), "GENUINE");
        assertEquals(genuine, window.text("#verdict-word"));
        window.expect("offline", NOTES);
        String facts = window.text("#verdict-facts");
        String account = city.shop.accountNumber();
        assertTrue(facts.contains("MBBank") && facts.contains(account.substring(account.length() - 4)), facts);
        assertTrue(facts.contains("Pho Hoa Hang Ngang"), facts);
        window.screenshot("scan-offline");

        check(window, city.forged(), "FORGED");
        assertEquals(fake, window.text("#verdict-word"));
        check(window, ScanCity.UNSIGNED, "UNSIGNED");
        window.page().locator("#verdict-again").click();
        window.page().locator("#picture").setInputFiles(
                new FilePayload("photo.jpg", "image/jpeg", CodePhotos.photograph(city.genuine())));
        awaitStatus(window, "GENUINE");
        window.page().context().setOffline(false);
    }

    @Test
    void codeTakenBackSinceShouldBeSaidToBeUnknownWhenTheListIsOld() {
        PageWindow window = browser.phone("vi");
        keepAll(window);
        window.page().context().setOffline(true);
        window.page().clock().setFixedTime(
                Date.from(city.clock.instant().plus(Duration.ofHours(30).plusMinutes(1))));
        check(window, city.genuine(), "GENUINE");
        window.expect("offline stale", NOTES);
        assertTrue(window.text("#verdict-notes").contains("Danh sách mã đã hủy cũ 30 giờ"));
        window.screenshot("scan-stale");
        window.page().context().setOffline(false);
    }

    @Test
    void signedCodeShouldBeUncheckedWhenNoListWasEverFetched() {
        PageWindow window = browser.phone("vi");
        // The service worker fetches the list too, past these routes.
        window.page().addInitScript("navigator.serviceWorker.register = () => Promise.reject(new Error('none here'))");
        window.page().route("**/.well-known/jwks.json", route -> route.abort());
        window.page().route("**/qr-codes/verify", route -> route.abort());
        window.open(city.app.uri("/kiem-tra"));

        check(window, city.genuine(), "UNCHECKED");
        assertEquals("Chưa rõ", window.text("#verdict-word"));
        window.expect("offline nokeys", NOTES);
        window.screenshot("scan-unchecked");
        check(window, ScanCity.UNSIGNED, "UNSIGNED");
        // That it has no signature is seen without keys.
        window.expect("offline", NOTES);
    }

    @Test
    void wrongClockOfAPhoneShouldNotMatterWhileThereIsANetwork() {
        PageWindow window = browser.phone("vi");
        window.page().clock().setFixedTime(Date.from(city.clock.instant().plus(Duration.ofDays(900))));
        window.open(city.app.uri("/kiem-tra"));
        check(window, city.genuine(), "GENUINE");
        window.expect("", NOTES);
    }

    @Test
    void serviceThatIsBusyShouldLeaveTheBrowsersOwnVerdict() {
        PageWindow window = browser.phone("vi");
        window.page().route("**/qr-codes/verify", route -> route.fulfill(
                new Route.FulfillOptions().setStatus(429)
                        .setHeaders(Map.of("retry-after", "7"))));
        window.open(city.app.uri("/kiem-tra"));
        check(window, city.genuine(), "GENUINE");
        window.expect("crowded", NOTES);
        assertTrue(window.text("#verdict-notes").contains("sau 7 giây"));
    }

    @Test
    void copyThatOnlyTheServiceKnowsShouldBeFake() {
        PageWindow window = browser.phone("vi").open(city.app.uri("/kiem-tra"));
        check(window, city.copied(), "FORGED");
        window.expect("", NOTES);
    }

    /** The worse verdict wins, whoever says it, and a contradiction is told; what only the service knows is none. */
    @ParameterizedTest
    @CsvSource({
        "VALID,GENUINE,GENUINE named", "VALID,REVOKED,REVOKED named", "VALID,SUSPENDED,SUSPENDED named",
        "VALID,FORGED,FORGED named differ", "BAD_SIGNATURE,GENUINE,FORGED nameless differ",
        "REVOKED,GENUINE,REVOKED nameless differ", "EXPIRED,GENUINE,EXPIRED nameless differ",
        "UNSIGNED,FORGED,FORGED named", "UNKNOWN_KEY,GENUINE,UNKNOWN_KEY nameless differ",
        "VALID_STALE_LIST,GENUINE,GENUINE named", "VALID,MALFORMED,MALFORMED named differ",
        "VALID,SOMETHING_NEW,GENUINE nameless", "BAD_CRC,'',MALFORMED nameless offline"})
    void worseVerdictShouldWinAndContradictionsBeTold(String found, String told, String expected) {
        PageWindow window = browser.phone("vi").open(city.app.uri("/kiem-tra"));
        String merged = (String) window.evaluate(MERGED.formatted(found, told));
        assertEquals(expected + (told.equals("SOMETHING_NEW") ? " differ" : ""), merged);
    }

    private static void keepAll(PageWindow window) {
        window.visitAnew(false);
        window.page().clock().setFixedTime(Date.from(city.clock.instant()));
        window.open(city.app.uri("/kiem-tra"));
        window.waitFor("navigator.serviceWorker.controller");
        window.page().waitForCondition(() -> Boolean.TRUE.equals(window.evaluate(KEPT)));
    }

    private static void check(PageWindow window, String payload, String status) {
        if (window.page().locator("#verdict[open]").count() > 0) {
            window.page().locator("#verdict-again").click();
        }
        window.page().locator("#payload").fill(payload);
        window.page().locator("#verify-form [type=submit]").click();
        awaitStatus(window, status);
    }

    private static void awaitStatus(PageWindow window, String status) {
        window.waitFor("document.querySelector('#verdict[open]')?.dataset.status === '" + status + "'");
    }
}
