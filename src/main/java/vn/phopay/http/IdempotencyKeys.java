package vn.phopay.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import vn.phopay.db.Sql;

/**
 * {@code Idempotency-Key}: the same key with the same body gets the first answer again; with another body it gets 422.
 *
 * <p>Scope: the caller (the session's subject, or "anyone"), the method and the path. Lifetime: a setting, 24 hours by
 * default. Only answers below 400 are kept: after an error the same key may be used for a corrected request. The key is
 * claimed inside the caller's transaction, so of two requests at once the second waits for the first one's COMMIT and
 * then reads its answer; a {@code password} member is not compared. The primary key {@code idempotency_key_pk} decides.
 */
public final class IdempotencyKeys {
    private static final String HEADER = "Idempotency-Key";
    private static final String REPLAYED_HEADER = "idempotent-replayed";
    private static final int KEY_LENGTH_MAX = 255;
    private static final int FIRST_ERROR_STATUS = 400;
    private static final String PASSWORD = "password";
    private static final Sql CLAIM = Sql.load("http/claim_idempotency_key");
    private static final Sql READ = Sql.load("http/read_idempotency_key");
    private static final Sql KEEP = Sql.load("http/keep_idempotent_answer");

    private final Clock clock;
    private final Duration lifetime;

    /** Keys that live for {@code lifetime} from their first use. */
    public IdempotencyKeys(Clock clock, Duration lifetime) {
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /**
     * Runs {@code work} unless this caller's key was answered before; then gives that answer. An answer of 400 and
     * above is not kept; the caller must roll back, which gives the key back.
     */
    Reply once(EndpointSpec spec, Call call, SqlConnection transaction, Supplier<Reply> work) {
        String key = call.header(HEADER).map(String::strip).orElse("");
        if (key.isEmpty()) {
            return work.get();
        }
        if (key.length() > KEY_LENGTH_MAX) {
            throw ProblemException.ofField(HEADER, "must have at most " + KEY_LENGTH_MAX + " characters");
        }
        Claim claim = new Claim(scope(spec, call), key, fingerprint(call.rawBody()));
        if (!claim(claim, transaction)) {
            return firstAnswer(claim, transaction);
        }
        Reply reply = work.get();
        if (reply.status() < FIRST_ERROR_STATUS) {
            keep(claim, reply, transaction);
        }
        return reply;
    }

    private record Claim(String scope, String key, byte[] requestHash) {}

    private boolean claim(Claim claim, SqlConnection transaction) {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        Tuple parameters = Tuple.of(
                claim.scope(), claim.key(), Buffer.buffer(claim.requestHash()), now, now.plus(lifetime));
        return Future.await(CLAIM.execute(transaction, parameters)).rowCount() == 1;
    }

    private static Reply firstAnswer(Claim claim, SqlConnection transaction) {
        RowSet<Row> rows = Future.await(READ.execute(transaction, Tuple.of(claim.scope(), claim.key())));
        Row row = rows.iterator().next();
        if (!Arrays.equals(row.getBuffer("request_hash").getBytes(), claim.requestHash())) {
            throw new ProblemException(
                    ProblemCode.REQUEST_IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was used before with another body; use a new key.");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        row.getJsonObject("headers").forEach(header -> headers.put(header.getKey(), (String) header.getValue()));
        return new Reply(row.getInteger("status"), headers, row.getBuffer("body")).with(REPLAYED_HEADER, "true");
    }

    private static void keep(Claim claim, Reply reply, SqlConnection transaction) {
        JsonObject headers = new JsonObject();
        reply.headers().forEach(headers::put);
        Tuple parameters = Tuple.of(claim.scope(), claim.key(), reply.status(), headers, reply.body());
        Future.await(KEEP.execute(transaction, parameters));
    }

    private static String scope(EndpointSpec spec, Call call) {
        String who = call.caller() == null ? "anyone" : call.caller().subjectId().toString();
        StringBuilder path = new StringBuilder(spec.path());
        call.pathParameters().forEach((name, value) -> path.append(' ').append(name).append('=').append(value));
        return who + ' ' + spec.method().name() + ' ' + path;
    }

    /**
     * What two requests are compared by: the body, but for a password. A fast hash over a password, kept beside the
     * rest of the body, would let whoever gets hold of the row guess it, which Argon2id is there to prevent.
     */
    private static byte[] fingerprint(Buffer body) {
        if (!body.toString().contains(PASSWORD)) {
            return sha256(body);
        }
        JsonObject json = Fields.toJson(body);
        json.remove(PASSWORD);
        return sha256(json.toBuffer());
    }

    private static byte[] sha256(Buffer body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body.getBytes());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
