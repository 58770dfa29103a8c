package vn.phopay.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** A request body while it comes in. It is paused until {@link #start}; what nobody takes is thrown away. */
public final class BodyStream {
    private final HttpServerRequest request;

    /** The body of {@code request}, which is paused. */
    public BodyStream(HttpServerRequest request) {
        this.request = request;
    }

    /** What becomes of the pieces, of the end, and of a client that goes away. */
    public interface Taker {
        /** A piece. */
        void take(Buffer piece);

        /** All pieces were taken. */
        void end();

        /** The rest will never come. */
        void fail(Throwable why);
    }

    /** Lets the client send, also where it asked first ({@code Expect: 100-continue}). */
    public void start(Taker taker) {
        request.exceptionHandler(taker::fail);
        request.handler(taker::take);
        Handler<Void> end = ended -> taker.end();
        request.endHandler(end);
        if ("100-continue".equalsIgnoreCase(request.getHeader("expect"))) {
            request.response().writeContinue();
        }
        request.resume();
    }

    /** Lets nothing in for now. */
    public void pause() {
        request.pause();
    }

    /** Goes on. */
    public void resume() {
        request.resume();
    }
}
