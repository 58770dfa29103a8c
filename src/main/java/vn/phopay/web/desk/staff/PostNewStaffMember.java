package vn.phopay.web.desk.staff;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import vn.phopay.access.Login;
import vn.phopay.access.Password;
import vn.phopay.access.PasswordHasher;
import vn.phopay.access.RegisterStaff;
import vn.phopay.access.StaffMember;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.PreparedEndpoint;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;
import vn.phopay.web.Form;
import vn.phopay.web.desk.Desk;

/** POST /nhan-su/them: registers somebody, with a password that is shown once. */
public final class PostNewStaffMember implements PreparedEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(StaffPath.NEW, Access.ADMIN);

    private final RegisterStaff register;
    private final PasswordHasher hasher;
    private final StaffForm fields;
    private final StaffPages pages;
    private final SecureRandom random = new SecureRandom();

    /** Registers by {@code register} with passwords hashed by {@code hasher}; faults are shown on {@code pages}. */
    public PostNewStaffMember(RegisterStaff register, PasswordHasher hasher, StaffForm fields, StaffPages pages) {
        this.register = register;
        this.hasher = hasher;
        this.fields = fields;
        this.pages = pages;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Prepared prepare(Call call) {
        Form form = Form.of(call);
        Optional<Login> login = form.read("login", "staff.fault.login", Login::parseStaff);
        Optional<StaffForm.Typed> typed = fields.read(form, call);
        if (login.isEmpty() || typed.isEmpty()) {
            return new Refused(pages.add(Desk.UNPROCESSABLE, call, form));
        }
        Password password = Password.temporary(random);
        RegisterStaff.Request request = new RegisterStaff.Request(
                login.get(), typed.get().name(), typed.get().role(), typed.get().districtCodes(), password, true);
        return switch (Future.await(hasher.hash(password))) {
            case PasswordHasher.Hashed hash -> new Ready(transaction -> register(call, transaction, form,
                    new Hashed(request, hash)));
            case PasswordHasher.Overloaded(Duration wait) -> new Refused(Reply.problem(
                    ProblemCode.REQUEST_OVERLOADED, "Too many log-ins at once.").retryAfter(wait));
        };
    }

    private record Hashed(RegisterStaff.Request request, PasswordHasher.Hashed hash) {}

    private Reply register(Call call, SqlConnection transaction, Form form, Hashed asked) {
        return switch (Future.await(register.register(
                transaction, asked.request(), asked.hash(), Desk.actor(call)))) {
            case RegisterStaff.Registered(StaffMember member) -> pages.secret(call, new StaffPages.Secret(
                    member.login().value(), member.name(), asked.request().password().text()));
            case RegisterStaff.LoginTaken() -> {
                form.fail("login", "staff.fault.taken");
                yield pages.add(Desk.CONFLICT, call, form);
            }
        };
    }
}
