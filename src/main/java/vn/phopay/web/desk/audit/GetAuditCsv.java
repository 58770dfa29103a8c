package vn.phopay.web.desk.audit;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import vn.phopay.access.SearchAudit;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.payment.CsvText;
import vn.phopay.time.BusinessDay;
import vn.phopay.web.PageKit;
import vn.phopay.web.desk.Desk;

/**
 * GET /nhat-ky.csv: what a search of the log finds, as a file (RFC 4180, with a byte order mark), whole or not at all.
 * That it was taken stands in the log from then on.
 */
public final class GetAuditCsv implements TransactionalEndpoint {
    static final String PATH = "/nhat-ky.csv";

    private static final EndpointSpec SPEC = EndpointSpec.get(PATH, Access.ADMIN);
    private static final int ROWS_MAX = 10_000;
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final List<String> HEADINGS = List.of("recordedAt", "actorRole", "actorLogin", "actorName", "action",
            "subjectKind", "subjectId", "reason", "requestId", "details");

    private final SearchAudit search;
    private final Clock clock;

    /** Searches by {@code search}. */
    public GetAuditCsv(SearchAudit search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        AuditQuery asked = AuditQuery.of(call, clock);
        if (!asked.form().isGood()) {
            return PageKit.seeOther(asked.link(GetAuditPage.PATH));
        }
        List<SearchAudit.Entry> found = Future.await(search.search(transaction, asked.query(),
                new SearchAudit.Reading(asked.after(), ROWS_MAX + 1, "audit.export", Desk.actor(call))));
        return found.size() > ROWS_MAX
                ? PageKit.seeOther(asked.link(GetAuditPage.PATH), "audit.tooMany")
                : file(asked, found);
    }

    private static Reply file(AuditQuery asked, List<SearchAudit.Entry> found) {
        String text = found.stream().map(GetAuditCsv::line)
                .collect(Collectors.joining("", BYTE_ORDER_MARK + CsvText.line(HEADINGS), ""));
        String name = "nhat-ky-" + asked.query().from() + '-' + asked.query().to() + ".csv";
        return Reply.bytes(200, "text/csv; charset=utf-8", Buffer.buffer(text))
                .with("content-disposition", "attachment; filename=\"" + name + '"')
                .with("cache-control", "no-store");
    }

    private static String line(SearchAudit.Entry entry) {
        return CsvText.line(List.of(
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.ofInstant(entry.at(), BusinessDay.ZONE)),
                entry.who().role(), entry.who().login().orElse(""), entry.who().name().orElse(""), entry.action(),
                entry.subject().kind(), entry.subject().id(), entry.reason().orElse(""),
                entry.requestId().orElse(""), entry.details().encode()));
    }
}
