package vn.phopay.issuing;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import vn.phopay.qr.Jwks;
import vn.phopay.qr.KeyList;
import vn.phopay.qr.TrustedKey;

/**
 * Writes the key list that verifiers keep: current and past public keys, and the serials taken back. Its time of issue
 * is the full minute, so that all instances publish the same text within it and caches can compare.
 */
public final class PublishKeyList {
    private final Supplier<List<TrustedKey>> keys;
    private final RevocationStore revocations;
    private final Duration validity;
    private final Clock clock;

    /** A list of {@code keys}, to be relied on for {@code validity}. */
    public PublishKeyList(
            Supplier<List<TrustedKey>> keys, RevocationStore revocations, Duration validity, Clock clock) {
        this.keys = keys;
        this.revocations = revocations;
        this.validity = validity;
        this.clock = clock;
    }

    /** The list as JSON (RFC 7517 with extra members). Fails only on a database fault. */
    public Future<String> publish(SqlClient client) {
        Instant now = clock.instant();
        Instant issuedAt = now.truncatedTo(ChronoUnit.MINUTES);
        return revocations.liveSerials(client, now).map(serials ->
                Jwks.write(new KeyList(keys.get(), issuedAt, issuedAt.plus(validity), serials)));
    }
}
