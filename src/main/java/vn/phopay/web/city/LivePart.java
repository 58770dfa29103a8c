package vn.phopay.web.city;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.http.Call;
import vn.phopay.http.EditionTag;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;

/**
 * The part of a page, or a file, that follows from figures alone: it holds no token and no notice, so a browser may
 * keep it for its one user, and asks at every use whether it is still right, which is answered without a connection.
 */
final class LivePart {
    private static final String OWN_AND_ASKED = "private, no-cache";
    private static final String KEPT_NOWHERE = "private, no-store";
    private static final String VARY = "cookie, authorization";

    private LivePart() {}

    /** Refuses by 304 where the caller has the answer of this edition; {@code more} is what else it depends on. */
    static TransactionalEndpoint.Prepared prepare(
            EditionTag tags, Call call, String more, TransactionalEndpoint.Work work) {
        String scope = Viewed.scope(call) + ' ' + more;
        Optional<String> tag = tags.of(call, scope);
        Optional<Reply> known = EditionTag.notModified(call, tag);
        if (known.isPresent()) {
            return new TransactionalEndpoint.Refused(kept(known.get()));
        }
        return new TransactionalEndpoint.Ready(
                (SqlConnection transaction) -> kept(tags.tagged(call, scope, tag, work.answer(transaction))));
    }

    private static Reply kept(Reply reply) {
        String control = reply.headers().containsKey("etag") ? OWN_AND_ASKED : KEPT_NOWHERE;
        return reply.with("cache-control", control).with("vary", VARY);
    }

    /** A table's file. */
    static Reply csv(String name, String text) {
        return Reply.bytes(200, "text/csv; charset=utf-8; header=present", Buffer.buffer(text))
                .with("content-disposition", "attachment; filename=\"" + name + ".csv\"");
    }
}
