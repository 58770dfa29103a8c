package vn.phopay.web.release;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import vn.phopay.access.Principal;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.release.DraftDueReleases;
import vn.phopay.release.Release;
import vn.phopay.release.ReleaseStore;
import vn.phopay.web.PageKit;

/** GET /phat-hanh: the months and how far their releases have come. */
public final class GetReleaseListPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(ReleasePath.RELEASES, Access.STAFF);
    private static final int MONTHS_MAX = 36;

    private final ReleaseStore releases;
    private final Clock clock;
    private final int daysAfterEnd;
    private final PageKit kit;

    /** Lists {@code releases}; a release is drafted {@code daysAfterEnd} days after its month. */
    public GetReleaseListPage(ReleaseStore releases, Clock clock, int daysAfterEnd, PageKit kit) {
        this.releases = releases;
        this.clock = clock;
        this.daysAfterEnd = daysAfterEnd;
        this.kit = kit;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        YearMonth last = ReleasePath.lastMonth(clock);
        YearMonth first = await(releases.firstMonth(transaction))
                .filter(month -> month.isAfter(last.minusMonths(MONTHS_MAX)) && !month.isAfter(last))
                .orElse(last);
        List<Release> all = await(releases.list(transaction, last.minusMonths(MONTHS_MAX), last));
        Principal who = call.principal();
        List<MonthRow> rows = new ArrayList<>();
        for (YearMonth month = last; !month.isBefore(first) || has(all, month); month = month.minusMonths(1)) {
            rows.add(row(month, all, who));
        }
        return kit.page(kit.view(call), "release/list", new Model(rows));
    }

    /** The months, newest first. */
    public record Model(List<MonthRow> months) {
        /** Copies {@code months}. */
        public Model {
            months = List.copyOf(months);
        }
    }

    private static boolean has(List<Release> all, YearMonth month) {
        return all.stream().anyMatch(release -> !release.number().month().isAfter(month));
    }

    private MonthRow row(YearMonth month, List<Release> all, Principal who) {
        return new MonthRow(month, DraftDueReleases.dueOn(month, daysAfterEnd), all.stream()
                .filter(release -> release.number().month().equals(month))
                .filter(release -> ReleasePath.maySee(who, release))
                .toList());
    }
}
