package vn.phopay.web.book;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phopay.testing.PageBrowser;
import vn.phopay.testing.PageKeys;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.PortalShop;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.testing.WindowLook;

/**
 * The book as people use it: on a phone and on a desk, in both languages, without scripts, by keyboard, in large
 * text.
 */
class BookBrowserTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("book_browser");

    private static BookTown town;
    private static PageBrowser browser;

    @BeforeAll
    static void open() {
        browser = PageBrowser.open();
        town = new BookTown(DB, 6);
        for (int i = 0; i < 6; i++) {
            town.getUntil(town.cookie(town.shop(i)), "/so-doanh-thu?thang=2026-07", "450.000");
        }
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        if (town != null) {
            town.close();
        }
    }

    private static PageWindow logIn(WindowLook look, PortalShop shop) {
        PageWindow window = browser.window(look).open(town.app.uri("/dang-nhap"));
        shop.logIn(window);
        return window.open(town.app.uri("/so-doanh-thu"));
    }

    private static WindowLook look(String size, String language) {
        return size.equals("phone") ? WindowLook.phone(language) : WindowLook.desktop(language);
    }

    /** Looks at the month, writes cash, strikes it out, searches, reads a day, closes July and downloads its form. */
    @ParameterizedTest
    @CsvSource({"phone,vi,0", "phone,en,1", "desktop,vi,2", "desktop,en,3"})
    void ownerShouldKeepTheBook(String size, String language, int shop) throws IOException {
        PageWindow window = logIn(look(size, language), town.shop(shop));
        Page page = window.page();
        window.audit("book-month-empty");

        page.locator("#so-tien").fill("abc");
        page.locator("#tien-mat button").click();
        assertThat(page.locator("#faults")).isVisible();
        window.audit("book-cash-faults");
        page.locator("#so-tien").fill("350.000");
        page.locator("#ghi-chu").fill("bán buổi sáng");
        page.locator("#tien-mat button").click();
        page.waitForURL("**/so-doanh-thu/2026-08-05*");
        window.audit("book-day-cash");
        assertEquals(vietnamese(language) ? "Đã lưu tiền mặt vào sổ." : "The cash is saved in the book.",
                window.text(".notice"));

        page.locator("a[href$='/gach']").click();
        window.audit("book-strike");
        page.locator("form.card button").click();
        page.waitForURL("**noti=book.cash.struck");
        window.audit("book-day-struck");

        window.open(town.app.uri("/so-doanh-thu?thang=2026-07"));
        window.audit("book-month");
        assertEquals(vietnamese(language) ? "450.000\u00a0₫" : "450,000\u00a0₫", window.text(".big-number"));
        page.locator("a[href='/so-doanh-thu/2026-07-20']").click();
        window.audit("book-day");

        window.open(town.app.uri("/so-doanh-thu/tim-kiem"));
        window.audit("book-search");
        page.locator("#tien").fill("200000");
        page.locator("#tu").fill("2026-07-01");
        page.locator("form.card button").click();
        assertThat(page.locator(".receipt")).hasCount(1);
        window.audit("book-found");

        close(window, language);
        for (String extension : List.of("pdf", "xlsx", "csv")) {
            Download download = page.waitForDownload(() -> page.locator("a[href$='." + extension + "']").click());
            assertTrue(download.suggestedFilename().endsWith("2026-07." + extension), download.suggestedFilename());
            assertTrue(Files.size(download.path()) > 100);
        }
    }

    private static void close(PageWindow window, String language) {
        Page page = window.page();
        window.open(town.app.uri("/so-doanh-thu?thang=2026-07"));
        page.locator("a[href$='/2026-07/chot']").click();
        window.audit("book-close");
        page.locator("form.card button").click();
        page.waitForURL("**noti=book.closed");
        window.audit("book-month-closed");
        assertEquals(vietnamese(language) ? "Đã chốt" : "Closed", window.text(".badge"));
        assertThat(page.locator("#tien-mat")).hasCount(0);
    }

    private static boolean vietnamese(String language) {
        return language.equals("vi");
    }

    @Test
    void bookShouldWorkWithoutScripts() {
        PageWindow window = logIn(WindowLook.phone("vi").withoutJavaScript(), town.shop(4));
        Page page = window.page();
        window.audit("book-month-noscript");
        page.locator("#so-tien").fill("12000");
        page.locator("#tien-mat button").click();
        assertEquals("Đã lưu tiền mặt vào sổ.", window.text(".notice"));
        page.locator("a[href$='/gach']").click();
        page.locator("form.card button").click();
        assertEquals("Đã gạch bỏ.", window.text(".notice"));
        close(window, "vi");
    }

    @ParameterizedTest
    @CsvSource({"phone,vi", "desktop,en"})
    void everythingShouldBeReachedByKeyboard(String size, String language) {
        PageWindow window = logIn(look(size, language), town.shop(5));
        for (String path : List.of("/so-doanh-thu?thang=2026-07", "/so-doanh-thu/2026-07-20", "/so-doanh-thu/tim-kiem",
                "/so-doanh-thu/2026-07/chot")) {
            window.open(town.app.uri(path));
            PageKeys keys = window.keyboard();
            assertTrue(keys.tabThrough(80).size() > 8, path);
        }
        window.open(town.app.uri("/so-doanh-thu"));
        window.keyboard().tabTo(vietnamese(language) ? "Số tiền" : "Amount", 60);
        window.page().keyboard().type("45000");
        window.keyboard().press("Enter");
        window.page().waitForURL("**noti=book.cash.recorded");
    }

    @ParameterizedTest
    @CsvSource({"phone,vi", "phone,en"})
    void pagesShouldHoldTextOfTwiceTheSize(String size, String language) {
        PageWindow window = logIn(look(size, language).withTextDoubled(), town.shop(5));
        window.open(town.app.uri("/so-doanh-thu?thang=2026-07")).audit("book-month-large");
        window.open(town.app.uri("/so-doanh-thu/2026-07-20")).audit("book-day-large");
        window.open(town.app.uri("/so-doanh-thu/tim-kiem")).audit("book-search-large");
        window.open(town.app.uri("/so-doanh-thu/2026-07/chot")).audit("book-close-large");
    }
}
