package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.testing.PageBrowser;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** The first page on the real service, with its real figures and its real verification. */
class ServedPageTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("served_page");

    @Test
    void pageShouldShowRealFiguresAndVerdictsWhenServedByTheService() {
        try (PageBrowser browser = PageBrowser.open(); TestApp app = TestApp.start(DB)) {
            PageWindow page = browser.desktop("vi").open(app.uri("/"));

            page.waitFor("[...document.querySelectorAll('#map [data-figure]')]"
                    + ".filter((figure) => figure.textContent === '0').length === 30");
            page.waitFor("document.querySelector('#today-districts').textContent === '0'");
            assertEquals("0", page.text("#today-transactions"));
            page.audit("served");
            page.page().click("#verify a");
            page.page().waitForURL("**/kiem-tra*");
            page.page().fill("#payload", "000201");
            page.page().click("#verify-form [type=submit]");
            page.waitFor("document.querySelector('#verdict').dataset.status === 'MALFORMED'");
            assertEquals("Sai dạng", page.text("#verdict-word"));
        }
    }
}
