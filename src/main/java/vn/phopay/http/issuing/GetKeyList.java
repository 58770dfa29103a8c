package vn.phopay.http.issuing;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.EntityTag;
import vn.phopay.http.Reply;
import vn.phopay.issuing.PublishKeyList;

/** GET /.well-known/jwks.json: the keys that sign codes, current and past, and the serials taken back. */
public final class GetKeyList implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/.well-known/jwks.json", Access.ANYONE);
    private static final String CACHING = "public, max-age=60";

    private final PublishKeyList publish;
    private final Pool pool;

    /** Publishes by {@code publish} through {@code pool}. */
    public GetKeyList(PublishKeyList publish, Pool pool) {
        this.publish = publish;
        this.pool = pool;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        return publish.publish(pool).map(json -> toReply(call, Buffer.buffer(json)));
    }

    private static Reply toReply(Call call, Buffer list) {
        String tag = EntityTag.ofBytes(list);
        Reply reply = EntityTag.isCached(call, tag)
                ? Reply.notModified() : Reply.bytes(200, "application/jwk-set+json", list);
        return reply.with("etag", tag).with("cache-control", CACHING);
    }
}
