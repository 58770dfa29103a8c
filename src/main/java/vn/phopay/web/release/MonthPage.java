package vn.phopay.web.release;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import vn.phopay.access.Principal;
import vn.phopay.access.Role;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.release.DraftDueReleases;
import vn.phopay.release.Release;
import vn.phopay.release.ReleaseStore;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** Makes the page of a month: its releases, and the form that drafts another. */
public final class MonthPage {
    /** The field of the form. */
    static final String REASONS = "ly-do";

    private final ReleaseStore releases;
    private final Clock clock;
    private final int daysAfterEnd;
    private final PageKit kit;

    /** Shows {@code releases}. */
    public MonthPage(ReleaseStore releases, Clock clock, int daysAfterEnd, PageKit kit) {
        this.releases = releases;
        this.clock = clock;
        this.daysAfterEnd = daysAfterEnd;
        this.kit = kit;
    }

    Clock clock() {
        return clock;
    }

    Reply show(int status, Call call, SqlConnection transaction, Form form) {
        YearMonth month = ReleasePath.month(call, clock);
        Principal who = call.principal();
        List<Release> seen = await(releases.list(transaction, month, month)).stream()
                .filter(release -> ReleasePath.maySee(who, release)).toList();
        boolean mayDraft = who.districtCodes().isEmpty() && (who.role() == Role.ANALYST || who.role() == Role.ADMIN);
        return kit.page(status, kit.view(call), "release/month",
                new Model(new MonthRow(month, DraftDueReleases.dueOn(month, daysAfterEnd), seen), mayDraft, form));
    }

    /**
     * What the page shows.
     *
     * @param row the month and its releases
     * @param mayDraft whether the visitor may draft
     * @param form the form that drafts
     */
    public record Model(MonthRow row, boolean mayDraft, Form form) {
        /** Whether a draft can be made: none waits for a decision. */
        public boolean drafts() {
            return mayDraft && row.releases().stream().noneMatch(Release::isOpen);
        }

        /** Whether it would correct what is public. */
        public boolean corrects() {
            return row.published().isPresent();
        }

        /** Where the form goes. */
        public String action() {
            return row.address() + "/nhap";
        }
    }
}
