package vn.phopay.http;

import io.vertx.core.http.HttpServerResponse;

/** Writes an answer that has no end yet. */
@FunctionalInterface
public interface ReplyStream {
    /** Goes on from the head, which is set but not sent, on the connection's context; ends it when it wants to. */
    void start(HttpServerResponse response);
}
