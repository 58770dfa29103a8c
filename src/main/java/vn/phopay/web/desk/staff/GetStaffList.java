package vn.phopay.web.desk.staff;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import vn.phopay.access.StaffDirectory;
import vn.phopay.access.StaffRecord;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.PageKit;
import vn.phopay.web.View;

/** GET /nhan-su: who works here, and who did. */
public final class GetStaffList implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(StaffPath.LIST, Access.ADMIN);

    private final StaffDirectory directory;
    private final StaffForm fields;
    private final PageKit kit;

    /** Lists {@code directory}. */
    public GetStaffList(StaffDirectory directory, StaffForm fields, PageKit kit) {
        this.directory = directory;
        this.fields = fields;
        this.kit = kit;
    }

    /** What the template shows: those with access, and those without. */
    public record Model(List<Row> active, List<Row> ended) {}

    /** A member and the names of its districts. */
    public record Row(StaffRecord staff, String districts) {
        /** Where it is looked at. */
        public String address() {
            return StaffPath.of(staff.member().id());
        }
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        View view = kit.view(call);
        List<Row> rows = Future.await(directory.list(transaction, call.principal())).stream()
                .map(staff -> new Row(staff, fields.names(staff.member().districtCodes(), view.text("staff.all"))))
                .toList();
        return kit.page(view, "desk/staff_list", new Model(
                rows.stream().filter(row -> row.staff().hasAccess()).toList(),
                rows.stream().filter(row -> !row.staff().hasAccess()).toList()));
    }
}
