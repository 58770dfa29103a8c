package vn.phopay.http;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends every call in an answer: refusals become problems, faults a 500 without details; keeps the time budget. */
public final class Guarded implements Endpoint {
    private static final Logger LOG = LoggerFactory.getLogger(Guarded.class);

    private final Endpoint endpoint;
    private final long timeoutMs;

    /** Decorates {@code endpoint} with a budget of {@code timeoutMs} milliseconds from the end of the body. */
    public Guarded(Endpoint endpoint, long timeoutMs) {
        this.endpoint = endpoint;
        this.timeoutMs = timeoutMs;
    }

    @Override
    public EndpointSpec spec() {
        return endpoint.spec();
    }

    @Override
    public Optional<Reply> refuseEarly(Map<String, String> pathParameters) {
        return endpoint.refuseEarly(pathParameters);
    }

    @Override
    public Reply rephrase(Reply reply, ProblemCode code, Map<String, String> pathParameters) {
        return endpoint.rephrase(reply, code, pathParameters);
    }

    @Override
    public Future<Reply> handle(Call call) {
        Future<Reply> answer;
        try {
            answer = endpoint.handle(call);
        } catch (RuntimeException | Error thrown) {
            return Future.succeededFuture(toReply(call, thrown));
        }
        if (answer.isComplete()) {
            return answer.otherwise(thrown -> toReply(call, thrown));
        }
        return answer.timeout(timeoutMs, TimeUnit.MILLISECONDS).otherwise(thrown -> toReply(call, thrown));
    }

    private Reply toReply(Call call, Throwable thrown) {
        if (thrown instanceof ProblemException refused) {
            return refused.problem().toReply();
        }
        if (thrown instanceof TimeoutException) {
            LOG.warn("request timed out route=\"{} {}\" requestId={}",
                    spec().method(), spec().path(), call.requestId());
            String detail = "The outcome is unknown; send again with the same keys.";
            Reply reply = Reply.problem(ProblemCode.REQUEST_TIMED_OUT, detail).with("retry-after", "1");
            return rephrase(reply, ProblemCode.REQUEST_TIMED_OUT, call.pathParameters());
        }
        LOG.error("request failed route=\"{} {}\" requestId={}",
                spec().method(), spec().path(), call.requestId(), thrown);
        String detail = "The fault is logged under requestId " + call.requestId() + ".";
        return rephrase(Reply.problem(ProblemCode.INTERNAL_FAULT, detail), ProblemCode.INTERNAL_FAULT,
                call.pathParameters());
    }
}
