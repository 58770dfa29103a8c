package vn.phopay.http.opendata;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.EntityTag;
import vn.phopay.http.Reply;
import vn.phopay.qr.Jwks;
import vn.phopay.qr.KeyList;
import vn.phopay.qr.TrustedKey;

/** GET /open-data/keys.json: the keys that sign releases, current and past (RFC 7517, RFC 8037). */
public final class GetReleaseKeys implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/open-data/keys.json", Access.ANYONE);

    private final Supplier<List<TrustedKey>> keys;
    private final Clock clock;

    /** Publishes {@code keys}. */
    public GetReleaseKeys(Supplier<List<TrustedKey>> keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    /** The time of issue is the full hour, so that all instances give the same text within it. */
    @Override
    public Future<Reply> handle(Call call) {
        Instant issuedAt = clock.instant().truncatedTo(ChronoUnit.HOURS);
        Buffer list = Buffer.buffer(Jwks.write(
                new KeyList(keys.get(), issuedAt, issuedAt.plus(KeyList.FRESH_FOR), Set.of())));
        String tag = EntityTag.ofBytes(list);
        Reply reply = EntityTag.isCached(call, tag)
                ? Reply.notModified() : Reply.bytes(200, "application/jwk-set+json", list);
        return Future.succeededFuture(reply.with("etag", tag).with("cache-control", OpenReply.SHORT)
                .with("access-control-allow-origin", "*"));
    }
}
