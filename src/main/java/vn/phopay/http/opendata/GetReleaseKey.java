package vn.phopay.http.opendata;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.function.Supplier;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.EntityTag;
import vn.phopay.http.Reply;
import vn.phopay.qr.Pem;
import vn.phopay.qr.TrustedKey;

/** GET /open-data/keys/{keyId}.pem: one of the keys that sign releases, as OpenSSL reads it (RFC 8410). */
public final class GetReleaseKey implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/open-data/keys/{keyId}.pem", Access.ANYONE);

    private final Supplier<List<TrustedKey>> keys;

    /** Publishes {@code keys}. */
    public GetReleaseKey(Supplier<List<TrustedKey>> keys) {
        this.keys = keys;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        String keyId = call.path("keyId");
        return Future.succeededFuture(keys.get().stream().filter(key -> key.id().equals(keyId)).findFirst()
                .map(key -> pem(call, Buffer.buffer(Pem.writePublic(key.key()))))
                .orElseGet(() -> OpenReply.notFound("No release was signed by such a key.")));
    }

    private static Reply pem(Call call, Buffer pem) {
        String tag = EntityTag.ofBytes(pem);
        Reply reply = EntityTag.isCached(call, tag)
                ? Reply.notModified() : Reply.bytes(200, "application/x-pem-file", pem);
        return reply.with("etag", tag).with("cache-control", OpenReply.SHORT)
                .with("access-control-allow-origin", "*");
    }
}
