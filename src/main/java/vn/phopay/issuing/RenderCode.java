package vn.phopay.issuing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import vn.phopay.paper.PrintRun;
import vn.phopay.paper.SheetPdf;
import vn.phopay.paper.SheetSvg;
import vn.phopay.qr.QrPng;
import vn.phopay.qr.QrSvg;
import vn.phopay.qr.QrSymbol;

/**
 * Draws codes on a few worker threads of its own, never on an event loop. Past a bound of waiting work it refuses at
 * once instead of queueing.
 */
public final class RenderCode {
    private static final String CHECK_PATH = "/kiem-tra";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final WorkerExecutor workers;
    private final Settings settings;
    private final AtomicInteger admitted = new AtomicInteger();

    /**
     * How much may be drawn.
     *
     * @param concurrencyMax most drawings at once
     * @param waitingMax most drawings that wait for their turn; one more is refused
     * @param publicUrl how the outside reaches the service: paper says where below it anyone can check a code
     */
    public record Settings(int concurrencyMax, int waitingMax, URI publicUrl) {
        /** As people type it: without a scheme. */
        String checkAddress() {
            return publicUrl.getRawAuthority() + publicUrl.getRawPath() + CHECK_PATH;
        }
    }

    /** How a code is drawn. */
    public sealed interface Form permits Svg, Png {}

    /** Scalable, one path. */
    public record Svg() implements Form {}

    /** Whole pixels a module, the image at most {@code sidePx} wide. */
    public record Png(int sidePx) implements Form {}

    /** What came of it. */
    public sealed interface Outcome permits Drawn, Overloaded {}

    /** The file. */
    public record Drawn(Buffer file) implements Outcome {}

    /** Too much work waits already; nothing was done. Try again after {@code retryAfter}. */
    public record Overloaded(Duration retryAfter) implements Outcome {}

    /** Draws on worker threads that end with {@code vertx}. */
    public RenderCode(Vertx vertx, Settings settings) {
        this.workers = vertx.createSharedWorkerExecutor(
                "phopay-render-" + System.identityHashCode(this), settings.concurrencyMax());
        this.settings = settings;
    }

    /** Draws one code; the same code and form give the same bytes. Fails only on a fault. */
    public Future<Outcome> render(IssuedCode code, Form form) {
        return admit(() -> draw(code, form));
    }

    /** Prints sheets as a PDF; the same order gives the same bytes. Fails only on a fault. */
    public Future<Outcome> print(SheetOrder order) {
        PrintRun job = order.job(settings.checkAddress());
        return admit(() -> Buffer.buffer(SheetPdf.render(job)));
    }

    /** Draws the first sheet as SVG; the same order gives the same bytes. Fails only on a fault. */
    public Future<Outcome> preview(SheetOrder order) {
        PrintRun job = order.job(settings.checkAddress());
        return admit(() -> Buffer.buffer(SheetSvg.render(job).getBytes(StandardCharsets.UTF_8)));
    }

    private Future<Outcome> admit(Callable<Buffer> drawing) {
        if (admitted.incrementAndGet() > settings.concurrencyMax() + settings.waitingMax()) {
            admitted.decrementAndGet();
            return Future.succeededFuture(new Overloaded(RETRY_AFTER));
        }
        Callable<Outcome> work = () -> new Drawn(drawing.call());
        return workers.executeBlocking(work, false).onComplete(done -> admitted.decrementAndGet());
    }

    private static Buffer draw(IssuedCode code, Form form) {
        return switch (form) {
            case Svg svg -> Buffer.buffer(QrSvg.render(QrSymbol.of(code.payload())));
            case Png(int sidePx) -> png(QrSymbol.of(code.payload()), sidePx);
        };
    }

    private static Buffer png(QrSymbol symbol, int sidePx) {
        return Buffer.buffer(QrPng.render(symbol, QrPng.modulePxFor(symbol, sidePx)));
    }
}
