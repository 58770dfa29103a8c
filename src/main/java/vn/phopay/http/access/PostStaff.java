package vn.phopay.http.access;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.Authority;
import vn.phopay.access.Login;
import vn.phopay.access.Password;
import vn.phopay.access.PasswordHasher;
import vn.phopay.access.RegisterStaff;
import vn.phopay.access.RegisterStaff.LoginTaken;
import vn.phopay.access.RegisterStaff.Registered;
import vn.phopay.access.Role;
import vn.phopay.access.StaffMember;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Fields;
import vn.phopay.http.PreparedEndpoint;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;

/** POST /api/v1/staff: an administrator registers a member of staff. */
public final class PostStaff implements PreparedEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.create("/api/v1/staff", Access.ADMIN);
    private static final int NAME_LENGTH_MAX = 128;
    private static final int DISTRICTS_MAX = 100;
    private static final Login NO_LOGIN = new Login("");

    private final RegisterStaff registerStaff;
    private final PasswordHasher hasher;
    private final Predicate<String> districtKnown;

    /**
     * Registers by {@code registerStaff} with passwords hashed by {@code hasher}, for districts that
     * {@code districtKnown} knows by code.
     */
    public PostStaff(RegisterStaff registerStaff, PasswordHasher hasher, Predicate<String> districtKnown) {
        this.registerStaff = registerStaff;
        this.hasher = hasher;
        this.districtKnown = districtKnown;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Prepared prepare(Call call) {
        RegisterStaff.Request request = read(call.body());
        if (!Authority.mayRegisterStaff(call.principal(), request.districtCodes())) {
            return new Refused(Reply.problem(
                    ProblemCode.AUTH_FORBIDDEN, "You may register staff for your own districts only."));
        }
        return switch (Future.await(hasher.hash(request.password()))) {
            case PasswordHasher.Hashed hash -> new Ready(transaction -> register(transaction, request, hash, call));
            case PasswordHasher.Overloaded(Duration wait) -> new Refused(Reply.problem(
                    ProblemCode.REQUEST_OVERLOADED, "Too many log-ins at once.").retryAfter(wait));
        };
    }

    private Reply register(
            SqlConnection transaction, RegisterStaff.Request request, PasswordHasher.Hashed hash, Call call) {
        AuditEntry.Actor actor = AuditEntry.Actor.of(call.principal(), call.requestId());
        return switch (Future.await(registerStaff.register(transaction, request, hash, actor))) {
            case Registered(StaffMember member) -> Reply.json(201, toJson(member));
            case LoginTaken() -> Reply.problem(ProblemCode.AUTH_LOGIN_TAKEN, "Choose another login.");
        };
    }

    private RegisterStaff.Request read(Fields fields) {
        RegisterStaff.Request request = new RegisterStaff.Request(
                fields.required("login", Login::parseStaff, Login.STAFF_RULE, NO_LOGIN),
                fields.text("name", 1, NAME_LENGTH_MAX),
                fields.required("role", PostStaff::staffRole, "must be REGISTRAR, ANALYST or ADMIN", Role.ANALYST),
                districtCodes(fields),
                fields.verbatim("password", Password::parse, Password.RULE, Password.STAND_IN),
                fields.optionalFlag("passwordTemporary").orElse(false));
        fields.check();
        return request;
    }

    private Set<String> districtCodes(Fields fields) {
        Set<String> codes = new LinkedHashSet<>(fields.texts("districtCodes", DISTRICTS_MAX));
        codes.stream()
                .filter(districtKnown.negate())
                .forEach(code -> fields.fail("districtCodes", "names a district that is not known"));
        return codes;
    }

    private static Optional<Role> staffRole(String text) {
        return Arrays.stream(Role.values())
                .filter(role -> role.isStaff() && role.name().equals(text))
                .findFirst();
    }

    private static JsonObject toJson(StaffMember member) {
        return new JsonObject()
                .put("id", member.id().toString())
                .put("login", member.login().value())
                .put("name", member.name())
                .put("role", member.role().name())
                .put("districtCodes", new JsonArray(member.districtCodes().stream().sorted().toList()));
    }
}
