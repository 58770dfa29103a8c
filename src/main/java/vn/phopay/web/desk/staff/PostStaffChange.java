package vn.phopay.web.desk.staff;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.access.ChangeStaff;
import vn.phopay.access.StaffDirectory;
import vn.phopay.access.StaffRecord;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.Form;
import vn.phopay.web.desk.Desk;

/** POST /nhan-su/{id}: changes name, role and districts; the member's sessions end. */
public final class PostStaffChange implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(StaffPath.MEMBER, Access.ADMIN);

    private final ChangeStaff change;
    private final StaffDirectory directory;
    private final StaffForm fields;
    private final StaffPages pages;

    /** Changes somebody of {@code directory} by {@code change}; faults are shown on {@code pages}. */
    public PostStaffChange(ChangeStaff change, StaffDirectory directory, StaffForm fields, StaffPages pages) {
        this.change = change;
        this.directory = directory;
        this.fields = fields;
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
        Form form = Form.of(call);
        Optional<StaffForm.Typed> typed = fields.read(form, call);
        if (typed.isEmpty()) {
            return pages.member(Desk.UNPROCESSABLE, call, staff, Optional.of(form));
        }
        ChangeStaff.Change wish = new ChangeStaff.Change(
                typed.get().name(), typed.get().role(), typed.get().districtCodes());
        StaffAnswer answer = new StaffAnswer(pages, staff, form);
        return answer.reply(call, change.change(transaction, StaffAnswer.step(call, form), wish), "staff.changed");
    }
}
