package vn.phopay.opendata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.ReleaseOffice;
import vn.phopay.testing.ReleaseTown;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Open data over HTTP, as outsiders use it. */
class OpenDataTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("open_data");

    @TempDir
    static Path keyDir;

    private static final String R1 = "/open-data/adoption/2026-10/r1/";
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static TestApp app;

    @BeforeAll
    static void publish() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-10T02:00:00Z"), ZoneOffset.UTC);
        ReleaseOffice office = new ReleaseOffice(DB.pool(), clock, keyDir);
        ReleaseTown town = new ReleaseTown(DB.pool(), 2)
                .shops(30, "district-002", "ward-00070-2025", "street-hang-ngang")
                .shops(40, "district-001", "ward-00004-2025", "")
                .shops(25, "district-004", "ward-00118-2025", "")
                .shops(4, "district-003", "ward-00103-2025", "")
                .premises("district-001", 60).premises("district-002", 100).premises("district-004", 100);
        town.trade(YearMonth.of(2026, 9), 85).trade(YearMonth.of(2026, 10), 1_000);
        office.publish(YearMonth.of(2026, 9), "");
        office.publish(YearMonth.of(2026, 10), "");
        // Whatever asks for addresses needs to know its port first: it is told by the second start.
        int port = freePort();
        app = TestApp.start(DB, clock, Map.of("PHOPAY_RELEASE_KEY_DIR", keyDir.toString(),
                "PHOPAY_HTTP_PORT", Integer.toString(port), "PHOPAY_HTTP_EVENT_LOOPS", "1",
                "PHOPAY_FIGURE_INTERVAL_MS", "3600000",
                "PHOPAY_PUBLIC_URL", "http://127.0.0.1:" + port));
        town.shops(12, "district-004", "ward-00118-2025", "").trade(YearMonth.of(2026, 10), 1_000);
        office.publish(YearMonth.of(2026, 10), "Mười hai cửa hàng đăng ký muộn.");
        Eventually.equal(200, () -> get(R1.replace("r1", "r2") + "manifest.json").statusCode());
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void outsideProgramShouldFetchCheckAndRankFromTheCatalogueAlone() throws Exception {
        Map<String, Map<String, byte[]>> releases =
                new OutsideProgram(app.uri("/open-data/catalog.jsonld")).fetchAndCheck();
        assertEquals(3, releases.size());
        List<Map<String, byte[]>> inOrder = new ArrayList<>(releases.values());
        byte[] september = inOrder.getFirst().get("districts.csv");
        for (Map<String, byte[]> october : inOrder.subList(1, 3)) {
            List<String> published = new String(october.get("ranking.csv"), StandardCharsets.UTF_8).lines().skip(1)
                    .toList();
            assertEquals(published, OutsideProgram.ranking(
                    october.get("districts.csv"), september, october.get("metrics.json")));
            assertTrue(published.getFirst().endsWith(",true,true") || published.getFirst().endsWith(",true,false"));
            assertTrue(published.stream().anyMatch(line -> line.endsWith(",true")), "most improved: " + published);
        }
        assertTrue(inOrder.get(2).containsKey("changes.csv"));
    }

    @Test
    void fileShouldBeImmutableTaggedByItsHashAndReadableFromEverySite() {
        HttpResponse<byte[]> file = get(R1 + "districts.csv");
        assertEquals("public, max-age=31536000, immutable", header(file, "cache-control"));
        assertEquals("*", header(file, "access-control-allow-origin"));
        assertEquals("text/csv; charset=utf-8; header=present", header(file, "content-type"));
        assertTrue(header(file, "link").contains("districts.csv-metadata.json"), header(file, "link"));
        String sums = new String(get(R1 + "SHA256SUMS").body(), StandardCharsets.UTF_8);
        assertTrue(sums.contains(header(file, "etag").replace("\"", "") + "  districts.csv\n"));
        HttpResponse<byte[]> again = get(R1 + "districts.csv", "if-none-match", header(file, "etag"));
        assertEquals(304, again.statusCode());
        assertEquals(header(file, "etag"), header(again, "etag"));
        assertEquals(404, get(R1 + "other.csv").statusCode());
        assertEquals(404, get("/open-data/adoption/2026-10/r3/districts.csv").statusCode());
        assertEquals(404, get("/open-data/adoption/2026-13/r1/districts.csv").statusCode());
        assertEquals(200, get(R1 + "bulletins/ward-00070-2025.txt").statusCode());
    }

    @Test
    void newestShouldBeTheLastRevisionForAShortTime() {
        HttpResponse<byte[]> csv = get("/open-data/adoption/2026-10.csv");
        assertEquals("/open-data/adoption/2026-10/r2/districts.csv", header(csv, "content-location"));
        assertEquals("public, max-age=300", header(csv, "cache-control"));
        assertArrayEquals(get("/open-data/adoption/2026-10/r2/districts.csv").body(), csv.body());
        JsonObject json = json("/open-data/adoption/2026-10.json");
        assertEquals("2026-10.r2", json.getString("number"));
        assertEquals(30, json.getJsonArray("items").size());
        assertEquals(404, get("/open-data/adoption/2026-08.csv").statusCode());
        assertEquals(404, get("/open-data/adoption/2026-10.xml").statusCode());
    }

    @Test
    void codingsShouldDecodeToTheSameBytes() throws IOException {
        byte[] plain = get(R1 + "release.json").body();
        HttpResponse<byte[]> gzip = get(R1 + "release.json", "accept-encoding", "gzip");
        assertEquals("gzip", header(gzip, "content-encoding"));
        assertArrayEquals(plain, new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes());
        Brotli4jLoader.ensureAvailability();
        HttpResponse<byte[]> brotli = get(R1 + "release.json", "accept-encoding", "gzip, br;q=0.9");
        assertEquals("br", header(brotli, "content-encoding"));
        assertArrayEquals(plain, Decoder.decompress(brotli.body()).getDecompressedData());
        assertEquals(3, Set.of(header(gzip, "etag"), header(brotli, "etag"),
                header(get(R1 + "release.json"), "etag")).size(), "each form has a tag of its own");
        assertFalse(get(R1 + "release.json", "accept-encoding", "br;q=0").headers()
                .firstValue("content-encoding").isPresent());
    }

    @Test
    void partsOfAFileShouldBeServed() {
        byte[] whole = get(R1 + "districts.csv").body();
        HttpResponse<byte[]> part = get(R1 + "districts.csv", "range", "bytes=5-14");
        assertEquals(206, part.statusCode());
        assertEquals("bytes 5-14/" + whole.length, header(part, "content-range"));
        assertArrayEquals(Arrays.copyOfRange(whole, 5, 15), part.body());
        HttpResponse<byte[]> tail = get(R1 + "districts.csv", "range", "bytes=-7");
        assertArrayEquals(Arrays.copyOfRange(whole, whole.length - 7, whole.length), tail.body());
        assertEquals(416, get(R1 + "districts.csv", "range", "bytes=999999-").statusCode());
        assertEquals(200, get(R1 + "districts.csv", "range", "bytes=1-2,4-5").statusCode());
        assertEquals(200, get(R1 + "districts.csv", "range", "bytes=1-2", "if-range", "\"old\"").statusCode());
    }

    @Test
    void ckanShouldListAndShowPackages() {
        for (String base : List.of("/open-data", "")) {
            JsonObject list = json(base + "/api/3/action/package_list");
            assertTrue(list.getBoolean("success"));
            assertEquals(new JsonArray().add("phopay-adoption-2026-09").add("phopay-adoption-2026-10"),
                    list.getJsonArray("result"));
            JsonObject shown = json(base + "/api/3/action/package_show?id=phopay-adoption-2026-10")
                    .getJsonObject("result");
            assertEquals("2026-10.r2", shown.getString("version"));
            JsonObject resource = shown.getJsonArray("resources").stream().map(JsonObject.class::cast)
                    .filter(one -> one.getString("name").equals("districts.csv")).findFirst().orElseThrow();
            assertEquals(200, get(resource.getString("url").replaceFirst("^http://[^/]+", "")).statusCode());
            assertEquals(new JsonArray().add("phopay-adoption-2026-10"),
                    json(base + "/api/3/action/package_list?limit=1&offset=1").getJsonArray("result"));
        }
    }

    @Test
    void ckanShouldTellFailuresAsCkanDoes() {
        String actions = "/open-data/api/3/action/";
        assertFailure(404, "Not Found Error", actions + "package_show?id=nothing");
        assertFailure(409, "Validation Error", actions + "package_show");
        assertFailure(409, "Validation Error", actions + "package_list?limit=many");
        HttpResponse<byte[]> unknown = get(actions + "package_purge");
        assertEquals(400, unknown.statusCode());
        assertEquals("\"Bad request - Action name not known: package_purge\"",
                new String(unknown.body(), StandardCharsets.UTF_8));
        JsonObject list = json(actions + "package_list");
        assertEquals(200, get(list.getString("help").replaceFirst("^http://[^/]+", "")).statusCode());
    }

    private static void assertFailure(int status, String type, String path) {
        HttpResponse<byte[]> answer = get(path);
        assertEquals(status, answer.statusCode(), path);
        JsonObject body = new JsonObject(new String(answer.body(), StandardCharsets.UTF_8));
        assertFalse(body.getBoolean("success"));
        assertTrue(body.getString("help").contains("help_show?name=package_"), path);
        assertEquals(type, body.getJsonObject("error").getString("__type"), path);
    }

    @Test
    void scriptsOfOtherSitesShouldBeLetAskWhetherAFileChanged() throws Exception {
        HttpResponse<byte[]> allowed = CLIENT.send(HttpRequest.newBuilder(app.uri(R1 + "districts.csv"))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .headers("origin", "https://example.org", "access-control-request-method", "GET",
                        "access-control-request-headers", "if-none-match,range").build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(204, allowed.statusCode());
        assertEquals("*", header(allowed, "access-control-allow-origin"));
        assertTrue(header(allowed, "access-control-allow-headers").contains("If-None-Match"));
        assertTrue(header(allowed, "access-control-allow-headers").contains("Range"));
        assertTrue(header(get(R1 + "districts.csv"), "access-control-expose-headers").contains("Content-Range"));
        HttpResponse<byte[]> closed = CLIENT.send(HttpRequest.newBuilder(app.uri("/api/v1/sessions"))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(405, closed.statusCode(), "nothing but open data is open to other sites");
    }

    @Test
    void cataloguesShouldNameTheMediaTypeThatIsSent() {
        JsonObject shown = json("/api/3/action/package_show?id=phopay-adoption-2026-10").getJsonObject("result");
        for (Object one : shown.getJsonArray("resources")) {
            JsonObject resource = (JsonObject) one;
            HttpResponse<byte[]> sent = get(resource.getString("url").replaceFirst("^http://[^/]+", ""));
            assertEquals(header(sent, "content-type").replaceFirst(";.*", ""), resource.getString("mimetype"),
                    resource.getString("name"));
        }
    }

    @Test
    void keysShouldBePublishedForOpenSsl() {
        JsonObject keys = json("/open-data/keys.json");
        String keyId = keys.getJsonArray("keys").getJsonObject(0).getString("kid");
        String pem = new String(get("/open-data/keys/" + keyId + ".pem").body(), StandardCharsets.UTF_8);
        assertTrue(pem.startsWith("-----BEGIN PUBLIC KEY-----\n"), pem);
        assertEquals(404, get("/open-data/keys/other.pem").statusCode());
        String tag = header(get("/open-data/keys/" + keyId + ".pem"), "etag");
        assertEquals(304, get("/open-data/keys/" + keyId + ".pem", "if-none-match", tag).statusCode());
    }

    static JsonObject json(String path) {
        HttpResponse<byte[]> answer = get(path);
        assertEquals(200, answer.statusCode(), path);
        return new JsonObject(new String(answer.body(), StandardCharsets.UTF_8));
    }

    static HttpResponse<byte[]> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(app.uri(path));
        try {
            return CLIENT.send((headers.length == 0 ? request : request.headers(headers)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
