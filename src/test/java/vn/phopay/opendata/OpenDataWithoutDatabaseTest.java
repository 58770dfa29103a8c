package vn.phopay.opendata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.sqlclient.Pool;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.Reply;
import vn.phopay.http.opendata.GetCatalogue;
import vn.phopay.http.opendata.GetReleaseFile;
import vn.phopay.http.opendata.OpenShelf;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.ReleaseOffice;
import vn.phopay.testing.ReleaseTown;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** What caches ask most is answered from memory, also while the database is away. */
class OpenDataWithoutDatabaseTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("open_data_memory");

    @TempDir
    Path keyDir;

    @Test
    void entityTagsAndCataloguesShouldNeedNoDatabase() {
        ReleaseOffice office =
                new ReleaseOffice(DB.pool(), new MovableClock(Instant.parse("2026-11-06T02:00:00Z")), keyDir);
        new ReleaseTown(DB.pool(), 6).shops(20, "district-002", "ward-00070-2025", "")
                .trade(YearMonth.of(2026, 10), 1_000);
        String hash = office.file(office.publish(YearMonth.of(2026, 10), ""), "districts.csv").sha256();
        Pool pool = DB.pool(TestPostgres.vertx());
        OpenShelf shelf = new OpenShelf(await(OpenDataIndex.open(pool, URI.create("https://phopay.example"))));
        Endpoint files = GetReleaseFile.all(shelf).getFirst();
        Reply read = ask(files, "districts.csv", "");
        assertEquals('"' + hash + '"', read.headers().get("etag"));

        await(pool.close());

        assertEquals(304, ask(files, "districts.csv", '"' + hash + '"').status());
        assertEquals(304, ask(files, "report.pdf", "*").status(), "never read before");
        assertEquals(read.body(), ask(files, "districts.csv", "").body(), "kept since it was read");
        assertEquals(200, ask(new GetCatalogue(shelf), "", "").status());
        assertThrows(RuntimeException.class, () -> ask(files, "release.json", ""), "the test would see a read");
    }

    private static Reply ask(Endpoint endpoint, String file, String tag) {
        MultiMap headers = HttpHeaders.headers();
        if (!tag.isEmpty()) {
            headers.add("if-none-match", tag);
        }
        return await(endpoint.handle(new Call("request", Instant.EPOCH, "127.0.0.1", "/",
                Map.of("month", "2026-10", "revision", "r1", "file", file), "", MultiMap.caseInsensitiveMultiMap(),
                headers, Buffer.buffer(), null, null)));
    }
}
