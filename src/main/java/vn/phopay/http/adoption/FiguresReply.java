package vn.phopay.http.adoption;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import vn.phopay.adoption.Viewer;
import vn.phopay.http.Call;
import vn.phopay.http.EditionTag;
import vn.phopay.http.EntityTag;
import vn.phopay.http.KeptAnswers.Question;
import vn.phopay.http.Reply;

/**
 * Answers with figures. What anyone may see may be kept by caches for a short time; what only staff may see is the
 * browser's own. Whoever has the answer of the present edition hears so before the database is asked (RFC 9110 section
 * 13.1.2), and whoever asks what somebody with the same rights asked before gets what was made for that one; while no
 * edition is known, outsiders' answers are compared by their bytes.
 */
final class FiguresReply {
    private static final String OWN_AND_ASKED = "private, no-cache";
    private static final String KEPT_NOWHERE = "private, no-store";
    private static final String VARY = "Authorization, Cookie";

    private final String publicCacheControl;
    private final EditionTag tags;
    private final AdoptionEdge edge;

    /** Lets caches keep outsiders' answers for {@code edge.publicMaxAge()}. */
    FiguresReply(AdoptionEdge edge) {
        this.publicCacheControl = "public, max-age=" + edge.publicMaxAge().toSeconds();
        this.tags = edge.tags();
        this.edge = edge;
    }

    /**
     * The answer to {@code call}. {@code body} is read, on a virtual thread, only where neither the caller nor we have
     * it.
     *
     * @param what everything that was asked for, by which the answer is kept beside the viewer
     */
    Future<Reply> of(Call call, Viewer viewer, List<?> what, Callable<JsonObject> body) {
        String scope = viewer.everything() + " " + new TreeSet<>(viewer.districtCodes());
        Optional<String> tag = tags.of(call, scope);
        Optional<Reply> known = EditionTag.notModified(call, tag);
        if (known.isPresent()) {
            return Future.succeededFuture(kept(viewer, known.get()));
        }
        return bytes(new Question(what, scope), body).map(json -> {
            Reply reply = tags.tagged(call, scope, tag, Reply.bytes(200, Reply.JSON, json));
            return kept(viewer, viewer.isOutsider() && tag.isEmpty() ? byBytes(call, reply) : reply);
        });
    }

    private Future<Buffer> bytes(Question question, Callable<JsonObject> body) {
        return edge.kept().find(question).map(Future::succeededFuture).orElseGet(() -> edge.threads().call(
                () -> Future.await(edge.kept().of(
                        question, () -> edge.threads().call(() -> body.call().toBuffer())))));
    }

    private static Reply byBytes(Call call, Reply full) {
        String tag = EntityTag.ofBytes(full.body());
        return (EntityTag.isCached(call, tag) ? Reply.notModified() : full).with("etag", tag);
    }

    private Reply kept(Viewer viewer, Reply reply) {
        String own = reply.headers().containsKey("etag") ? OWN_AND_ASKED : KEPT_NOWHERE;
        return reply.with("cache-control", viewer.isOutsider() ? publicCacheControl : own).with("vary", VARY);
    }
}
