package vn.phopay.http.webhook;

import io.vertx.sqlclient.SqlConnection;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Fields;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.webhook.ReplayDeliveries;
import vn.phopay.webhook.ReplayRange;

/** POST /api/v1/webhook-endpoints/{id}/replay: sends a range again, by times or by order numbers. */
public final class PostWebhookReplay implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.post(WebhookCalls.ENDPOINT + "/replay", Access.OWNER);
    private static final List<String> MEMBERS = List.of("from", "to", "fromSequence", "toSequence");
    private static final String TIME_RULE = "must be a time as 2026-11-22T09:15:00+07:00";

    private final ReplayDeliveries replay;

    /** Sends through {@code replay}. */
    public PostWebhookReplay(ReplayDeliveries replay) {
        this.replay = replay;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Fields body = call.body();
        body.allowOnly(MEMBERS);
        if (MEMBERS.stream().noneMatch(body::has)) {
            body.fail("from", "is required, or to, fromSequence or toSequence");
        }
        ReplayRange range = new ReplayRange(
                WebhookCalls.number(body, "fromSequence"),
                WebhookCalls.number(body, "toSequence"),
                body.optional("from", PostWebhookReplay::time, TIME_RULE),
                body.optional("to", PostWebhookReplay::time, TIME_RULE));
        body.check();
        return WebhookCalls.toReply(
                replay.replay(transaction, WebhookCalls.owner(call), WebhookCalls.endpointId(call), range));
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
