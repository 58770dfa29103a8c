package vn.phopay.http.webhook;

import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.EntityTag;
import vn.phopay.http.Fields;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.webhook.EventFilter;
import vn.phopay.webhook.ManageEndpoints;
import vn.phopay.webhook.WebhookUrl;

/** PATCH /api/v1/webhook-endpoints/{id}: url, events, disabled, on the version that If-Match names. */
public final class PatchWebhookEndpoint implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.patch(WebhookCalls.ENDPOINT, Access.OWNER);
    private static final List<String> MEMBERS = List.of("url", "events", "disabled");

    private final ManageEndpoints manage;

    /** Edits through {@code manage}. */
    public PatchWebhookEndpoint(ManageEndpoints manage) {
        this.manage = manage;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Optional<Long> version = EntityTag.requiredVersion(call);
        Fields body = call.body();
        body.allowOnly(MEMBERS);
        MEMBERS.stream().filter(body::isEmptied).forEach(member -> body.fail(member, "cannot be removed"));
        Optional<WebhookUrl> url = body.optional("url", manage::url, WebhookUrl.RULE);
        Optional<EventFilter> events =
                body.has("events") ? Optional.of(WebhookCalls.events(body)) : Optional.empty();
        Optional<Boolean> disabled = body.optionalFlag("disabled");
        body.check();
        return WebhookCalls.toReply(manage.edit(transaction, WebhookCalls.owner(call),
                new ManageEndpoints.Edit(WebhookCalls.endpointId(call), version, url, events, disabled)));
    }
}
