package vn.phopay.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.access.PurgeExpired.Purged;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

class PurgeExpiredTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("purge_expired");

    private final MovableClock clock = MovableClock.morning();
    private final Pool pool = DB.pool();

    @BeforeEach
    void empty() {
        await(pool.query("TRUNCATE session, idempotency_key").execute());
    }

    @Test
    void purgeShouldDeleteWhatHasExpiredOnlyWhenTheMomentComes() {
        insert(1, Duration.ofMinutes(1));
        insert(2, Duration.ofMinutes(2));
        PurgeExpired purge = new PurgeExpired(pool, clock, 100);

        clock.advance(Duration.ofSeconds(59));
        assertEquals(new Purged(0, 0), await(purge.purge()));
        clock.advance(Duration.ofSeconds(1));
        assertEquals(new Purged(1, 1), await(purge.purge()));
        assertEquals(1, left("session"));
        assertEquals(1, left("idempotency_key"));
    }

    @Test
    void purgeShouldStopAtItsBoundWhenMoreHasExpired() {
        for (int i = 0; i < 5; i++) {
            insert(i, Duration.ofSeconds(i));
        }
        clock.advance(Duration.ofMinutes(1));
        PurgeExpired purge = new PurgeExpired(pool, clock, 3);

        assertEquals(new Purged(3, 3), await(purge.purge()));
        assertEquals(new Purged(2, 2), await(purge.purge()));
        assertEquals(new Purged(0, 0), await(purge.purge()));
    }

    @Test
    void purgeShouldDeleteEachRowOnceWhenInstancesRunTogether() throws Exception {
        for (int i = 0; i < 40; i++) {
            insert(i, Duration.ofSeconds(i));
        }
        clock.advance(Duration.ofMinutes(1));

        List<Purged> runs = AtOnce.run(4, i -> await(new PurgeExpired(pool, clock, 40).purge()));

        assertEquals(40, runs.stream().mapToInt(Purged::sessions).sum() + left("session"));
        assertEquals(40, runs.stream().mapToInt(Purged::idempotencyKeys).sum() + left("idempotency_key"));
        await(new PurgeExpired(pool, clock, 40).purge());
        assertEquals(0, left("session"));
        assertEquals(0, left("idempotency_key"));
    }

    private void insert(int serial, Duration life) {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        await(pool.preparedQuery("INSERT INTO session"
                + " (token_hash, subject_id, role, csrf_token, created_at, expires_at)"
                + " VALUES (sha256($1::text::bytea), gen_random_uuid(), 'ADMIN', 'x', $2, $3)")
                .execute(Tuple.of("token-" + serial, now, now.plus(life))));
        await(pool.preparedQuery("INSERT INTO idempotency_key (scope, key, request_hash, created_at, expires_at)"
                + " VALUES ('scope', $1, '', $2, $3)").execute(Tuple.of("key-" + serial, now, now.plus(life))));
    }

    private int left(String table) {
        return await(pool.query("SELECT count(*)::int FROM " + table).execute()).iterator().next().getInteger(0);
    }
}
