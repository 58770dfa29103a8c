package vn.phopay.web.desk.staff;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.access.StaffDirectory;
import vn.phopay.access.StaffRecord;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.desk.Desk;

/** GET /nhan-su/{id}: one member of staff. */
public final class GetStaffMember implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(StaffPath.MEMBER, Access.ADMIN);

    private final StaffDirectory directory;
    private final StaffPages pages;

    /** Shows somebody of {@code directory}. */
    public GetStaffMember(StaffDirectory directory, StaffPages pages) {
        this.directory = directory;
        this.pages = pages;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        StaffRecord staff = Future.await(directory.find(transaction, StaffPath.id(call), call.principal()))
                .orElseThrow(Desk::notFound);
        return pages.member(200, call, staff, Optional.empty());
    }
}
