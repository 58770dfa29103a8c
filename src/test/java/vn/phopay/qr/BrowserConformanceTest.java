package vn.phopay.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.phopay.qr.ConformanceCases.Case;
import vn.phopay.qr.QrVerification.Result;
import vn.phopay.testing.PageBrowser;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.TestHttp;
import vn.phopay.web.AssetBook;
import vn.phopay.web.GetAsset;

/** The verifier that runs in browsers says, of every payload, list and time, what the server's verifier says. */
class BrowserConformanceTest {
    /** Any address of the same origin gives scripts a secure context. */
    private static final String PLAIN_PAGE = "/assets/be-vietnam-pro-OFL.txt";
    private static final int BATCH = 500;
    private static final String ASK = """
            (async (cases) => {
                const {verify, readKeyList} = await import('/assets/vietqr.js');
                const lists = new Map();
                const answers = [];
                for (const [payload, list, now] of cases) {
                    lists.set(list, lists.get(list) ?? await readKeyList(JSON.parse(list)));
                    answers.push(await verify(payload, {guid: '%s', keyList: lists.get(list), now}));
                }
                return JSON.stringify(answers);
            })(%s)""";
    private static final String NO_ED25519 = """
            (crypto.subtle.importKey =
                () => Promise.reject(new DOMException('no Ed25519', 'NotSupportedError'))), true""";
    private static final String LOADED_OURS = """
            performance.getEntriesByType('resource').some((entry) => entry.name.includes('noble-ed25519'))""";

    private static Vertx vertx;
    private static PageBrowser browser;
    private static TestHttp http;
    private static List<Case> cases;

    @BeforeAll
    static void serve() {
        browser = PageBrowser.open();
        vertx = Vertx.vertx();
        http = new TestHttp.Builder(vertx, Clock.systemUTC(), token -> Future.succeededFuture(Optional.empty()))
                .add(new GetAsset(AssetBook.load()))
                .start();
        cases = ConformanceCases.all(Samples.seeded("BrowserConformanceTest"));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            vertx.close().await();
        }
    }

    @Test
    void casesShouldReachEveryResult() {
        Set<Result> reached = EnumSet.noneOf(Result.class);
        cases.forEach(one -> reached.add(inJava(one).result()));
        assertEquals(EnumSet.allOf(Result.class), reached);
    }

    @Test
    void browserShouldAgreeWhenItKnowsEd25519() {
        PageWindow page = browser.desktop("vi").open(http.uri(PLAIN_PAGE));
        assertAgreement(page);
        page.expect(false, LOADED_OURS);
    }

    @Test
    void browserShouldAgreeWhenOurLibraryVerifies() {
        PageWindow page = browser.desktop("vi").open(http.uri(PLAIN_PAGE));
        page.evaluate(NO_ED25519);
        assertAgreement(page);
        page.expect(true, LOADED_OURS);
    }

    private static void assertAgreement(PageWindow page) {
        List<String> differences = new ArrayList<>();
        for (int from = 0; from < cases.size(); from += BATCH) {
            List<Case> batch = cases.subList(from, Math.min(cases.size(), from + BATCH));
            JsonArray answers = new JsonArray((String) page.evaluate(ASK.formatted(Samples.GUID, toJson(batch))));
            for (int i = 0; i < batch.size(); i++) {
                JsonObject expected = toJson(inJava(batch.get(i)));
                JsonObject actual = answers.getJsonObject(i);
                actual.remove("isOther");
                if (!expected.equals(actual)) {
                    differences.add(batch.get(i) + "\n  server  " + expected + "\n  browser " + actual);
                }
            }
        }
        assertTrue(differences.isEmpty(), differences.size() + " of " + cases.size() + " differ:\n"
                + String.join("\n", differences.subList(0, Math.min(20, differences.size()))));
    }

    private static QrVerification inJava(Case one) {
        KeyList list = Jwks.read(one.keyList());
        return new QrVerifier(Samples.GUID, () -> list).verify(one.payload(), one.now());
    }

    private static String toJson(List<Case> batch) {
        JsonArray json = new JsonArray();
        batch.forEach(one -> json.add(new JsonArray()
                .add(one.payload()).add(one.keyList()).add(one.now().toEpochMilli())));
        return escapeSurrogates(json.encode());
    }

    /** Half a surrogate pair is no Unicode text and would not reach the browser as it is. */
    private static String escapeSurrogates(String json) {
        StringBuilder text = new StringBuilder();
        json.chars().forEach(unit -> text.append(Character.isSurrogate((char) unit)
                ? "\\u%04x".formatted(unit) : Character.toString(unit)));
        return text.toString();
    }

    private static JsonObject toJson(QrVerification answer) {
        SignatureClaims claims = answer.claims();
        VietQr vietQr = answer.vietQr();
        QrFault fault = answer.fault();
        return new JsonObject()
                .put("result", answer.result().name())
                .put("claims", claims == null ? null : new JsonObject()
                        .put("keyId", claims.keyId()).put("serial", claims.serial())
                        .put("issuedAt", seconds(claims.issuedAt())).put("expiresAt", seconds(claims.expiresAt())))
                .put("vietQr", vietQr == null ? null : new JsonObject()
                        .put("initiation", vietQr.initiation()).put("bin", vietQr.bin())
                        .put("account", vietQr.account()).put("service", vietQr.service())
                        .put("amountVnd", vietQr.amountVnd()).put("name", vietQr.name())
                        .put("memo", vietQr.memo()).put("reference", vietQr.reference()))
                .put("fault", fault == null ? null : new JsonObject()
                        .put("code", fault.code().name()).put("position", fault.position()));
    }

    private static @Nullable Long seconds(@Nullable Instant instant) {
        return instant == null ? null : instant.getEpochSecond();
    }
}
