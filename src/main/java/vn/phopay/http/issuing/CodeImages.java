package vn.phopay.http.issuing;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import vn.phopay.http.Call;
import vn.phopay.http.EntityTag;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;
import vn.phopay.identity.PaymentRequestId;
import vn.phopay.issuing.IssuedCode;
import vn.phopay.issuing.IssuedCodeStore;
import vn.phopay.issuing.RenderCode;

/**
 * What the three image endpoints share. Whoever holds an id may fetch: ids are random, and the image shows no more than
 * the code on the wall. A code that was taken back is given out no more.
 */
public final class CodeImages {
    /** Goes up whenever the same code would be drawn otherwise, so that caches let go of the old drawing. */
    private static final String EDITION = "1";
    /** Short, because a code may be taken back at any moment. */
    private static final String CACHING = "public, max-age=60";

    private final IssuedCodeStore codes;
    private final RenderCode render;
    private final Pool pool;

    /** Finds in {@code codes} through {@code pool}, draws by {@code render}. */
    public CodeImages(IssuedCodeStore codes, RenderCode render, Pool pool) {
        this.codes = codes;
        this.render = render;
        this.pool = pool;
    }

    /** Of a printed code or a payment request, drawn in {@code form}. */
    Future<Reply> ofAny(Call call, RenderCode.Form form, String contentType) {
        Optional<PaymentRequestId> request = PaymentRequestId.parse(call.path("id"));
        return request.isPresent()
                ? codes.find(pool, request.get()).compose(found -> reply(call, found, form, contentType))
                : ofPrinted(call, form, contentType);
    }

    /** Of a printed code only. */
    Future<Reply> ofPrinted(Call call, RenderCode.Form form, String contentType) {
        return codes.find(pool, IssuingCalls.qrId(call)).compose(found -> reply(call, found, form, contentType));
    }

    private Future<Reply> reply(
            Call call, Optional<IssuedCode> found, RenderCode.Form form, String contentType) {
        Optional<IssuedCode> live = found.filter(code -> !code.isRevoked());
        if (live.isEmpty()) {
            return Future.succeededFuture(Reply.problem(
                    ProblemCode.REQUEST_NOT_FOUND, "There is no such code, or it was taken back."));
        }
        String tag = tag(live.get(), form);
        if (EntityTag.isCached(call, tag)) {
            return Future.succeededFuture(cached(Reply.notModified(), tag));
        }
        return render.render(live.get(), form).map(outcome -> switch (outcome) {
            case RenderCode.Drawn(Buffer file) -> cached(Reply.bytes(200, contentType, file), tag);
            case RenderCode.Overloaded(Duration retryAfter) ->
                Reply.problem(ProblemCode.REQUEST_OVERLOADED, "Too many images are being drawn.")
                        .retryAfter(retryAfter);
        });
    }

    private static Reply cached(Reply reply, String tag) {
        return reply.with("etag", tag).with("cache-control", CACHING);
    }

    /** Made of all that is drawn, so that a cached image costs no drawing. */
    private static String tag(IssuedCode code, RenderCode.Form form) {
        String drawn = String.join("\n", EDITION, form.toString(), code.payload(), code.payee().displayName(),
                code.payee().account().holder());
        return EntityTag.ofBytes(Buffer.buffer(drawn.getBytes(StandardCharsets.UTF_8)));
    }
}
