package vn.phopay.web.shell;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import vn.phopay.access.DeviceLabel;
import vn.phopay.access.LogIn;
import vn.phopay.access.LogInResult;
import vn.phopay.access.LogInResult.BadCredentials;
import vn.phopay.access.LogInResult.Locked;
import vn.phopay.access.LogInResult.LoggedIn;
import vn.phopay.access.LogInResult.Overloaded;
import vn.phopay.access.Role;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.access.SessionCookie;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;
import vn.phopay.web.View;

/** POST /dang-nhap: logs in and goes on to the page that asked for it, or to the caller's own first page. */
public final class PostLogIn implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form("/dang-nhap", Access.ANYONE);
    private static final int LOGIN_LENGTH_MAX = 128;
    private static final int PASSWORD_LENGTH_MAX = 512;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final LogIn logIn;
    private final SessionCookie cookie;
    private final PageKit kit;
    private final Clock clock;

    /** Logs in by {@code logIn}. */
    public PostLogIn(LogIn logIn, SessionCookie cookie, PageKit kit, Clock clock) {
        this.logIn = logIn;
        this.cookie = cookie;
        this.kit = kit;
        this.clock = clock;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        Form form = Form.of(call);
        String login = form.text("login", LOGIN_LENGTH_MAX);
        String password = form.typed("password");
        if (password.isEmpty() || password.length() > PASSWORD_LENGTH_MAX) {
            form.fail("password", password.isEmpty() ? "form.missing" : "login.wrong");
        }
        return form.isGood()
                ? logIn.logIn(login, password, DeviceLabel.of(call.header("user-agent")))
                        .map(result -> toReply(call, form, result))
                : Future.succeededFuture(again(call, form, UNPROCESSABLE));
    }

    private Reply toReply(Call call, Form form, LogInResult result) {
        return switch (result) {
            case LoggedIn session -> goOn(form, session);
            case BadCredentials() -> {
                form.fail("login", "login.wrong");
                yield again(call, form, UNPROCESSABLE);
            }
            case Locked(Duration wait) -> {
                form.fail("login", "login.locked", Math.max(1, wait.plusSeconds(59).toMinutes()));
                yield again(call, form, TOO_MANY).retryAfter(wait);
            }
            case Overloaded(Duration wait) -> {
                form.fail("login", "login.busy");
                yield again(call, form, UNAVAILABLE).retryAfter(wait);
            }
        };
    }

    private Reply goOn(Form form, LoggedIn session) {
        Duration life = Duration.between(clock.instant(), session.expiresAt());
        String first = session.role() == Role.MERCHANT ? "/hom-nay" : "/thanh-pho";
        String next = PageKit.ownPath(Optional.of(form.typed("tiep")), first);
        return PageKit.seeOther(next).with("set-cookie", cookie.set(session.token(), life));
    }

    private Reply again(Call call, Form form, int status) {
        View view = kit.view(call);
        return kit.page(status, view, "shell/login", new GetLogInPage.Model(form, form.typed("tiep")));
    }
}
