package vn.phopay.web.release;

import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.release.ReleaseNumber;
import vn.phopay.reporting.ReadReportingPack;
import vn.phopay.reporting.ReportingBook;
import vn.phopay.reporting.ReportingPack;
import vn.phopay.web.PageKit;

/** GET /phat-hanh/bao-cao?thang=: the pack for the city's reporting system, to be looked at and fetched. */
public final class GetReportingPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC =
            EndpointSpec.get(ReleasePath.RELEASES + "/bao-cao", Access.ANALYSTS);
    private static final int MONTHS = 12;

    private final ReadReportingPack read;
    private final ReportingBook book;
    private final Clock clock;
    private final PageKit kit;

    /** Shows what {@code read} finds. */
    public GetReportingPage(ReadReportingPack read, ReportingBook book, Clock clock, PageKit kit) {
        this.read = read;
        this.book = book;
        this.clock = clock;
        this.kit = kit;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        ReleasePath.requireWholeCity(call.principal());
        YearMonth last = ReleasePath.lastMonth(clock);
        YearMonth month = call.queryParameter("thang").flatMap(ReleaseNumber::month)
                .filter(asked -> !asked.isAfter(last)).orElse(last);
        List<YearMonth> months = IntStream.range(0, MONTHS).mapToObj(last::minusMonths).toList();
        return kit.page(kit.view(call), "release/reporting",
                new Model(month, months, read.read(transaction, month), book));
    }

    /**
     * What the page shows.
     *
     * @param month the month that is looked at
     * @param months months to choose from, newest first
     * @param pack its pack; empty where its figures were not computed
     * @param book plans and indicators
     */
    public record Model(YearMonth month, List<YearMonth> months, Optional<ReportingPack> pack, ReportingBook book) {
        /** Copies {@code months}. */
        public Model {
            months = List.copyOf(months);
        }

        /** Rows of districts. */
        public List<ReportingPack.Row> districts() {
            return pack.map(ReportingPack::rows).orElse(List.of()).stream()
                    .filter(row -> row.level().equals("DISTRICT")).toList();
        }
    }
}
