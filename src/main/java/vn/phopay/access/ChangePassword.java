package vn.phopay.access;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.UUID;

/**
 * Changes a password, for whom knows the old one, and ends all other sessions: whoever else was logged in is out. A
 * log-in with the old password that runs at the same time either ends here with the others or is refused.
 */
public final class ChangePassword {
    private final ConfirmPassword confirm;
    private final PasswordHasher hasher;
    private final CredentialStore credentials;
    private final SessionList sessions;
    private final AuditLog audit;

    /** Changes in {@code credentials}, hashed by {@code hasher}, what {@code confirm} has confirmed. */
    public ChangePassword(ConfirmPassword confirm, PasswordHasher hasher, CredentialStore credentials,
            SessionList sessions, AuditLog audit) {
        this.confirm = confirm;
        this.hasher = hasher;
        this.credentials = credentials;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** What came of the slow part, which holds no connection. */
    public sealed interface Preparation permits Ready, Refused, SameAsBefore {}

    /** The old password was right, the new one is hashed. */
    public record Ready(CredentialStore.Stored old, PasswordHasher.Hashed hash) implements Preparation {}

    /** The old password was not right, or could not be looked at. */
    public record Refused(ConfirmPassword.Refused why) implements Preparation {}

    /** The new password is the old one. */
    public record SameAsBefore() implements Preparation {}

    /** What came of the change. */
    public sealed interface Outcome permits Changed, Overtaken {}

    /** It is changed once the transaction commits; so many other sessions have ended. */
    public record Changed(int sessionsEnded) implements Outcome {}

    /** It was changed by somebody else meanwhile; nothing was written. */
    public record Overtaken() implements Outcome {}

    /** Checks the old password and hashes the new one; runs on a virtual thread, before the transaction. */
    public Preparation prepare(UUID subject, String typedOld, Password next) {
        return switch (Future.await(confirm.confirm(subject, typedOld))) {
            case ConfirmPassword.Refused why -> new Refused(why);
            case ConfirmPassword.Confirmed(CredentialStore.Stored old) -> Password.typed(typedOld).equals(next)
                    ? new SameAsBefore()
                    : hashed(old, next);
        };
    }

    private Preparation hashed(CredentialStore.Stored old, Password next) {
        return switch (Future.await(hasher.hash(next))) {
            case PasswordHasher.Hashed hash -> new Ready(old, hash);
            case PasswordHasher.Overloaded overloaded ->
                new Refused(new ConfirmPassword.Busy(overloaded.retryAfter()));
        };
    }

    /** Writes through {@code transaction}; runs on a virtual thread. */
    public Outcome change(SqlClient transaction, Ready ready, SessionList.Asker asker) {
        if (!Future.await(credentials.changePassword(transaction, ready.old(), ready.hash().phc()))) {
            return new Overtaken();
        }
        Future.await(audit.record(transaction, AuditEntry.ofSelf(asker.actor(), "credential.change-password")));
        Future.await(sessions.free(transaction, asker));
        return new Changed(Future.await(sessions.endOthers(transaction, asker)));
    }
}
