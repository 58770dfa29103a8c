package vn.phopay.web.city;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.http.Call;
import vn.phopay.http.EditionTag;
import vn.phopay.http.KeptAnswers;
import vn.phopay.http.KeptAnswers.Question;
import vn.phopay.http.Reply;

/**
 * Answers with what follows from figures: each part is made once an edition for everybody who may see the same, and
 * kept. A part or a file alone holds no token and no notice, so a browser may keep it, too, for its one user; it asks
 * at every use whether it is still right, which is answered without the database. A page holds the session's token:
 * its part is kept here, the page nowhere.
 */
public final class CityAnswers {
    private static final String OWN_AND_ASKED = "private, no-cache";
    private static final String KEPT_NOWHERE = "private, no-store";
    private static final String VARY = "cookie, authorization";

    private final EditionTag tags;
    private final KeptAnswers kept;
    private final Pool pool;
    private final VirtualThreads threads;

    /** Keeps in {@code kept}, under the editions by which {@code tags} tags; makes parts on {@code threads}. */
    public CityAnswers(EditionTag tags, KeptAnswers kept, Pool pool, VirtualThreads threads) {
        this.tags = tags;
        this.kept = kept;
        this.pool = pool;
        this.threads = threads;
    }

    /** A page, put together on a virtual thread. */
    Future<Reply> page(Callable<Reply> page) {
        return threads.call(page);
    }

    /** The part; waits where it is not kept: call it on a virtual thread. */
    Buffer shown(CityPart part) {
        Question question = question(part);
        return kept.find(question).orElseGet(() -> Future.await(make(part, question)));
    }

    /** The part alone as {@code reply} dresses it; 304 where the caller has it. */
    Future<Reply> alone(CityPart part, Function<Buffer, Reply> reply) {
        Call call = part.call();
        Question question = question(part);
        String scope = question.reader() + ' ' + question.what();
        Optional<String> tag = tags.of(call, scope);
        Optional<Reply> known = EditionTag.notModified(call, tag);
        if (known.isPresent()) {
            return Future.succeededFuture(asked(known.get()));
        }
        Future<Buffer> body = kept.find(question).map(Future::succeededFuture)
                .orElseGet(() -> threads.call(() -> Future.await(make(part, question))));
        return body.map(bytes -> asked(tags.tagged(call, scope, tag, reply.apply(bytes))));
    }

    /** A table's file. */
    static Reply csv(String name, Buffer text) {
        return Reply.bytes(200, "text/csv; charset=utf-8; header=present", text)
                .with("content-disposition", "attachment; filename=\"" + name + ".csv\"");
    }

    private static Question question(CityPart part) {
        return new Question(part.what(), Viewed.scope(part.call()));
    }

    private Future<Buffer> make(CityPart part, Question question) {
        return kept.of(question, () -> threads.call(() -> onConnection(part)));
    }

    private Buffer onConnection(CityPart part) {
        SqlConnection connection = Future.await(pool.getConnection());
        try {
            return part.maker().apply(connection);
        } finally {
            connection.close();
        }
    }

    private static Reply asked(Reply reply) {
        String control = reply.headers().containsKey("etag") ? OWN_AND_ASKED : KEPT_NOWHERE;
        return reply.with("cache-control", control).with("vary", VARY);
    }
}
