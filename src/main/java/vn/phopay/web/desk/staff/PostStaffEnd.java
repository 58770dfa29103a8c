package vn.phopay.web.desk.staff;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.access.EndStaffAccess;
import vn.phopay.access.StaffDirectory;
import vn.phopay.access.StaffRecord;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.Form;
import vn.phopay.web.desk.Desk;

/** POST /nhan-su/{id}/ngung: ends somebody's access, at once. */
public final class PostStaffEnd implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(StaffPath.MEMBER + "/ngung", Access.ADMIN);

    private final EndStaffAccess end;
    private final StaffDirectory directory;
    private final StaffPages pages;

    /** Ends the access of somebody of {@code directory} by {@code end}; faults are shown on {@code pages}. */
    public PostStaffEnd(EndStaffAccess end, StaffDirectory directory, StaffPages pages) {
        this.end = end;
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
        Form form = Form.of(call);
        String reason = form.text("reason", EndStaffAccess.REASON_LENGTH_MAX);
        if (!form.isGood()) {
            return pages.member(Desk.UNPROCESSABLE, call, staff, Optional.of(form));
        }
        StaffAnswer answer = new StaffAnswer(pages, staff, form);
        return answer.reply(call, end.end(transaction, StaffAnswer.step(call, form), reason), "staff.ended");
    }
}
