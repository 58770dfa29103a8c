package vn.phopay.http;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;

/** One method and path of the API. It declares its own route; what is common to all routes are decorators around it. */
public interface Endpoint {
    /** Method, path, who may call it, and its limits. */
    EndpointSpec spec();

    /**
     * Answers one call on its event loop. A business outcome is a {@link Reply}, whatever its status; the future fails
     * only on a fault, or with {@link ProblemException} where the call itself is refused.
     */
    Future<Reply> handle(Call call);

    /**
     * An answer that is given before the body is read, such as 503 while a queue is full; empty to go on.
     * {@code pathParameters} are the decoded members of the path.
     */
    default Optional<Reply> refuseEarly(Map<String, String> pathParameters) {
        return Optional.empty();
    }

    /**
     * The words in which a refusal is told that this endpoint did not make itself: a body that is too large, a fault, a
     * time-out. {@code reply} is the problem document of {@code code}; whoever cannot read that gets something else.
     */
    default Reply rephrase(Reply reply, ProblemCode code, Map<String, String> pathParameters) {
        return reply;
    }
}
