package vn.phopay.access;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Settles one guess at the password of a known credential.
 *
 * <p>Every guess is settled by one statement on the credential's row after its hash was worked out: a wrong one counts,
 * a right one does what it was for, and neither does anything once the login is locked. So of any number of guesses at
 * once no more than the allowed number learn whether they were right, wherever they are made: logging in, changing the
 * password, or confirming a step. Each statement commits by itself: a failure stays counted although the answer is an
 * error.
 */
final class PasswordTrial {
    private final SqlClient db;
    private final CredentialStore credentials;
    private final PasswordHasher hasher;
    private final LogIn.Lockout lockout;
    private final Clock clock;

    /** Settles guesses in {@code db}, outside of any transaction. */
    PasswordTrial(SqlClient db, CredentialStore credentials, PasswordHasher hasher, LogIn.Lockout lockout,
            Clock clock) {
        this.db = db;
        this.credentials = credentials;
        this.hasher = hasher;
        this.lockout = lockout;
        this.clock = clock;
    }

    /** The same, as part of a transaction: a failure counted in it stays only where it is committed. */
    PasswordTrial on(SqlClient transaction) {
        return new PasswordTrial(transaction, credentials, hasher, lockout, clock);
    }

    /** What came of a guess. */
    sealed interface Outcome<T> permits Right, Wrong, Locked, Busy {}

    /** It was right, and {@code value} came of it. */
    record Right<T>(T value) implements Outcome<T> {}

    /** It was wrong, and was counted. */
    record Wrong<T>() implements Outcome<T> {}

    /** The login is locked; the guess was not looked at, or is not told. */
    record Locked<T>(Duration retryAfter) implements Outcome<T> {}

    /** Too much hashing waits already; nothing was checked or counted. */
    record Busy<T>(Duration retryAfter) implements Outcome<T> {}

    /**
     * Tries {@code password}. Where it is right {@code settle} is run: by one statement it does what the guess was for,
     * unless the credential has changed or was locked since it was read, which it says by an empty answer.
     */
    <T> Future<Outcome<T>> attempt(CredentialStore.Stored credential, Password password,
            Function<CredentialStore.Stored, Future<Optional<T>>> settle) {
        Optional<Duration> locked = remaining(credential);
        if (locked.isPresent()) {
            return Future.succeededFuture(new Locked<>(locked.get()));
        }
        return hasher.check(password, credential.phc()).compose(outcome -> switch (outcome) {
            case PasswordHasher.Overloaded(Duration retryAfter) ->
                Future.<Outcome<T>>succeededFuture(new Busy<>(retryAfter));
            case PasswordHasher.Checked(boolean matches) ->
                matches ? settle(credential, settle) : this.<T>countFailure(credential);
        });
    }

    /** Does what a guess was for whose password is known to be right: it was set a moment ago. */
    <T> Future<Outcome<T>> settle(CredentialStore.Stored credential,
            Function<CredentialStore.Stored, Future<Optional<T>>> settle) {
        return settle.apply(credential).compose(value -> value.isPresent()
                ? Future.<Outcome<T>>succeededFuture(new Right<>(value.get()))
                : this.<T>readLock(credential));
    }

    private <T> Future<Outcome<T>> countFailure(CredentialStore.Stored credential) {
        Instant lockedUntil = clock.instant().plus(lockout.duration());
        return credentials.countFailure(db, credential.login(), lockout.failuresMax(), lockedUntil)
                .compose(counted -> counted
                        ? Future.<Outcome<T>>succeededFuture(new Wrong<>())
                        : this.<T>readLock(credential));
    }

    private <T> Future<Outcome<T>> readLock(CredentialStore.Stored credential) {
        return credentials.read(db, credential.login()).map(now -> now
                .flatMap(this::remaining)
                .<Outcome<T>>map(Locked::new)
                .orElseGet(Wrong::new));
    }

    private Optional<Duration> remaining(CredentialStore.Stored credential) {
        Instant now = clock.instant();
        return Optional.ofNullable(credential.lockedUntil())
                .filter(now::isBefore)
                .map(until -> Duration.between(now, until));
    }
}
