package vn.phopay.web.desk.staff;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.security.SecureRandom;
import java.time.Duration;
import vn.phopay.access.Password;
import vn.phopay.access.PasswordHasher;
import vn.phopay.access.RenewStaffPassword;
import vn.phopay.access.StaffDirectory;
import vn.phopay.access.StaffOutcome;
import vn.phopay.access.StaffRecord;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.PreparedEndpoint;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;
import vn.phopay.web.Form;
import vn.phopay.web.desk.Desk;

/** POST /nhan-su/{id}/mat-khau: gives somebody a password that is shown once, and access again where it had ended. */
public final class PostStaffPassword implements PreparedEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(StaffPath.MEMBER + "/mat-khau", Access.ADMIN);

    private final RenewStaffPassword renew;
    private final PasswordHasher hasher;
    private final StaffDirectory directory;
    private final StaffPages pages;
    private final SecureRandom random = new SecureRandom();

    /** Renews by {@code renew}, hashed by {@code hasher}; faults are shown on {@code pages}. */
    public PostStaffPassword(
            RenewStaffPassword renew, PasswordHasher hasher, StaffDirectory directory, StaffPages pages) {
        this.renew = renew;
        this.hasher = hasher;
        this.directory = directory;
        this.pages = pages;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Prepared prepare(Call call) {
        Password password = Password.temporary(random);
        return switch (Future.await(hasher.hash(password))) {
            case PasswordHasher.Hashed hash -> new Ready(transaction -> renew(call, transaction, password, hash));
            case PasswordHasher.Overloaded(Duration wait) -> new Refused(Reply.problem(
                    ProblemCode.REQUEST_OVERLOADED, "Too many log-ins at once.").retryAfter(wait));
        };
    }

    private Reply renew(Call call, SqlConnection transaction, Password password, PasswordHasher.Hashed hash) {
        StaffRecord staff = Future.await(directory.find(transaction, StaffPath.id(call), call.principal()))
                .orElseThrow(Desk::notFound);
        Form form = Form.of(call);
        StaffOutcome outcome = renew.renew(transaction, StaffAnswer.step(call, form), hash);
        return outcome instanceof StaffOutcome.Done
                ? pages.secret(call, new StaffPages.Secret(
                        staff.member().login().value(), staff.member().name(), password.text()))
                : new StaffAnswer(pages, staff, form).reply(call, outcome, "");
    }
}
