package vn.phopay.web.code;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import vn.phopay.http.AcceptEncoding;
import vn.phopay.http.Call;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;
import vn.phopay.identity.PrintBatchId;
import vn.phopay.identity.QrId;
import vn.phopay.issuing.IssuedCodeStore;
import vn.phopay.issuing.PrintedCode;
import vn.phopay.issuing.RenderCode;
import vn.phopay.issuing.SheetOrder;
import vn.phopay.paper.PrintLayout;
import vn.phopay.printing.PrintBatch;
import vn.phopay.time.BusinessDay;

/** What the caller's sheets look like, as files and as pictures. Codes that were taken back are on none of them. */
public final class SheetFiles {
    private static final String MINE_ONLY = "private, max-age=60";

    private final CodeDesk desk;
    private final IssuedCodeStore codes;
    private final RenderCode render;
    private final Pool pool;

    /** Finds through {@code pool}, draws by {@code render}. */
    public SheetFiles(CodeDesk desk, IssuedCodeStore codes, RenderCode render, Pool pool) {
        this.desk = desk;
        this.codes = codes;
        this.render = render;
        this.pool = pool;
    }

    /** The sheets of a batch that can still be hung up; empty where the caller has none such. */
    Future<Optional<SheetOrder>> ofBatch(Call call) {
        Optional<PrintBatchId> id = PrintBatchId.parse(call.path("id"));
        if (id.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        return desk.batches().find(pool, CodeDesk.merchant(call), id.get()).compose(found -> found
                .map(batch -> codes.findAll(pool, batch.codes()).map(printed -> order(batch, printed)))
                .orElseGet(() -> Future.succeededFuture(Optional.empty())));
    }

    private static Optional<SheetOrder> order(PrintBatch batch, List<PrintedCode> printed) {
        List<PrintedCode> live = printed.stream().filter(code -> !code.code().isRevoked()).toList();
        return Optional.of(live).filter(some -> !some.isEmpty()).map(some -> new SheetOrder(
                batch.paper().layout(), some, batch.paper().copies(), BusinessDay.of(batch.printedAt()),
                OptionalInt.of(batch.number())));
    }

    /** One sheet of one code of the caller's, of no batch yet. */
    Future<Optional<SheetOrder>> ofCode(Call call, PrintLayout layout) {
        Optional<QrId> id = QrId.parse(call.path("id"));
        if (id.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        return desk.codes().find(pool, CodeDesk.merchant(call), id.get()).compose(mine -> mine.isEmpty()
                ? Future.succeededFuture(Optional.<SheetOrder>empty())
                : codes.find(pool, id.get()).map(printed -> printed
                        .filter(code -> !code.code().isRevoked())
                        .map(code -> SheetOrder.single(layout, code, BusinessDay.of(call.receivedAt())))));
    }

    /** All sheets, to print. */
    Future<Reply> pdf(Optional<SheetOrder> order, String fileName) {
        return order.map(sheets -> render.print(sheets).map(outcome -> switch (outcome) {
            case RenderCode.Drawn(Buffer file) -> Reply.bytes(200, "application/pdf", file)
                    .with("cache-control", MINE_ONLY)
                    .with("content-disposition", "inline; filename=\"" + fileName + "\"");
            case RenderCode.Overloaded(Duration wait) -> overloaded(wait);
        })).orElseThrow(CodeDesk::unknown);
    }

    /** The first sheet as a picture; packed, because a page shows four of them. */
    Future<Reply> picture(Call call, Optional<SheetOrder> order) {
        boolean packs = AcceptEncoding.takesGzip(call);
        return order.map(sheets -> render.preview(sheets).map(outcome -> switch (outcome) {
            case RenderCode.Drawn(Buffer file) -> packs ? svg(packed(file)).with("content-encoding", "gzip")
                    : svg(file);
            case RenderCode.Overloaded(Duration wait) -> overloaded(wait);
        })).orElseThrow(CodeDesk::unknown);
    }

    private static Reply svg(Buffer file) {
        return Reply.bytes(200, "image/svg+xml", file).with("cache-control", MINE_ONLY).with("vary", "accept-encoding");
    }

    private static Reply overloaded(Duration wait) {
        return Reply.problem(ProblemCode.REQUEST_OVERLOADED, "Too many sheets are being drawn.").retryAfter(wait);
    }

    private static Buffer packed(Buffer file) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("packing in memory failed", e);
        }
        return Buffer.buffer(packed.toByteArray());
    }
}
