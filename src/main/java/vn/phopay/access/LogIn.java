package vn.phopay.access;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import vn.phopay.access.LogInResult.BadCredentials;
import vn.phopay.access.LogInResult.Locked;
import vn.phopay.access.LogInResult.LoggedIn;
import vn.phopay.access.LogInResult.Overloaded;

/**
 * Logs somebody in by login and password. Failures in a row lock a login for a while.
 *
 * <p>Each guess is settled by {@link PasswordTrial}: it counts, or opens the session, by one statement that commits by
 * itself. So of any number of guesses at once no more than the allowed number learn whether they were right, while
 * right passwords sent at once all pass.
 */
public final class LogIn {
    private final SqlClient db;
    private final Parts parts;
    private final Lockout lockout;
    private final PasswordTrial trial;
    private final StrangerLocks strangers;

    /** What logging in is made of. */
    public record Parts(CredentialStore credentials, PasswordHasher hasher, Sessions sessions) {}

    /**
     * When a login is locked.
     *
     * @param failuresMax failures in a row that lock it, 1 or more
     * @param duration how long it stays locked
     */
    public record Lockout(int failuresMax, Duration duration) {}

    /** Logs in against {@code db}, outside of any transaction. */
    public LogIn(SqlClient db, Parts parts, Lockout lockout, Clock clock) {
        this.db = db;
        this.parts = parts;
        this.lockout = lockout;
        this.trial = new PasswordTrial(db, parts.credentials(), parts.hasher(), lockout, clock);
        this.strangers = new StrangerLocks(lockout.failuresMax(), lockout.duration(), clock);
    }

    private LogIn(SqlClient connection, LogIn whole) {
        this.db = connection;
        this.parts = new Parts(
                whole.parts.credentials(), whole.parts.hasher(), whole.parts.sessions().on(connection));
        this.lockout = whole.lockout;
        this.trial = whole.trial.on(connection);
        this.strangers = whole.strangers;
    }

    /**
     * The same way to log in, as part of a transaction: for who chose a password in it a moment ago. A failure counted
     * in it stays only where the transaction is committed.
     */
    public LogIn on(SqlConnection transaction) {
        return new LogIn(transaction, this);
    }

    /** Tries {@code typedLogin} with {@code typedPassword} from a device that told nothing of itself. */
    public Future<LogInResult> logIn(String typedLogin, String typedPassword) {
        return logIn(typedLogin, typedPassword, DeviceLabel.UNKNOWN);
    }

    /** Tries {@code typedLogin} with {@code typedPassword} from {@code device}; fails only on a fault. */
    public Future<LogInResult> logIn(String typedLogin, String typedPassword, DeviceLabel device) {
        Password password = Password.typed(typedPassword);
        return find(typedLogin).compose(found -> found
                .map(credential -> tryKnown(credential, password, device))
                .orElseGet(() -> tryStranger(typedLogin.strip().toLowerCase(Locale.ROOT), password)));
    }

    /** Opens a session for the merchant whose password was set to {@code hash} a moment ago; fails only on a fault. */
    public Future<LogInResult> open(PhoneNumber phone, PasswordHasher.Hashed hash) {
        return trial.settle(new CredentialStore.Stored(Login.of(phone), hash.phc(), null),
                        right -> parts.sessions().open(right, DeviceLabel.UNKNOWN))
                .map(LogIn::toResult);
    }

    private Future<Optional<CredentialStore.Stored>> find(String typedLogin) {
        return Login.parse(typedLogin)
                .map(login -> parts.credentials().read(db, login))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    private Future<LogInResult> tryKnown(
            CredentialStore.Stored credential, Password password, DeviceLabel device) {
        return trial.attempt(credential, password, right -> parts.sessions().open(right, device))
                .map(LogIn::toResult);
    }

    private static LogInResult toResult(PasswordTrial.Outcome<Sessions.Opened> outcome) {
        return switch (outcome) {
            case PasswordTrial.Right(Sessions.Opened opened) -> toLoggedIn(opened);
            case PasswordTrial.Wrong<Sessions.Opened> wrong -> new BadCredentials();
            case PasswordTrial.Locked(Duration retryAfter) -> new Locked(retryAfter);
            case PasswordTrial.Busy(Duration retryAfter) -> new Overloaded(retryAfter);
        };
    }

    private Future<LogInResult> tryStranger(String login, Password password) {
        Optional<Duration> locked = strangers.lockedFor(login);
        if (locked.isPresent()) {
            return Future.succeededFuture(new Locked(locked.get()));
        }
        return parts.hasher().checkAgainstNobody(password).compose(outcome -> switch (outcome) {
            case PasswordHasher.Overloaded(Duration retryAfter) -> overloaded(retryAfter);
            case PasswordHasher.Checked checked -> Future.succeededFuture(refuseStranger(login));
        });
    }

    private LogInResult refuseStranger(String login) {
        return strangers.countFailure(login)
                ? new BadCredentials()
                : new Locked(strangers.lockedFor(login).orElse(lockout.duration()));
    }

    private static LogInResult toLoggedIn(Sessions.Opened opened) {
        return new LoggedIn(opened.token(), opened.csrfToken(), opened.expiresAt(), opened.role());
    }

    private static Future<LogInResult> overloaded(Duration retryAfter) {
        return Future.succeededFuture(new Overloaded(retryAfter));
    }
}
