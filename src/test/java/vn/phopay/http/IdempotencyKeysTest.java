package vn.phopay.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

class IdempotencyKeysTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("idempotency_keys");

    private static final EndpointSpec SPEC = EndpointSpec.create("/things", Access.ANYONE);

    private final IdempotencyKeys keys = new IdempotencyKeys(Clock.systemUTC(), Duration.ofHours(24));

    @ParameterizedTest
    @CsvSource({"200, 200", "399, 399", "400, nothing", "409, nothing", "503, nothing"})
    void answerShouldBeKeptWhenItIsBelow400Only(int status, String kept) throws Exception {
        VirtualThreads threads = VirtualThreads.open(TestPostgres.vertx()).await();
        Call call = Calls.from("10.0.0.1");
        call.headers().set("Idempotency-Key", "key-" + status);

        String stored = await(threads.call(() -> {
            SqlConnection connection = Future.await(DB.pool().getConnection());
            try {
                Future.await(connection.begin());
                keys.once(SPEC, call, connection, () -> Reply.json(status, new JsonObject()));
                return Future.await(connection.query("SELECT coalesce(status::text, 'nothing') AS kept"
                        + " FROM idempotency_key").execute()).iterator().next().getString("kept");
            } finally {
                connection.close();
            }
        }));

        assertEquals(kept, stored);
    }
}
