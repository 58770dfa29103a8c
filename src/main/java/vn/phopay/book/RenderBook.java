package vn.phopay.book;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import vn.phopay.identity.OutletId;

/**
 * Makes files of a book on a few worker threads of its own, never on an event loop. Past a bound of waiting work it
 * refuses at once instead of queueing. The same book and form give the same bytes.
 */
public final class RenderBook {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final WorkerExecutor workers;
    private final int admittedMax;
    private final AtomicInteger admitted = new AtomicInteger();

    /** The files there are. */
    public enum Form {
        /** Form S1a-HKD, to be printed and signed. */
        PDF("pdf", "application/pdf"),
        /** Form S1a-HKD as a spreadsheet, with the lines that it is made of. */
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        /** The lines alone. */
        CSV("csv", "text/csv; charset=utf-8; header=present");

        private final String extension;
        private final String mediaType;

        Form(String extension, String mediaType) {
            this.extension = extension;
            this.mediaType = mediaType;
        }

        /** How the file's name ends. */
        public String extension() {
            return extension;
        }

        /** What it is on the web. */
        public String mediaType() {
            return mediaType;
        }
    }

    /**
     * What is to be made.
     *
     * @param month the month
     * @param outlet one outlet's part of it; empty for all of it
     * @param form the file
     * @param english whether the headings of a CSV file are English; the form of the law is Vietnamese
     */
    public record Order(BookMonth month, Optional<OutletId> outlet, Form form, boolean english) {}

    /** What came of it. */
    public sealed interface Outcome permits Rendered, Overloaded {}

    /** The file. */
    public record Rendered(Buffer file) implements Outcome {}

    /** Too much work waits already; nothing was done. Try again after {@code retryAfter}. */
    public record Overloaded(Duration retryAfter) implements Outcome {}

    /**
     * Works on threads that end with {@code vertx}.
     *
     * @param concurrencyMax most files at once
     * @param waitingMax most that wait for their turn; one more is refused
     */
    public RenderBook(Vertx vertx, int concurrencyMax, int waitingMax) {
        this.workers = vertx.createSharedWorkerExecutor(
                "phopay-book-" + System.identityHashCode(this), concurrencyMax);
        this.admittedMax = concurrencyMax + waitingMax;
    }

    /** Makes one file; fails only on a fault. */
    public Future<Outcome> render(Order order) {
        if (admitted.incrementAndGet() > admittedMax) {
            admitted.decrementAndGet();
            return Future.succeededFuture(new Overloaded(RETRY_AFTER));
        }
        Callable<Outcome> work = () -> new Rendered(draw(order));
        return workers.executeBlocking(work, false).onComplete(done -> admitted.decrementAndGet());
    }

    private static Buffer draw(Order order) {
        return switch (order.form()) {
            case PDF -> Buffer.buffer(BookPdf.render(order.month(), order.outlet()));
            case XLSX -> Buffer.buffer(BookXlsx.render(order.month(), order.outlet()));
            case CSV -> Buffer.buffer(BookCsv.write(order.month(), order.outlet(), order.english()));
        };
    }
}
