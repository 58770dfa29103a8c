package vn.phopay.testing;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Sessions written straight into a test database, for shops that have no password. */
public final class SessionRows {
    private SessionRows() {}

    /** A token of {@code merchant} that lives for {@code lifetime} from {@code now} on. */
    public static String open(Pool pool, UUID merchant, Instant now, Duration lifetime) {
        byte[] bits = new byte[32];
        ThreadLocalRandom.current().nextBytes(bits);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        TestPostgres.await(pool.preparedQuery("INSERT INTO session (token_hash, subject_id, role, csrf_token,"
                + " created_at, expires_at) VALUES ($1, $2, 'MERCHANT', 'csrf', $3, $4)")
                .execute(Tuple.of(Buffer.buffer(sha256(token)), merchant, now.atOffset(ZoneOffset.UTC),
                        now.plus(lifetime).atOffset(ZoneOffset.UTC))));
        return token;
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
