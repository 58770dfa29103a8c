package vn.phopay.web.register;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import vn.phopay.access.LinkSecret;
import vn.phopay.access.LogIn;
import vn.phopay.access.LogInResult;
import vn.phopay.access.PasswordHasher;
import vn.phopay.access.PhoneNumber;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.PreparedEndpoint;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;
import vn.phopay.http.access.SessionCookie;
import vn.phopay.registration.PasswordLinks;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /dat-mat-khau: sets the password that the owner chose, uses her link up, and logs her in. */
public final class PostPassword implements PreparedEndpoint {
    static final String PHONE = "phone";
    static final String CODE = "code";

    private static final EndpointSpec SPEC = EndpointSpec.form(GetPasswordPage.PATH, Access.ANYONE);
    private static final int CODE_LENGTH_MAX = 16;
    private static final int PHONE_LENGTH_MAX = 32;

    private final PasswordLinks links;
    private final GetPasswordPage page;
    private final Parts parts;
    private final Pool pool;

    /** What setting a password works with. */
    public record Parts(PasswordHasher hasher, LogIn logIn, SessionCookie cookie, Clock clock) {}

    /** Uses links of {@code links} up; guesses are counted through {@code pool}, whatever comes of them. */
    public PostPassword(PasswordLinks links, GetPasswordPage page, Parts parts, Pool pool) {
        this.links = links;
        this.page = page;
        this.parts = parts;
        this.pool = pool;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Prepared prepare(Call call) {
        Form form = Form.of(call);
        String secret = form.typed(GetPasswordPage.SECRET);
        PasswordField password = PasswordField.read(form);
        password.faults().forEach(fault -> form.fail(fault.field(), fault.key()));
        GetPasswordPage.Model model = page.model(pool, secret, form);
        // A guess is spent only on a password that would be taken.
        Optional<PasswordLinks.Proof> proof = form.isGood() ? proof(model, secret, form) : Optional.empty();
        if (proof.isEmpty()) {
            return new Refused(page.show(ScreenPages.UNPROCESSABLE, call, model));
        }
        return switch (Future.await(parts.hasher().hash(password.password().orElseThrow()))) {
            case PasswordHasher.Hashed hash -> new Ready(transaction ->
                    choose(transaction, new Choosing(call, proof.get(), hash), form));
            case PasswordHasher.Overloaded(Duration wait) -> new Refused(Reply.problem(
                    ProblemCode.REQUEST_OVERLOADED, "Too many log-ins at once.").retryAfter(wait));
        };
    }

    private record Choosing(Call call, PasswordLinks.Proof proof, PasswordHasher.Hashed hash) {}

    private Optional<PasswordLinks.Proof> proof(GetPasswordPage.Model model, String secret, Form form) {
        return switch (model.kind()) {
            case GOOD -> LinkSecret.parse(secret).map(PasswordLinks.BySecret::new);
            case BY_CODE -> guess(form);
            case USED, EXPIRED, UNKNOWN -> Optional.empty();
        };
    }

    private Optional<PasswordLinks.Proof> guess(Form form) {
        Optional<PhoneNumber> phone = form.read(PHONE, "register.fault.phoneOdd",
                text -> text.length() > PHONE_LENGTH_MAX ? Optional.empty() : PhoneNumber.parse(text));
        String code = form.text(CODE, CODE_LENGTH_MAX).replaceAll("[\\s-]", "");
        if (!form.isGood()) {
            return Optional.empty();
        }
        return switch (Future.await(links.guess(pool, phone.orElseThrow(), code))) {
            case PasswordLinks.Right(PasswordLinks.ByCode proof) -> Optional.of(proof);
            case PasswordLinks.Wrong wrong -> failed(form, "register.fault.sixDigits");
            case PasswordLinks.Overloaded busy -> failed(form, "register.fault.busy");
        };
    }

    private static Optional<PasswordLinks.Proof> failed(Form form, String key) {
        form.fail(CODE, key);
        return Optional.empty();
    }

    private Reply choose(SqlConnection transaction, Choosing choosing, Form form) {
        Call call = choosing.call();
        Optional<PhoneNumber> phone =
                links.choose(transaction, choosing.proof(), choosing.hash(), call.requestId());
        if (phone.isEmpty()) {
            // Somebody else used it in this moment; what the page says now is true.
            return page.show(ScreenPages.UNPROCESSABLE, call,
                    page.model(transaction, form.typed(GetPasswordPage.SECRET), form));
        }
        LogInResult result = Future.await(parts.logIn().on(transaction).open(phone.get(), choosing.hash()));
        if (result instanceof LogInResult.LoggedIn session) {
            Duration life = Duration.between(parts.clock().instant(), session.expiresAt());
            return PageKit.seeOther(PostRegistration.DONE, "register.password")
                    .with("set-cookie", parts.cookie().set(session.token(), life));
        }
        return PageKit.seeOther("/dang-nhap?tiep=" + PageKit.encode(PostRegistration.DONE));
    }
}
