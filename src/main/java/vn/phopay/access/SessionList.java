package vn.phopay.access;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import vn.phopay.db.Sql;
import vn.phopay.identity.SessionId;

/**
 * The log-ins of one person: what they are, and their end. Whose a session is stands in every statement, so that nobody
 * sees or ends another's. Fails only on a database fault.
 */
public final class SessionList {
    /** Most log-ins that are shown; ending the others ends all of them. */
    public static final int SHOWN_MAX = 100;

    private static final Sql LIST = Sql.load("access/list_sessions_of_subject");
    private static final Sql END_ONE = Sql.load("access/end_session_of_subject");
    private static final Sql END_OTHERS = Sql.load("access/end_other_sessions");
    private static final Sql FREE = Sql.load("access/free_session");
    /** What no token hashes to: a caller without a token keeps none. */
    private static final Buffer NO_TOKEN = Buffer.buffer();

    private final AuditLog audit;
    private final Clock clock;

    /** Sessions as of {@code clock}; what was ended stands in {@code audit}. */
    public SessionList(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Who asks.
     *
     * @param actor somebody with a session
     * @param token the token that the call came with
     */
    public record Asker(AuditEntry.Actor actor, String token) {
        UUID subject() {
            return actor.requireId();
        }

        private Buffer hash() {
            return SessionToken.parse(token).map(SessionToken::sha256).orElse(NO_TOKEN);
        }

        /** Hides the token. */
        @Override
        public String toString() {
            return "Asker[" + actor.role() + "]";
        }
    }

    /** The asker's log-ins, the one that asks first, at most {@link #SHOWN_MAX}. */
    public Future<List<OpenSession>> list(SqlClient client, Asker asker) {
        return LIST.execute(client, Tuple.of(asker.subject(), asker.hash(), now(), SHOWN_MAX)).map(rows ->
                StreamSupport.stream(rows.spliterator(), false).map(SessionList::toSession).toList());
    }

    /** Ends one of the asker's log-ins at once; false where it is none of his, or over. */
    public Future<Boolean> endOne(SqlClient transaction, Asker asker, SessionId session) {
        return END_ONE.execute(transaction, Tuple.of(session.value(), asker.subject(), now()))
                .compose(rows -> rows.rowCount() == 0
                        ? Future.succeededFuture(false)
                        : audit.record(transaction, entry(asker, "session.end").with("sessionId", session.toString()))
                                .map(true));
    }

    /** Ends all of the asker's log-ins but the one that asks, and tells how many there were. */
    public Future<Integer> endOthers(SqlClient transaction, Asker asker) {
        return END_OTHERS.execute(transaction, Tuple.of(asker.subject(), asker.hash(), now()))
                .compose(rows -> audit.record(transaction,
                        entry(asker, "session.end-others").with("sessions", rows.rowCount())).map(rows.rowCount()));
    }

    /** Lets the session that asks do everything again, now that its owner has a password of his own. */
    Future<Void> free(SqlClient transaction, Asker asker) {
        return FREE.execute(transaction, Tuple.of(asker.hash())).mapEmpty();
    }

    private static AuditEntry entry(Asker asker, String action) {
        return AuditEntry.ofSelf(asker.actor(), action);
    }

    private static OpenSession toSession(Row row) {
        return new OpenSession(
                new SessionId(row.getUUID("session_id")),
                new DeviceLabel(row.getString("device")),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("seen_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant(),
                row.getBoolean("asking"));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
