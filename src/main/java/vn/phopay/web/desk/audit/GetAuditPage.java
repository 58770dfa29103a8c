package vn.phopay.web.desk.audit;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import vn.phopay.access.SearchAudit;
import vn.phopay.access.StaffDirectory;
import vn.phopay.access.StaffRecord;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;
import vn.phopay.web.View;
import vn.phopay.web.desk.Desk;
import vn.phopay.web.desk.cases.CaseFact;

/** GET /nhat-ky: who did what to whom, and why. That it was read stands in it from then on. */
public final class GetAuditPage implements TransactionalEndpoint {
    static final String PATH = "/nhat-ky";

    private static final EndpointSpec SPEC = EndpointSpec.get(PATH, Access.ADMIN);

    private final SearchAudit search;
    private final StaffDirectory directory;
    private final Clock clock;
    private final PageKit kit;

    /** Searches by {@code search}; {@code directory} tells who may be chosen. */
    public GetAuditPage(SearchAudit search, StaffDirectory directory, Clock clock, PageKit kit) {
        this.search = search;
        this.directory = directory;
        this.clock = clock;
        this.kit = kit;
    }

    /**
     * What the template shows.
     *
     * @param asked what was asked for, by query parameter
     * @param form faults of it
     * @param rows the entries
     * @param staff who may be chosen
     * @param actions what may be chosen
     * @param csv where the same is a file
     * @param more where the next page is; empty for none
     */
    public record Model(
            Map<String, String> asked,
            Form form,
            List<Row> rows,
            List<StaffRecord> staff,
            List<String> actions,
            String csv,
            String more) {
        /** Roles without names that may be chosen. */
        public List<String> roles() {
            return List.of("SYSTEM", "ANYONE", "MERCHANT");
        }
    }

    /**
     * An entry as people read it.
     *
     * @param entry the entry
     * @param details what else is known
     * @param subject the name of what it was done to; its id where it has none
     * @param address where that is looked at; empty for nowhere
     */
    public record Row(SearchAudit.Entry entry, List<CaseFact> details, String subject, String address) {}

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        View view = kit.view(call);
        AuditQuery asked = AuditQuery.of(call, clock);
        List<SearchAudit.Entry> found = asked.form().isGood()
                ? Future.await(search.search(transaction, asked.query(), new SearchAudit.Reading(
                        asked.after(), Desk.ROWS_MAX + 1, "audit.read", Desk.actor(call))))
                : List.of();
        List<SearchAudit.Entry> shown = found.subList(0, Math.min(found.size(), Desk.ROWS_MAX));
        Map<String, String> names = Future.await(search.names(transaction, shown));
        List<Row> rows = shown.stream().map(entry -> row(view, entry, names)).toList();
        Model model = new Model(asked.asked(), asked.form(), rows,
                Future.await(directory.list(transaction, call.principal())),
                Future.await(search.actions(transaction)), asked.link(GetAuditCsv.PATH),
                found.size() > shown.size() ? asked.more(PATH, shown.getLast()) : "");
        return kit.page(asked.form().isGood() ? 200 : Desk.UNPROCESSABLE, view, "desk/audit", model);
    }

    private static Row row(View view, SearchAudit.Entry entry, Map<String, String> names) {
        String address = switch (entry.subject().kind()) {
            case "MERCHANT" -> "/duyet/" + entry.subject().id();
            case "CASE" -> "/vu-viec/" + entry.subject().id();
            case "STAFF" -> "/nhan-su/" + entry.subject().id();
            default -> "";
        };
        String id = entry.subject().id();
        return new Row(entry, CaseFact.of(view, entry.details()), names.getOrDefault(id, id), address);
    }
}
