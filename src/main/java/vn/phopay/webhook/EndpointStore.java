package vn.phopay.webhook;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import vn.phopay.db.Sql;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.WebhookEndpointId;
import vn.phopay.webhook.WebhookEndpoint.DisabledReason;
import vn.phopay.webhook.WebhookEndpoint.Wish;

/** Endpoints and their secrets. Every future fails only on a database fault. */
final class EndpointStore {
    private static final Sql LOCK_MERCHANT = Sql.load("webhook/lock_merchant");
    private static final Sql COUNT = Sql.load("webhook/count_endpoints");
    private static final Sql INSERT = Sql.load("webhook/insert_endpoint");
    private static final Sql INSERT_SECRET = Sql.load("webhook/insert_secret");
    private static final Sql EXPIRE_SECRET = Sql.load("webhook/expire_secret");
    private static final Sql FORGET_SECRETS = Sql.load("webhook/forget_secrets");
    private static final Sql LIST = Sql.load("webhook/list_endpoints");
    private static final Sql FIND = Sql.load("webhook/find_endpoint");
    private static final Sql UPDATE = Sql.load("webhook/update_endpoint");
    private static final Sql DELETE = Sql.load("webhook/delete_endpoint");
    private static final Sql LOCK_QUEUE = Sql.load("webhook/lock_queue");
    private static final Sql RESET_QUEUE = Sql.load("webhook/reset_queue");
    private static final Sql SCHEDULE_QUEUE = Sql.load("webhook/schedule_queue");

    /** How many endpoints the merchant has; nobody adds one before the transaction ends. */
    Future<Long> countHeld(SqlConnection transaction, MerchantId merchant) {
        return LOCK_MERCHANT.execute(transaction, Tuple.of(merchant.value()))
                .compose(held -> COUNT.execute(transaction, Tuple.of(merchant.value())))
                .map(rows -> rows.iterator().next().getLong("endpoints"));
    }

    Future<Void> insert(SqlConnection transaction, WebhookEndpoint endpoint) {
        return INSERT.execute(transaction, Tuple.of(
                endpoint.id().value(),
                endpoint.merchant().value(),
                endpoint.wish().url().toString(),
                words(endpoint.wish()),
                utc(endpoint.createdAt()))).mapEmpty();
    }

    /** Adds the secret that signs from {@code at} on. */
    Future<Void> insertSecret(SqlConnection transaction, WebhookEndpointId endpoint, Secret secret) {
        return INSERT_SECRET.execute(transaction, Tuple.of(
                secret.id(), endpoint.value(), Buffer.buffer(secret.bytes()), utc(secret.at()))).mapEmpty();
    }

    /** A new secret. */
    @SuppressWarnings("ArrayRecordComponent") // Compared with nothing.
    record Secret(UUID id, byte[] bytes, Instant at) {}

    /** Deletes what signs no more and gives how many secrets still do. */
    Future<Long> forgetSecrets(SqlConnection transaction, WebhookEndpointId endpoint, Instant now) {
        return FORGET_SECRETS.execute(transaction, Tuple.of(endpoint.value(), utc(now)))
                .map(rows -> rows.iterator().next().getLong("secrets"));
    }

    /** Lets the present secret sign no longer than until {@code end}. */
    Future<Void> expireSecret(SqlConnection transaction, WebhookEndpointId endpoint, Instant end) {
        return EXPIRE_SECRET.execute(transaction, Tuple.of(endpoint.value(), utc(end))).mapEmpty();
    }

    Future<List<WebhookEndpoint>> list(SqlClient client, MerchantId merchant) {
        return LIST.execute(client, Tuple.of(merchant.value())).map(rows ->
                StreamSupport.stream(rows.spliterator(), false).map(EndpointStore::toEndpoint).toList());
    }

    Future<Optional<WebhookEndpoint>> find(SqlClient client, WebhookEndpointId id, MerchantId merchant) {
        return FIND.execute(client, Tuple.of(id.value(), merchant.value())).map(rows ->
                StreamSupport.stream(rows.spliterator(), false).findFirst().map(EndpointStore::toEndpoint));
    }

    /** As {@link #find}, with the queue held first: nobody sends, relays or edits before the transaction ends. */
    Future<Optional<WebhookEndpoint>> findHeld(SqlConnection transaction, WebhookEndpointId id, MerchantId merchant) {
        return LOCK_QUEUE.execute(transaction, Tuple.of(id.value()))
                .compose(held -> find(transaction, id, merchant));
    }

    Future<Void> update(SqlConnection transaction, WebhookEndpointId id, Wish wish, Instant now) {
        String disabled = wish.disabled().map(DisabledReason::name).orElse(null);
        return UPDATE.execute(transaction, Tuple.of(
                id.value(), wish.url().toString(), words(wish), disabled, utc(now))).mapEmpty();
    }

    Future<Void> delete(SqlConnection transaction, WebhookEndpointId id, Instant now) {
        return DELETE.execute(transaction, Tuple.of(id.value(), utc(now))).mapEmpty();
    }

    /** Forgets pauses: the owner says that the receiver is well. */
    Future<Void> resetQueue(SqlConnection transaction, WebhookEndpointId id) {
        return RESET_QUEUE.execute(transaction, Tuple.of(id.value())).mapEmpty();
    }

    /** Says anew when somebody has to look; the queue must be held. */
    Future<Void> scheduleQueue(SqlConnection transaction, WebhookEndpointId id) {
        return SCHEDULE_QUEUE.execute(transaction, Tuple.of(id.value()).addUUID(null)).mapEmpty();
    }

    private static WebhookEndpoint toEndpoint(Row row) {
        return new WebhookEndpoint(
                new WebhookEndpointId(row.getUUID("endpoint_id")),
                new MerchantId(row.getUUID("merchant_id")),
                new Wish(
                        WebhookUrl.stored(row.getString("url")),
                        new EventFilter(List.of(row.getArrayOfStrings("events"))),
                        Optional.ofNullable(row.getString("disabled_reason")).map(DisabledReason::valueOf)),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getLong("version"));
    }

    private static String[] words(Wish wish) {
        return wish.events().words().toArray(String[]::new);
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
