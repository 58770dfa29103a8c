package vn.phopay.http.issuing;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import vn.phopay.http.Call;
import vn.phopay.http.EntityTag;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;
import vn.phopay.identity.PaymentRequestId;
import vn.phopay.issuing.IssuedCode;
import vn.phopay.issuing.IssuedCodeStore;
import vn.phopay.issuing.PrintedCode;
import vn.phopay.issuing.RenderCode;
import vn.phopay.issuing.SheetOrder;
import vn.phopay.paper.PrintLayout;
import vn.phopay.time.BusinessDay;

/**
 * What the three image endpoints share. Whoever holds an id may fetch: ids are random, and the image shows no more than
 * the code on the wall. A code that was taken back is given out no more.
 */
public final class CodeImages {
    /** Goes up whenever the same code would be drawn otherwise, so that caches let go of the old drawing. */
    private static final String EDITION = "2";
    /** Says that a code is too dense for the paper it was asked on; the sheet says so too. */
    private static final String WARNING = "print-warning";
    private static final String TOO_DENSE = "module-below-0.6-mm";
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
        Future<Optional<IssuedCode>> found = request.isPresent()
                ? codes.find(pool, request.get())
                : codes.find(pool, IssuingCalls.qrId(call)).map(printed -> printed.map(PrintedCode::code));
        return found.compose(code -> code.filter(CodeImages::isLive)
                .map(live -> reply(call, drawing(live, form, contentType)))
                .orElseGet(CodeImages::notFound));
    }

    /** Of a printed code, on paper of {@code layout}. */
    Future<Reply> onPaper(Call call, PrintLayout layout) {
        return codes.find(pool, IssuingCalls.qrId(call)).compose(found -> found
                .filter(printed -> isLive(printed.code()))
                .map(live -> onPaper(call, SheetOrder.single(layout, live, BusinessDay.of(call.receivedAt()))))
                .orElseGet(CodeImages::notFound));
    }

    private Future<Reply> onPaper(Call call, SheetOrder order) {
        Future<Reply> reply = reply(call, new Drawing(order.looks(), "application/pdf", () -> render.print(order)));
        return order.fits() ? reply : reply.map(sheet -> sheet.with(WARNING, TOO_DENSE));
    }

    private static boolean isLive(IssuedCode code) {
        return !code.isRevoked();
    }

    private static Future<Reply> notFound() {
        return Future.succeededFuture(Reply.problem(
                ProblemCode.REQUEST_NOT_FOUND, "There is no such code, or it was taken back."));
    }

    /** What is drawn, all that decides how it looks, and who draws it. */
    private record Drawing(String looks, String contentType, Supplier<Future<RenderCode.Outcome>> draw) {}

    private Drawing drawing(IssuedCode code, RenderCode.Form form, String contentType) {
        return new Drawing(form + "\n" + code.payload(), contentType, () -> render.render(code, form));
    }

    private static Future<Reply> reply(Call call, Drawing drawing) {
        String looks = EDITION + "\n" + drawing.looks();
        String tag = EntityTag.ofBytes(Buffer.buffer(looks.getBytes(StandardCharsets.UTF_8)));
        if (EntityTag.isCached(call, tag)) {
            return Future.succeededFuture(cached(Reply.notModified(), tag));
        }
        return drawing.draw().get().map(outcome -> switch (outcome) {
            case RenderCode.Drawn(Buffer file) -> cached(Reply.bytes(200, drawing.contentType(), file), tag);
            case RenderCode.Overloaded(Duration retryAfter) ->
                Reply.problem(ProblemCode.REQUEST_OVERLOADED, "Too many images are being drawn.")
                        .retryAfter(retryAfter);
        });
    }

    private static Reply cached(Reply reply, String tag) {
        return reply.with("etag", tag).with("cache-control", CACHING);
    }
}
