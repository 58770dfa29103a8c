package vn.phopay.http.ops;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.ops.Readiness.Check;

/**
 * GET /health/ready: 200 while callbacks are accepted, else 503, with what was looked at. A check that fails or takes
 * longer than its time counts as not ready; why stands in the log only.
 */
public final class GetHealthReady implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/health/ready", Access.ANYONE);
    private static final Logger LOG = LoggerFactory.getLogger(GetHealthReady.class);
    private static final int UNAVAILABLE = 503;

    private final Supplier<Future<Readiness>> readiness;
    private final long timeoutMs;

    /** Asks {@code readiness} at every call and waits at most {@code timeoutMs} milliseconds for it. */
    public GetHealthReady(Supplier<Future<Readiness>> readiness, long timeoutMs) {
        this.readiness = readiness;
        this.timeoutMs = timeoutMs;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        return readiness.get()
                .timeout(timeoutMs, TimeUnit.MILLISECONDS)
                .otherwise(GetHealthReady::unknown)
                .map(GetHealthReady::toReply);
    }

    private static Readiness unknown(Throwable fault) {
        LOG.warn("readiness could not be told", fault);
        return new Readiness(List.of(Check.failed("readiness", "could not be told in time")));
    }

    private static Reply toReply(Readiness readiness) {
        JsonArray checks = new JsonArray();
        readiness.checks().forEach(check -> checks.add(toJson(check)));
        JsonObject body =
                new JsonObject().put("status", readiness.isReady() ? "UP" : "DOWN").put("checks", checks);
        return Reply.json(readiness.isReady() ? 200 : UNAVAILABLE, body).with("cache-control", "no-store");
    }

    private static JsonObject toJson(Check check) {
        JsonObject json = new JsonObject().put("name", check.name()).put("ok", check.fault().isEmpty());
        check.fault().ifPresent(fault -> json.put("reason", fault));
        return json;
    }
}
