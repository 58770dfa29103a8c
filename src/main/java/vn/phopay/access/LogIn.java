package vn.phopay.access;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import vn.phopay.access.LogInResult.BadCredentials;
import vn.phopay.access.LogInResult.Locked;
import vn.phopay.access.LogInResult.LoggedIn;
import vn.phopay.access.LogInResult.Overloaded;

/**
 * Logs somebody in by login and password. Failures in a row lock a login for a while.
 *
 * <p>Every guess is settled by one statement on the login's row after its hash was worked out: a wrong one counts, a
 * right one opens the session, and neither does anything once the login is locked. So of any number of guesses at once
 * no more than the allowed number learn whether they were right, while right passwords sent at once all pass. Each
 * statement commits by itself: a failure stays counted although the answer is an error.
 */
public final class LogIn {
    private final SqlClient db;
    private final Parts parts;
    private final Lockout lockout;
    private final Clock clock;
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
        this.clock = clock;
        this.strangers = new StrangerLocks(lockout.failuresMax(), lockout.duration(), clock);
    }

    private LogIn(SqlClient connection, LogIn whole) {
        this.db = connection;
        this.parts = new Parts(
                whole.parts.credentials(), whole.parts.hasher(), whole.parts.sessions().on(connection));
        this.lockout = whole.lockout;
        this.clock = whole.clock;
        this.strangers = whole.strangers;
    }

    /**
     * The same way to log in, as part of a transaction: for who chose a password in it a moment ago. A failure counted
     * in it stays only where the transaction is committed.
     */
    public LogIn on(SqlConnection transaction) {
        return new LogIn(transaction, this);
    }

    /** Tries {@code typedLogin} with {@code typedPassword}; fails only on a fault. */
    public Future<LogInResult> logIn(String typedLogin, String typedPassword) {
        Password password = Password.typed(typedPassword);
        return find(typedLogin).compose(found -> found
                .map(credential -> tryKnown(credential, password))
                .orElseGet(() -> tryStranger(typedLogin.strip().toLowerCase(Locale.ROOT), password)));
    }

    /** Opens a session for the merchant whose password was set to {@code hash} a moment ago; fails only on a fault. */
    public Future<LogInResult> open(PhoneNumber phone, PasswordHasher.Hashed hash) {
        return open(new CredentialStore.Stored(Login.of(phone), hash.phc(), null));
    }

    private Future<Optional<CredentialStore.Stored>> find(String typedLogin) {
        return Login.parse(typedLogin)
                .map(login -> parts.credentials().read(db, login))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    private Future<LogInResult> tryKnown(CredentialStore.Stored credential, Password password) {
        Optional<Duration> locked = remaining(credential);
        if (locked.isPresent()) {
            return Future.succeededFuture(new Locked(locked.get()));
        }
        return parts.hasher().check(password, credential.phc()).compose(outcome -> switch (outcome) {
            case PasswordHasher.Overloaded(Duration retryAfter) -> overloaded(retryAfter);
            case PasswordHasher.Checked(boolean matches) -> matches ? open(credential) : countFailure(credential);
        });
    }

    private Future<LogInResult> open(CredentialStore.Stored credential) {
        return parts.sessions().open(credential).compose(opened -> opened.isPresent()
                ? Future.succeededFuture(toLoggedIn(opened.get()))
                : readLock(credential));
    }

    private Future<LogInResult> countFailure(CredentialStore.Stored credential) {
        Instant lockedUntil = clock.instant().plus(lockout.duration());
        return parts.credentials()
                .countFailure(db, credential.login(), lockout.failuresMax(), lockedUntil)
                .compose(counted -> counted
                        ? Future.succeededFuture(new BadCredentials())
                        : readLock(credential));
    }

    private Future<LogInResult> readLock(CredentialStore.Stored credential) {
        return parts.credentials().read(db, credential.login()).map(now -> now
                .flatMap(this::remaining)
                .<LogInResult>map(Locked::new)
                .orElseGet(BadCredentials::new));
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

    private Optional<Duration> remaining(CredentialStore.Stored credential) {
        Instant now = clock.instant();
        return Optional.ofNullable(credential.lockedUntil())
                .filter(now::isBefore)
                .map(until -> Duration.between(now, until));
    }

    private static LogInResult toLoggedIn(Sessions.Opened opened) {
        return new LoggedIn(opened.token(), opened.csrfToken(), opened.expiresAt(), opened.role());
    }

    private static Future<LogInResult> overloaded(Duration retryAfter) {
        return Future.succeededFuture(new Overloaded(retryAfter));
    }
}
