package vn.phopay.access;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import vn.phopay.db.Sql;
import vn.phopay.identity.ListenerPhoneId;
import vn.phopay.identity.ScreenId;

/**
 * Opens, finds and ends sessions. A session lives for a fixed time from log-in and is not prolonged by use. When it was
 * last used is noted once an hour at most, so that finding it stays a single read.
 */
public final class Sessions implements Authenticator {
    private static final Sql OPEN = Sql.load("access/open_session");
    private static final Sql READ = Sql.load("access/read_session");
    private static final Sql LIST_LIVE = Sql.load("access/list_live_sessions");
    private static final Sql TOUCH = Sql.load("access/touch_session");
    private static final Sql END = Sql.load("access/end_session");
    private static final Sql OPEN_FOR_LISTENER = Sql.load("access/open_listener_session");
    private static final Sql OPEN_FOR_SCREEN = Sql.load("access/open_screen_session");
    private static final Sql END_OF_LISTENER = Sql.load("access/end_listener_sessions");

    /** How exactly it is known when a session was last used. */
    private static final Duration SEEN_TO = Duration.ofHours(1);

    private final SqlClient db;
    private final Duration lifetime;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** Sessions in {@code db} that live for {@code lifetime}. */
    public Sessions(SqlClient db, Duration lifetime, Clock clock) {
        this.db = db;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /**
     * A session that was just opened.
     *
     * @param token what the client sends from now on; it cannot be read again
     * @param csrfToken what a browser repeats in {@code X-CSRF-Token}
     */
    record Opened(SessionToken token, String csrfToken, Instant expiresAt, Role role) {}

    /** The same sessions, read and written through {@code connection}, so that they are part of its transaction. */
    Sessions on(SqlClient connection) {
        return new Sessions(connection, lifetime, clock);
    }

    @Override
    public Future<Optional<Session>> authenticate(String token) {
        return SessionToken.parse(token)
                .map(this::find)
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    private Future<Optional<Session>> find(SessionToken token) {
        OffsetDateTime now = now();
        Tuple parameters = Tuple.of(token.sha256(), now, now.minus(SEEN_TO));
        return READ.execute(db, parameters).compose(rows -> {
            boolean unseen = rows.rowCount() == 1 && rows.iterator().next().getBoolean("unseen");
            Future<?> noted = unseen ? TOUCH.execute(db, parameters) : Future.succeededFuture();
            return noted.map(ignored -> first(rows));
        });
    }

    /** Those of {@code tokens} behind which a session still lives, by one query; fails only on a database fault. */
    public Future<Set<String>> live(Collection<String> tokens) {
        Map<Buffer, String> hashToToken = new HashMap<>();
        tokens.forEach(token -> SessionToken.parse(token).ifPresent(known -> hashToToken.put(known.sha256(), token)));
        Buffer[] hashes = hashToToken.keySet().toArray(Buffer[]::new);
        return LIST_LIVE.execute(db, Tuple.of(hashes, now())).map(rows ->
                StreamSupport.stream(rows.spliterator(), false)
                .map(row -> hashToToken.get(row.getBuffer("token_hash")))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    /** Ends the session behind {@code token}; it is no fault where there is none any more. */
    public Future<Void> end(String token) {
        return SessionToken.parse(token)
                .map(known -> END.execute(db, Tuple.of(known.sha256())).<Void>mapEmpty())
                .orElseGet(Future::succeededFuture);
    }

    /**
     * Opens a session for a credential whose password was right and forgets its failures, in one statement; empty where
     * the credential has changed or was locked since it was read.
     */
    Future<Optional<Opened>> open(CredentialStore.Stored credential, DeviceLabel device) {
        SessionToken token = SessionToken.random(random);
        String csrfToken = SessionToken.random(random).text();
        OffsetDateTime now = now();
        OffsetDateTime expiresAt = now.plus(lifetime);
        Tuple parameters = Tuple.of(
                credential.login().value(), credential.phc(), token.sha256(), csrfToken, now, expiresAt);
        parameters.addString(device.text());
        return OPEN.execute(db, parameters).map(rows -> rows.rowCount() == 0
                ? Optional.empty()
                : Optional.of(new Opened(token, csrfToken, expiresAt.toInstant(), role(rows.iterator().next()))));
    }

    /** Opens the session of a phone that {@code transaction} pairs; it lives for {@code idle} after it listened. */
    Future<Opened> openForListener(SqlClient transaction, ListenerPhoneId phone, Duration idle) {
        return openForMachine(transaction, new Machine(OPEN_FOR_LISTENER, phone.value(), Role.LISTENER), idle);
    }

    /** Opens the session of a screen on a wall. */
    Future<Opened> openForScreen(SqlClient transaction, ScreenId screen, Duration life) {
        return openForMachine(transaction, new Machine(OPEN_FOR_SCREEN, screen.value(), Role.SCREEN), life);
    }

    private record Machine(Sql open, UUID id, Role role) {}

    private Future<Opened> openForMachine(SqlClient transaction, Machine machine, Duration life) {
        SessionToken token = SessionToken.random(random);
        String csrfToken = SessionToken.random(random).text();
        OffsetDateTime now = now();
        OffsetDateTime expiresAt = now.plus(life);
        return machine.open()
                .execute(transaction, Tuple.of(token.sha256(), machine.id(), csrfToken, now, expiresAt))
                .map(new Opened(token, csrfToken, expiresAt.toInstant(), machine.role()));
    }

    /** Ends whatever sessions a phone has, in the transaction that ends the phone. */
    Future<Void> endOfListener(SqlClient transaction, ListenerPhoneId phone) {
        return END_OF_LISTENER.execute(transaction, Tuple.of(phone.value())).mapEmpty();
    }

    private static Optional<Session> first(RowSet<Row> rows) {
        return rows.rowCount() == 0 ? Optional.empty() : Optional.of(toSession(rows.iterator().next()));
    }

    private static Session toSession(Row row) {
        Set<String> districtCodes = Set.copyOf(List.of(row.getArrayOfStrings("district_codes")));
        Principal principal = new Principal(row.getUUID("subject_id"), role(row), districtCodes);
        return new Session(principal, row.getString("csrf_token"), row.getBoolean("password_temporary"));
    }

    private static Role role(Row row) {
        return Role.valueOf(row.getString("role"));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
