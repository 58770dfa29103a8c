package vn.phopay.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body whole into memory, up to a limit; past it the call fails with 413. The library's {@link BodyHandler}
 * does so too, but of a multipart body it keeps nothing where it stores no files, and ours stay in memory.
 */
final class BufferedBody implements Handler<RoutingContext> {
    private static final String KEY = "phopay.multipart-body";
    private static final int TOO_LARGE = 413;

    private final int bytesMax;
    private final BodyHandler others;

    BufferedBody(int bytesMax) {
        this.bytesMax = bytesMax;
        this.others = BodyHandler.create(false).setBodyLimit(bytesMax);
    }

    /** What was read; empty before it was, or where there was nothing. */
    static Buffer of(RoutingContext context) {
        Buffer multipart = context.get(KEY);
        Buffer other = context.body() == null ? null : context.body().buffer();
        Buffer read = multipart == null ? other : multipart;
        return read == null ? Buffer.buffer() : read;
    }

    @Override
    public void handle(RoutingContext context) {
        if (isMultipart(context.request())) {
            readMultipart(context);
        } else {
            others.handle(context);
        }
    }

    private static boolean isMultipart(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    private void readMultipart(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (announcesMore(request.getHeader(HttpHeaders.CONTENT_LENGTH))) {
            context.fail(TOO_LARGE);
            return;
        }
        Buffer body = Buffer.buffer();
        request.exceptionHandler(context::fail);
        request.handler(part -> {
            if (body.length() + part.length() > bytesMax) {
                request.handler(rest -> { }).endHandler(end -> { });
                context.fail(TOO_LARGE);
            } else {
                body.appendBuffer(part);
            }
        });
        request.endHandler(end -> {
            context.put(KEY, body);
            context.next();
        });
    }

    /** Netty lets nothing pass as a length that is no number. */
    private boolean announcesMore(@Nullable String length) {
        return length != null && Long.parseLong(length) > bytesMax;
    }
}
