package vn.phopay.access;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import vn.phopay.db.Sql;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.ScreenId;

/**
 * Screens on walls. An administrator who is logged in on the machine behind a screen hands it over: his own session
 * ends and the machine keeps one of role {@link Role#SCREEN}, which opens the wall and nothing else, until somebody
 * ends it.
 */
public final class Screens {
    /** Longest name, in characters. */
    public static final int NAME_LENGTH_MAX = 100;
    /** How long a screen may run without being handed over again; browsers keep no cookie for more than 400 days. */
    public static final Duration LIFE = Duration.ofDays(366);

    private static final String SUBJECT_KIND = "SCREEN";
    private static final Sql INSERT = Sql.load("access/insert_screen");
    private static final Sql LIST = Sql.load("access/list_screens");
    private static final Sql END = Sql.load("access/end_screen");
    private static final Sql END_SESSIONS = Sql.load("access/end_sessions_of_subject");

    private final Sessions sessions;
    private final AuditLog audit;
    private final IdSource ids;
    private final Clock clock;

    /** Screens with sessions of {@code sessions}; who opened and ended one stands in {@code audit}. */
    public Screens(Sessions sessions, AuditLog audit, IdSource ids, Clock clock) {
        this.sessions = sessions;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A screen.
     *
     * @param openedBy the name of who handed it over
     * @param seenAt when it last asked for figures; to the hour
     */
    public record Screen(ScreenId id, String name, Instant openedAt, String openedBy, Instant seenAt) {}

    /** Those that run, the newest first, 200 at most. */
    public Future<List<Screen>> list(SqlClient client) {
        return LIST.execute(client).map(rows ->
                StreamSupport.stream(rows.spliterator(), false).map(Screens::toScreen).toList());
    }

    /** Hands the machine that sends {@code token} over to the wall; gives the token that it sends from now on. */
    public SessionToken open(SqlConnection transaction, String name, SessionList.Asker asker) {
        ScreenId id = new ScreenId(ids.next());
        Future.await(INSERT.execute(transaction, Tuple.of(id.value(), name, now(), asker.subject())));
        Future.await(sessions.on(transaction).end(asker.token()));
        Sessions.Opened opened = Future.await(sessions.openForScreen(transaction, id, LIFE));
        Future.await(audit.record(transaction,
                AuditEntry.of(asker.actor(), "screen.open", SUBJECT_KIND, id.toString()).with("name", name)));
        return opened.token();
    }

    /** Ends a screen at once; false where it has ended, or there is none. */
    public boolean end(SqlConnection transaction, ScreenId id, AuditEntry.Actor actor) {
        if (Future.await(END.execute(transaction, Tuple.of(id.value(), now(), actor.requireId()))).rowCount() == 0) {
            return false;
        }
        Future.await(END_SESSIONS.execute(transaction, Tuple.of(id.value())));
        Future.await(audit.record(transaction, AuditEntry.of(actor, "screen.end", SUBJECT_KIND, id.toString())));
        return true;
    }

    private static Screen toScreen(Row row) {
        Instant openedAt = row.getOffsetDateTime("opened_at").toInstant();
        OffsetDateTime seenAt = row.getOffsetDateTime("seen_at");
        return new Screen(new ScreenId(row.getUUID("screen_id")), row.getString("name"), openedAt,
                row.getString("opened_by_name"), seenAt == null ? openedAt : seenAt.toInstant());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
