package vn.phopay.http.keys;

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

/**
 * GET /open-data/keys.json and /.well-known/seal-keys.json: the keys that sign releases, and those that sign seals of
 * days; current and past ones (RFC 7517, RFC 8037), so that what was signed once can be checked for ever.
 */
public final class GetPublicKeys implements Endpoint {
    private final EndpointSpec spec;
    private final Listing listing;
    private final Supplier<List<TrustedKey>> keys;
    private final Clock clock;

    private GetPublicKeys(String path, Listing listing, Supplier<List<TrustedKey>> keys, Clock clock) {
        this.spec = EndpointSpec.get(path, Access.ANYONE);
        this.listing = listing;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * How a list is told.
     *
     * @param issued the time of issue is cut to this, so that all instances give the same text within it
     * @param caching for how long it may be kept
     */
    private record Listing(ChronoUnit issued, String caching) {}

    /** The keys that sign releases. */
    public static GetPublicKeys ofReleases(Supplier<List<TrustedKey>> keys, Clock clock) {
        return new GetPublicKeys(
                "/open-data/keys.json", new Listing(ChronoUnit.HOURS, "public, max-age=300"), keys, clock);
    }

    /** The keys that sign the seals of closed days. */
    public static GetPublicKeys ofSeals(Supplier<List<TrustedKey>> keys, Clock clock) {
        return new GetPublicKeys("/.well-known/seal-keys.json",
                new Listing(ChronoUnit.MINUTES, "public, max-age=60"), keys, clock);
    }

    @Override
    public EndpointSpec spec() {
        return spec;
    }

    @Override
    public Future<Reply> handle(Call call) {
        Instant issuedAt = clock.instant().truncatedTo(listing.issued());
        Buffer list = Buffer.buffer(Jwks.write(
                new KeyList(keys.get(), issuedAt, issuedAt.plus(KeyList.FRESH_FOR), Set.of())));
        String tag = EntityTag.ofBytes(list);
        Reply reply = EntityTag.isCached(call, tag)
                ? Reply.notModified() : Reply.bytes(200, "application/jwk-set+json", list);
        return Future.succeededFuture(reply.with("etag", tag).with("cache-control", listing.caching())
                .with("access-control-allow-origin", "*").with("access-control-expose-headers", "ETag"));
    }
}
