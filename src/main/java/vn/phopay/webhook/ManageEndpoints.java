package vn.phopay.webhook;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.SqlConnection;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.WebhookEndpointId;
import vn.phopay.webhook.WebhookEndpoint.Wish;

/** Adds, edits and deletes endpoints for their owner, and changes their secrets. Runs on virtual threads. */
public final class ManageEndpoints {
    private static final String SUBJECT_KIND = "WEBHOOK_ENDPOINT";
    private static final int SECRET_BYTES = 32;
    /** Secrets that sign at a time: each makes the header longer. */
    private static final int SECRETS_MAX = 4;

    private final EndpointStore endpoints = new EndpointStore();
    private final SecureRandom random = new SecureRandom();
    private final Limits limits;
    private final AuditLog audit;
    private final IdSource ids;
    private final Clock clock;

    ManageEndpoints(Limits limits, AuditLog audit, IdSource ids, Clock clock) {
        this.limits = limits;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** How many endpoints a merchant may have, how long an old secret signs, and where endpoints may be. */
    record Limits(int endpointsMax, Duration secretOverlap, AddressRules rules) {}

    /** Who acts, for which merchant. */
    public record Owner(MerchantId merchant, AuditEntry.Actor actor) {}

    /** What came of an act. */
    public sealed interface Result permits Done, WithSecret, TooMany, NotFound, Stale {}

    /** It is so once the transaction commits. */
    public record Done(WebhookEndpoint endpoint) implements Result {}

    /** As {@link Done}, with a secret that is shown this once. */
    public record WithSecret(WebhookEndpoint endpoint, String secret) implements Result {}

    /** There are as many as there may be. */
    public record TooMany(int max) implements Result {}

    /** The merchant has no such endpoint. */
    public record NotFound() implements Result {}

    /** It has changed since it was read. */
    public record Stale(long version) implements Result {}

    /** The URL that {@code text} is; empty where an endpoint cannot be there. */
    public Optional<WebhookUrl> url(String text) {
        return WebhookUrl.parse(text, limits.rules());
    }

    /** Adds an endpoint: it is told what is recorded from now on. */
    public Result add(SqlConnection transaction, Owner owner, Wish wish) {
        if (await(endpoints.countHeld(transaction, owner.merchant())) >= limits.endpointsMax()) {
            return new TooMany(limits.endpointsMax());
        }
        Instant now = clock.instant();
        WebhookEndpoint added = new WebhookEndpoint(
                new WebhookEndpointId(ids.next()), owner.merchant(), wish, now, now, 1);
        await(endpoints.insert(transaction, added));
        String secret = newSecret(transaction, added.id(), now);
        keep(transaction, owner, "webhook.add", added.id());
        return new WithSecret(added, secret);
    }

    /** What an owner wants of an endpoint now; what is missing stays. */
    public record Edit(
            WebhookEndpointId id,
            Optional<Long> version,
            Optional<WebhookUrl> url,
            Optional<EventFilter> events,
            Optional<Boolean> disabled) {}

    /** Edits; what is switched on again is tried at once. */
    public Result edit(SqlConnection transaction, Owner owner, Edit edit) {
        Optional<WebhookEndpoint> found = await(endpoints.findHeld(transaction, edit.id(), owner.merchant()));
        if (found.isEmpty()) {
            return new NotFound();
        }
        WebhookEndpoint before = found.get();
        if (edit.version().filter(version -> version != before.version()).isPresent()) {
            return new Stale(before.version());
        }
        Wish wish = new Wish(
                edit.url().orElse(before.wish().url()),
                edit.events().orElse(before.wish().events()),
                edit.disabled().map(ManageEndpoints::reason).orElse(before.wish().disabled()));
        Instant now = clock.instant();
        await(endpoints.update(transaction, edit.id(), wish, now));
        await(endpoints.resetQueue(transaction, edit.id()));
        await(endpoints.scheduleQueue(transaction, edit.id()));
        keep(transaction, owner, "webhook.edit", edit.id());
        return new Done(new WebhookEndpoint(
                before.id(), before.merchant(), wish, before.createdAt(), now, before.version() + 1));
    }

    /** Deletes; what waits for it is dead. */
    public Result delete(SqlConnection transaction, Owner owner, WebhookEndpointId id) {
        Optional<WebhookEndpoint> found = await(endpoints.findHeld(transaction, id, owner.merchant()));
        if (found.isEmpty()) {
            return new NotFound();
        }
        await(endpoints.delete(transaction, id, clock.instant()));
        await(endpoints.scheduleQueue(transaction, id));
        keep(transaction, owner, "webhook.delete", id);
        return new Done(found.get());
    }

    /** Draws a new secret; the one before signs beside it for a while. */
    public Result rotateSecret(SqlConnection transaction, Owner owner, WebhookEndpointId id) {
        Optional<WebhookEndpoint> found = await(endpoints.findHeld(transaction, id, owner.merchant()));
        if (found.isEmpty()) {
            return new NotFound();
        }
        Instant now = clock.instant();
        if (await(endpoints.forgetSecrets(transaction, id, now)) >= SECRETS_MAX) {
            return new TooMany(SECRETS_MAX);
        }
        await(endpoints.expireSecret(transaction, id, now.plus(limits.secretOverlap())));
        String secret = newSecret(transaction, id, now);
        keep(transaction, owner, "webhook.rotate-secret", id);
        return new WithSecret(found.get(), secret);
    }

    private static Optional<WebhookEndpoint.DisabledReason> reason(boolean disabled) {
        return disabled ? Optional.of(WebhookEndpoint.DisabledReason.OWNER) : Optional.empty();
    }

    private String newSecret(SqlConnection transaction, WebhookEndpointId endpoint, Instant now) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        await(endpoints.insertSecret(transaction, endpoint, new EndpointStore.Secret(ids.next(), secret, now)));
        return WebhookSignature.shown(secret);
    }

    private void keep(SqlConnection transaction, Owner owner, String action, WebhookEndpointId id) {
        await(audit.record(transaction, AuditEntry.of(owner.actor(), action, SUBJECT_KIND, id.toString())));
    }
}
