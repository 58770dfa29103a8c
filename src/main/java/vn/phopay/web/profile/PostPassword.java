package vn.phopay.web.profile;

import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.access.ChangePassword;
import vn.phopay.access.ConfirmPassword;
import vn.phopay.access.Password;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.PreparedEndpoint;
import vn.phopay.http.Reply;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /ho-so/mat-khau: changes the password of whom knows the old one, and ends all other log-ins. */
public final class PostPassword implements PreparedEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(GetPasswordPage.PATH, Access.OWNER);
    private static final int TYPED_MAX = 512;

    private final ChangePassword change;
    private final GetPasswordPage page;

    /** Changes by {@code change}; faults are shown on {@code page}. */
    public PostPassword(ChangePassword change, GetPasswordPage page) {
        this.change = change;
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Prepared prepare(Call call) {
        Form form = Form.of(call);
        String old = form.typed(AskPassword.FIELD);
        Optional<Password> next = read(form, old);
        if (next.isEmpty() || !form.isGood()) {
            return new Refused(page.page(Own.UNPROCESSABLE, call, form));
        }
        return switch (change.prepare(call.principal().subjectId(), old, next.get())) {
            case ChangePassword.Ready ready -> new Ready(transaction -> change(call, transaction, ready));
            case ChangePassword.SameAsBefore same -> {
                form.fail(GetPasswordPage.NEXT, "profile.password.same");
                yield new Refused(page.page(Own.UNPROCESSABLE, call, form));
            }
            case ChangePassword.Refused(ConfirmPassword.Refused why) -> {
                AskPassword.Refusal refusal = AskPassword.tell(form, AskPassword.FIELD, why);
                yield new Refused(refusal.of(page.page(refusal.status(), call, form)));
            }
        };
    }

    /** The new password is typed twice: nobody sees what he types. */
    private static Optional<Password> read(Form form, String old) {
        if (old.isEmpty() || old.length() > TYPED_MAX) {
            form.fail(AskPassword.FIELD, old.isEmpty() ? "form.missing" : "profile.password.wrong");
        }
        Optional<Password> next = Password.parse(form.typed(GetPasswordPage.NEXT));
        if (next.isEmpty()) {
            form.fail(GetPasswordPage.NEXT, "profile.password.rule");
        } else if (!form.typed(GetPasswordPage.NEXT).equals(form.typed(GetPasswordPage.AGAIN))) {
            form.fail(GetPasswordPage.AGAIN, "profile.password.differs");
        }
        return next;
    }

    private Reply change(Call call, SqlConnection transaction, ChangePassword.Ready ready) {
        return switch (change.change(transaction, ready, Own.asker(call))) {
            case ChangePassword.Changed changed -> PageKit.seeOther("/ho-so", "profile.password");
            case ChangePassword.Overtaken overtaken -> throw Own.overtaken();
        };
    }
}
