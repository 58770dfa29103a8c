package vn.phopay.http.access;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import vn.phopay.access.DeviceLabel;
import vn.phopay.access.LogIn;
import vn.phopay.access.LogInResult;
import vn.phopay.access.LogInResult.BadCredentials;
import vn.phopay.access.LogInResult.Locked;
import vn.phopay.access.LogInResult.LoggedIn;
import vn.phopay.access.LogInResult.Overloaded;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Fields;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;
import vn.phopay.time.BusinessDay;

/**
 * POST /api/v1/sessions: logs in. It runs outside of a request transaction, because a counted failure must stay
 * although the answer is 401. No login has a second factor yet, so {@code otp} is taken and not needed.
 */
public final class PostSessions implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.post("/api/v1/sessions", Access.ANYONE);
    private static final int LOGIN_LENGTH_MAX = 128;
    private static final int PASSWORD_LENGTH_MAX = 512;
    private static final int OTP_LENGTH_MAX = 16;

    private final LogIn logIn;
    private final SessionCookie cookie;
    private final Clock clock;

    /** Logs in by {@code logIn}; {@code secureCookie} where the public URL is https. */
    public PostSessions(LogIn logIn, boolean secureCookie, Clock clock) {
        this.logIn = logIn;
        this.cookie = new SessionCookie(secureCookie);
        this.clock = clock;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        Fields fields = call.body();
        String login = fields.text("login", 1, LOGIN_LENGTH_MAX);
        String password = fields.verbatim("password", PostSessions::typedPassword, "must have 1 to 512 characters", "");
        fields.optionalText("otp", OTP_LENGTH_MAX);
        fields.check();
        return logIn.logIn(login, password, DeviceLabel.of(call.header("user-agent"))).map(this::toReply);
    }

    private static Optional<String> typedPassword(String text) {
        return text.isEmpty() || text.length() > PASSWORD_LENGTH_MAX ? Optional.empty() : Optional.of(text);
    }

    private Reply toReply(LogInResult result) {
        return switch (result) {
            case LoggedIn session -> toCreated(session);
            case BadCredentials() ->
                Reply.problem(ProblemCode.AUTH_BAD_CREDENTIALS, "No login has this password.");
            case Locked(Duration wait) ->
                Reply.problem(ProblemCode.AUTH_LOCKED, "This login is locked for a while.").retryAfter(wait);
            case Overloaded(Duration wait) ->
                Reply.problem(ProblemCode.REQUEST_OVERLOADED, "Too many log-ins at once.").retryAfter(wait);
        };
    }

    private Reply toCreated(LoggedIn session) {
        Duration life = Duration.between(clock.instant(), session.expiresAt());
        JsonObject body = new JsonObject()
                .put("token", session.token().text())
                .put("expiresAt", rfc3339(session.expiresAt()))
                .put("role", session.role().name())
                .put("csrfToken", session.csrfToken());
        return Reply.created("/api/v1/sessions/current", body)
                .with("cache-control", "no-store")
                .with("set-cookie", cookie.set(session.token(), life));
    }

    private static String rfc3339(Instant instant) {
        Instant seconds = instant.truncatedTo(ChronoUnit.SECONDS);
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.ofInstant(seconds, BusinessDay.ZONE));
    }
}
