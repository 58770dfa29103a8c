package vn.phopay.access;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * Asks somebody who is logged in for his password once more, before a step that a stranger with his unlocked phone must
 * not take. Guesses count and lock as those at log-in do, and with them.
 */
public final class ConfirmPassword {
    private final SqlClient db;
    private final CredentialStore credentials;
    private final PasswordTrial trial;

    /** Confirms in {@code db}, outside of any transaction, by the rules of {@code lockout}. */
    public ConfirmPassword(SqlClient db, LogIn.Parts parts, LogIn.Lockout lockout, Clock clock) {
        this.db = db;
        this.credentials = parts.credentials();
        this.trial = new PasswordTrial(db, parts.credentials(), parts.hasher(), lockout, clock);
    }

    /** What came of it. */
    public sealed interface Outcome permits Confirmed, Refused {}

    /** It is he; {@code proof} is what was confirmed. */
    public record Confirmed(CredentialStore.Stored proof) implements Outcome {}

    /** Why the step must not be taken. */
    public sealed interface Refused extends Outcome permits Wrong, Locked, Busy {}

    /** The password is wrong; it was counted. */
    public record Wrong() implements Refused {}

    /** Too many failures in a row; the password was not looked at, or is not told. */
    public record Locked(Duration retryAfter) implements Refused {}

    /** Too much hashing waits already; nothing was checked or counted. */
    public record Busy(Duration retryAfter) implements Refused {}

    /** Checks {@code typed} against the password of {@code subject}; fails only on a fault. */
    public Future<Outcome> confirm(UUID subject, String typed) {
        return credentials.readOf(db, subject).compose(found -> found.isEmpty()
                ? Future.succeededFuture(new Wrong())
                : trial.attempt(found.get(), Password.typed(typed), right -> credentials.confirm(db, right))
                        .map(ConfirmPassword::toOutcome));
    }

    private static Outcome toOutcome(PasswordTrial.Outcome<CredentialStore.Stored> outcome) {
        return switch (outcome) {
            case PasswordTrial.Right(CredentialStore.Stored proof) -> new Confirmed(proof);
            case PasswordTrial.Wrong<CredentialStore.Stored> wrong -> new Wrong();
            case PasswordTrial.Locked(Duration retryAfter) -> new Locked(retryAfter);
            case PasswordTrial.Busy(Duration retryAfter) -> new Busy(retryAfter);
        };
    }
}
