package vn.phopay.web.desk.staff;

import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.Optional;
import vn.phopay.access.Authenticator;
import vn.phopay.access.ChangePassword;
import vn.phopay.access.ConfirmPassword;
import vn.phopay.access.Password;
import vn.phopay.access.SessionList;
import vn.phopay.http.Access;
import vn.phopay.http.Authenticated;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.PreparedEndpoint;
import vn.phopay.http.Reply;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;
import vn.phopay.web.desk.Desk;

/** POST /doi-mat-khau: changes the password of a member of staff who knows the old one, and ends its other log-ins. */
public final class PostOwnPassword implements PreparedEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(
            GetOwnPassword.PATH, Access.STAFF.evenBeforeOwnPassword());
    private static final int TYPED_MAX = 512;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final ChangePassword change;
    private final GetOwnPassword page;

    /** Changes by {@code change}; faults are shown on {@code page}. */
    public PostOwnPassword(ChangePassword change, GetOwnPassword page) {
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
        String old = form.typed("password");
        if (old.isEmpty() || old.length() > TYPED_MAX) {
            form.fail("password", old.isEmpty() ? "form.missing" : "profile.password.wrong");
        }
        Optional<Password> next = Password.parse(form.typed("next"));
        if (next.isEmpty()) {
            form.fail("next", "profile.password.rule");
        } else if (!form.typed("next").equals(form.typed("again"))) {
            form.fail("again", "profile.password.differs");
        }
        return form.isGood() && next.isPresent()
                ? prepare(call, form, old, next.get())
                : new Refused(page.page(Desk.UNPROCESSABLE, call, form, form.typed("tiep")));
    }

    private Prepared prepare(Call call, Form form, String old, Password next) {
        return switch (change.prepare(call.principal().subjectId(), old, next)) {
            case ChangePassword.Ready ready -> new Ready(transaction -> change(call, transaction, form, ready));
            case ChangePassword.SameAsBefore same -> {
                form.fail("next", "profile.password.same");
                yield new Refused(page.page(Desk.UNPROCESSABLE, call, form, form.typed("tiep")));
            }
            case ChangePassword.Refused(ConfirmPassword.Refused why) -> new Refused(refused(call, form, why));
        };
    }

    private Reply refused(Call call, Form form, ConfirmPassword.Refused why) {
        return switch (why) {
            case ConfirmPassword.Wrong wrong -> {
                form.fail("password", "profile.password.wrong");
                yield page.page(Desk.UNPROCESSABLE, call, form, form.typed("tiep"));
            }
            case ConfirmPassword.Locked(Duration wait) -> {
                form.fail("password", "profile.password.locked", Math.max(1, wait.plusSeconds(59).toMinutes()));
                yield page.page(TOO_MANY, call, form, form.typed("tiep")).retryAfter(wait);
            }
            case ConfirmPassword.Busy(Duration wait) -> {
                form.fail("password", "profile.busy");
                yield page.page(UNAVAILABLE, call, form, form.typed("tiep")).retryAfter(wait);
            }
        };
    }

    private Reply change(Call call, SqlConnection transaction, Form form, ChangePassword.Ready ready) {
        SessionList.Asker asker = new SessionList.Asker(Desk.actor(call), Authenticated.tokenOf(call).orElse(""));
        return switch (change.change(transaction, ready, asker)) {
            case ChangePassword.Changed changed -> PageKit.seeOther(next(call, form), "staff.ownPassword");
            case ChangePassword.Overtaken overtaken -> {
                form.fail("password", "desk.changed");
                yield page.page(Desk.CONFLICT, call, form, form.typed("tiep"));
            }
        };
    }

    /** Whoever had to choose a password goes on to where he wanted to go. */
    private static String next(Call call, Form form) {
        Authenticator.Session session = call.session();
        return session != null && session.passwordTemporary()
                ? PageKit.ownPath(Optional.of(form.typed("tiep")), "/thanh-pho")
                : GetOwnPassword.PATH;
    }
}
