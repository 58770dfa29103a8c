package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.testing.Browser;
import vn.phopay.testing.BrowserPage;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** The first page on the real service, with its real figures and its real verification. */
class ServedPageTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("served_page");

    @Test
    void pageShouldShowRealFiguresAndVerdictsWhenServedByTheService() {
        try (Browser browser = Browser.launch(); TestApp app = TestApp.start(DB)) {
            BrowserPage page = browser.open(app.uri("/"), 1280, 900);

            page.waitFor("[...document.querySelectorAll('#map [data-figure]')]"
                    + ".filter((figure) => figure.textContent === '0').length === 30");
            page.waitFor("document.querySelector('#today-districts').textContent === '0'");
            page.type("#payload", "000201");
            page.click("#verify-form [type=submit]");
            page.waitFor("document.querySelector('#verdict').dataset.status === 'MALFORMED'");
            page.screenshot("served");

            assertEquals("0", page.text("#today-transactions"));
            assertEquals("Sai dạng", page.text("#verdict-word"));
            assertEquals(List.of(), page.complaints());
        }
    }
}
