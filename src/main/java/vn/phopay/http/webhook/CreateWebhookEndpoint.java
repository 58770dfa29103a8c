package vn.phopay.http.webhook;

import io.vertx.sqlclient.SqlConnection;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Fields;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.webhook.EventFilter;
import vn.phopay.webhook.ManageEndpoints;
import vn.phopay.webhook.WebhookEndpoint.Wish;
import vn.phopay.webhook.WebhookUrl;

/**
 * POST /api/v1/webhook-endpoints: adds an endpoint. Its secret is shown in this answer and never again, so the answer
 * is not kept under an Idempotency-Key either.
 */
public final class CreateWebhookEndpoint implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.post(WebhookCalls.PATH, Access.OWNER);
    private static final WebhookUrl STAND_IN = new WebhookUrl(URI.create("https://invalid/"));

    private final ManageEndpoints manage;

    /** Adds through {@code manage}. */
    public CreateWebhookEndpoint(ManageEndpoints manage) {
        this.manage = manage;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Fields body = call.body();
        body.allowOnly(List.of("url", "events"));
        WebhookUrl url = body.verbatim("url", manage::url, WebhookUrl.RULE, STAND_IN);
        EventFilter events = WebhookCalls.events(body);
        body.check();
        ManageEndpoints.Result result =
                manage.add(transaction, WebhookCalls.owner(call), new Wish(url, events, Optional.empty()));
        return result instanceof ManageEndpoints.WithSecret added
                ? Reply.created(WebhookCalls.PATH + "/" + added.endpoint().id(), WebhookJson.of(added))
                        .with("cache-control", "no-store")
                : WebhookCalls.toReply(result);
    }
}
