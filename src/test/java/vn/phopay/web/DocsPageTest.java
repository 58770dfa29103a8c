package vn.phopay.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.http.ops.GetDocs;
import vn.phopay.http.ops.GetDocsAsset;
import vn.phopay.http.ops.GetHealthLive;
import vn.phopay.http.ops.GetOpenApi;
import vn.phopay.testing.PageBrowser;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.TestHttp;

/**
 * The try-out page in a real browser, under the same content security policy as everything else. It is Swagger UI as
 * its makers ship it, for programmers at a desk, so neither its weight nor its markup is audited; complaints are.
 */
class DocsPageTest {
    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void pageShouldTryACallOutWhenItsButtonIsPressed(int width) {
        Vertx vertx = Vertx.vertx();
        TestHttp.Builder builder = new TestHttp.Builder(
                vertx, Clock.systemUTC(), token -> Future.succeededFuture(Optional.empty()));
        builder.add(new GetDocs()).add(new GetDocsAsset()).add(new GetOpenApi()).add(new GetHealthLive());
        builder.add(new GetAsset(AssetBook.load()));
        try (TestHttp http = builder.start(); PageBrowser browser = PageBrowser.open()) {
            PageWindow page = (width == 360 ? browser.phone("en") : browser.desktop("en"))
                    .open(http.uri("/docs#/Operations/getLive"));
            page.waitFor("document.querySelectorAll('.opblock').length > 30");
            page.waitFor("document.querySelector('#operations-Operations-getLive .execute')");
            page.screenshot("docs");

            page.page().click("#operations-Operations-getLive .execute");

            String answered = "#operations-Operations-getLive .live-responses-table .response-col_status";
            page.waitFor("document.querySelector('" + answered + "')");
            assertTrue(page.text("#operations-Operations-getLive .live-responses-table").contains("200"));
            assertEquals(List.of(), page.complaints());
        } finally {
            vertx.close().await();
        }
    }
}
