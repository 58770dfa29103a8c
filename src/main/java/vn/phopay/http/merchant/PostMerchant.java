package vn.phopay.http.merchant;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.PasswordHasher;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.EntityTag;
import vn.phopay.http.PreparedEndpoint;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;
import vn.phopay.merchant.MerchantFile;
import vn.phopay.merchant.RegisterMerchant;
import vn.phopay.merchant.Registration;

/** POST /api/v1/merchants: anyone registers as a merchant, which then waits for a decision. */
public final class PostMerchant implements PreparedEndpoint {
    private static final String PATH = "/api/v1/merchants";
    private static final EndpointSpec SPEC = EndpointSpec.create(PATH, Access.ANYONE);

    private final RegisterMerchant register;
    private final PasswordHasher hasher;
    private final MerchantFields fields;

    /** Reads by {@code fields}, registers by {@code register} with passwords hashed by {@code hasher}. */
    public PostMerchant(RegisterMerchant register, PasswordHasher hasher, MerchantFields fields) {
        this.register = register;
        this.hasher = hasher;
        this.fields = fields;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Prepared prepare(Call call) {
        Registration registration = fields.registration(call.body());
        return switch (Future.await(hasher.hash(registration.password()))) {
            case PasswordHasher.Hashed hash ->
                new Ready(transaction -> register(transaction, registration, hash, call));
            case PasswordHasher.Overloaded(Duration retryAfter) -> new Refused(overloaded(retryAfter));
        };
    }

    private Reply register(
            SqlConnection transaction, Registration registration, PasswordHasher.Hashed hash, Call call) {
        AuditEntry.Actor actor = AuditEntry.Actor.anyone(call.requestId());
        return switch (register.register(transaction, registration, hash, actor)) {
            case RegisterMerchant.Registered(MerchantFile file) -> created(file);
            case RegisterMerchant.TaxCodeTaken taken -> MerchantCalls.taxCodeTaken();
            case RegisterMerchant.PhoneTaken taken -> MerchantCalls.phoneTaken();
            case RegisterMerchant.AccountTaken taken -> MerchantCalls.accountTaken();
        };
    }

    private static Reply created(MerchantFile file) {
        JsonObject body = MerchantJson.file(file);
        return Reply.created(PATH + '/' + file.merchant().id(), body)
                .with("etag", EntityTag.ofVersion(file.merchant().version()));
    }

    private static Reply overloaded(Duration retryAfter) {
        return Reply.problem(ProblemCode.REQUEST_OVERLOADED, "Too many registrations at once; nothing was kept.")
                .with("retry-after", Long.toString(retryAfter.toSeconds()));
    }
}
