package vn.phopay.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.place.PlaceSeed;
import vn.phopay.testing.TestHttp;

class GetLandingPageTest {
    private static final Pattern ASSET = Pattern.compile("/assets/[A-Za-z0-9.-]+(\\?v=[0-9a-f]+)?");

    private static Vertx vertx;
    private static TestHttp http;

    @BeforeAll
    static void serve() {
        vertx = Vertx.vertx();
        PlaceSeed seed = PlaceSeed.load();
        AssetBook book = AssetBook.load();
        http = new TestHttp.Builder(
                        vertx, Clock.systemUTC(), token -> Future.succeededFuture(Optional.empty()))
                .add(new GetLandingPage(new PlaceDirectory(seed.places(), seed.memberships()), book))
                .add(new GetAsset(book))
                .start();
    }

    @AfterAll
    static void stop() {
        http.close();
        vertx.close().await();
    }

    @Test
    void pageShouldBeVietnameseWhateverTheBrowserPrefers() {
        HttpResponse<String> page = http.send("GET", "/", null, "accept-language", "en-GB,en;q=0.9");

        assertEquals(200, page.statusCode());
        assertEquals("vi", header(page, "content-language"));
        assertTrue(page.body().contains("<html lang=\"vi\">"));
        assertTrue(page.body().contains("Phố nào cũng quét được."));
        assertEquals("vi", header(http.send("GET", "/?lang=fr", null), "content-language"));
    }

    @Test
    void pageShouldBeEnglishWhenAsked() {
        HttpResponse<String> page = http.send("GET", "/?lang=en", null);

        assertEquals("en", header(page, "content-language"));
        assertTrue(page.body().contains("<html lang=\"en\">"));
        assertTrue(page.body().contains("Every street can scan."));
        assertFalse(page.body().contains("{{"));
    }

    @Test
    void pageShouldHoldNothingInlineAndNothingFromOutside() {
        String page = http.send("GET", "/", null).body();

        assertFalse(Pattern.compile("<style|\\sstyle=|\\son[a-z]+=|<script(?![^>]*\\ssrc=)").matcher(page).find());
        assertFalse(Pattern.compile("(src|href)=\"(https?:)?//").matcher(page).find());
        assertEquals(30, page.split("class=\"tile\"", -1).length - 1);
    }

    @Test
    void everyAssetOfThePageShouldBeKeptForAYearWhenItsAddressCarriesItsFingerprint() {
        Matcher assets = ASSET.matcher(http.send("GET", "/", null).body());
        int found = 0;
        while (assets.find()) {
            found++;
            HttpResponse<String> asset = http.send("GET", assets.group(), null);
            assertEquals(200, asset.statusCode(), assets.group());
            assertEquals("public, max-age=31536000, immutable", header(asset, "cache-control"), assets.group());
        }
        assertTrue(found >= 7, "assets of the page: " + found);
    }

    @Test
    void scriptsAndStylesShouldNameAssetsByFingerprintOnly() {
        for (String name : new String[] {"main.js", "figures.js", "fonts.css", "page.css"}) {
            Matcher assets = ASSET.matcher(http.send("GET", "/assets/" + name, null).body());
            assertTrue(assets.find(), name);
            do {
                assertTrue(assets.group(1) != null, name + " names " + assets.group());
                assertEquals(200, http.send("GET", assets.group(), null).statusCode(), assets.group());
            } while (assets.find());
        }
    }

    @Test
    void assetShouldBeAskedForAgainWhenItsAddressIsBareOrOld() {
        HttpResponse<String> bare = http.send("GET", "/assets/main.js", null);

        assertEquals("no-cache", header(bare, "cache-control"));
        assertEquals("no-cache", header(http.send("GET", "/assets/main.js?v=old", null), "cache-control"));
        HttpResponse<String> again =
                http.send("GET", "/assets/main.js", null, "if-none-match", header(bare, "etag"));
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
    }

    @Test
    void assetShouldBeNotFoundWhenItIsNotOnTheList() {
        assertEquals(404, http.send("GET", "/assets/landing.html", null).statusCode());
        assertEquals(404, http.send("GET", "/assets/..%2F..%2Fopenapi.yaml", null).statusCode());
    }

    @Test
    void templateShouldEscapeTextsAndRefuseMissingOnes() {
        assertEquals("<p>a &lt;b&gt; &amp; &quot;c&quot;</p><i>",
                Html.render("<p>{{t}}</p>{{{m}}}", Map.of("t", "a <b> & \"c\""), Map.of("m", "<i>")));
        assertThrows(IllegalStateException.class, () -> Html.render("{{none}}", Map.of(), Map.of()));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
