package vn.phopay.release;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.access.AuditEntry;
import vn.phopay.time.BusinessDay;

/**
 * Drafts the release of a month as soon as it is due, once: the last month that is due, and those before it that no
 * instance was up for since the last release. It never publishes anything, and it drafts nothing of a month for which
 * there is a release already, even a rejected one: from there on it is a person's.
 */
public final class DraftDueReleases {
    private static final Logger LOG = LoggerFactory.getLogger(DraftDueReleases.class);

    /** How far it looks back for the last release. */
    private static final int MONTHS_BACK = 12;

    private final Pool pool;
    private final ReleaseStore releases;
    private final DraftRelease draft;
    private final Clock clock;
    private final int daysAfterEnd;

    /** Drafts by {@code draft} what ended {@code daysAfterEnd} days ago. */
    public DraftDueReleases(Pool pool, ReleaseStore releases, DraftRelease draft, Clock clock, int daysAfterEnd) {
        this.pool = pool;
        this.releases = releases;
        this.draft = draft;
        this.clock = clock;
        this.daysAfterEnd = daysAfterEnd;
    }

    /** The day from which on the release of {@code month} is due: {@code daysAfterEnd} days after its last one. */
    public static LocalDate dueOn(YearMonth month, int daysAfterEnd) {
        return month.atEndOfMonth().plusDays(daysAfterEnd);
    }

    /**
     * Drafts what is due; gives whether it drafted something. Runs on a virtual thread; instances may run it at once.
     */
    public boolean run() {
        LocalDate today = BusinessDay.of(clock.instant());
        YearMonth before = YearMonth.from(today).minusMonths(1);
        YearMonth last = today.isBefore(dueOn(before, daysAfterEnd)) ? before.minusMonths(1) : before;
        Optional<YearMonth> known = await(releases.list(pool, last.minusMonths(MONTHS_BACK), last)).stream()
                .map(release -> release.number().month())
                .max(Comparator.naturalOrder());
        boolean drafted = false;
        for (YearMonth month = known.map(one -> one.plusMonths(1)).orElse(before);
                !month.isAfter(last);
                month = month.plusMonths(1)) {
            drafted |= draft(month);
        }
        return drafted;
    }

    private boolean draft(YearMonth month) {
        SqlConnection connection = await(pool.getConnection());
        try {
            return draft(connection, month);
        } finally {
            connection.close();
        }
    }

    private boolean draft(SqlConnection connection, YearMonth month) {
        Transaction transaction = await(connection.begin());
        boolean drafted = false;
        try {
            DraftRelease.Outcome outcome =
                    draft.draft(connection, new DraftRelease.Order(month, "", AuditEntry.Actor.system()));
            if (outcome instanceof DraftRelease.Drafted) {
                await(transaction.commit());
                drafted = true;
            } else {
                LOG.info("event=release_not_drafted month={} because={}", month, outcome.getClass().getSimpleName());
            }
            return drafted;
        } finally {
            if (!drafted) {
                await(transaction.rollback().otherwiseEmpty());
            }
        }
    }
}
