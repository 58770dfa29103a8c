package vn.phopay.access;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.access.CredentialStore.Insertion;
import vn.phopay.access.PasswordHasher.Hashed;
import vn.phopay.config.AccessConfig;
import vn.phopay.identity.StaffId;

/**
 * Makes the first administrator at the first start: the one that the settings name, or {@code admin} with a random
 * password. Its id is fixed, so that of several instances starting together exactly one makes it, whatever logins they
 * were given: {@code staff_pk} decides. Once there is any administrator, the settings have no effect any more.
 */
public final class EnsureFirstAdmin {
    /** The id of the first administrator in every installation. */
    static final StaffId FIRST = new StaffId(new UUID(0x7000L, 0x8000000000000001L));

    private static final String LOGIN = "admin";
    private static final String PASSWORD_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int PASSWORD_LENGTH = 20;

    private final Pool pool;
    private final RegisterStaff.Parts parts;
    private final StaffStore store;

    /** What came of it. */
    public sealed interface Result permits AlreadyThere, Made {}

    /** There is an administrator; nothing was written. */
    public record AlreadyThere() implements Result {}

    /** Made, with the login and password of the settings, or with {@code randomPassword}, to be printed once. */
    public record Made(String login, Optional<String> randomPassword) implements Result {
        /** Hides the password. */
        @Override
        public String toString() {
            return "Made[login=" + login + "]";
        }
    }

    /** Works on {@code pool}; rows are stamped by {@code clock}. */
    public EnsureFirstAdmin(Pool pool, RegisterStaff.Parts parts, Clock clock) {
        this.pool = pool;
        this.parts = parts;
        this.store = new StaffStore(parts.credentials(), clock);
    }

    /**
     * Makes the administrator that {@code configured} names, or a random one where it is null; does nothing where there
     * is one. Fails with {@link IllegalArgumentException} where the settings break the rules of logins or passwords.
     */
    public Future<Result> ensure(AccessConfig.@Nullable Admin configured) {
        return store.hasAdmin(pool).compose(there -> there
                ? Future.succeededFuture(new AlreadyThere())
                : make(configured));
    }

    private Future<Result> make(AccessConfig.@Nullable Admin configured) {
        Optional<String> random = configured == null ? Optional.of(randomPassword()) : Optional.empty();
        String login = configured == null ? LOGIN : configured.login();
        String password = configured == null ? random.orElseThrow() : configured.password();
        StaffMember member = new StaffMember(FIRST, checkedLogin(login), "Administrator", Role.ADMIN, Set.of());
        return parts.hasher().hash(checkedPassword(password))
                .map(EnsureFirstAdmin::phc)
                .compose(phc -> pool.withTransaction(tx -> insert(tx, new StaffStore.NewStaff(
                        member, new CredentialStore.Kept(phc, false)))))
                .map(made -> made ? new Made(member.login().value(), random) : new AlreadyThere());
    }

    private Future<Boolean> insert(SqlConnection transaction, StaffStore.NewStaff staff) {
        return store.insertFirstAdmin(transaction, staff).compose(insertion -> insertion == Insertion.INSERTED
                ? audit(transaction, staff.member()).map(true)
                : Future.succeededFuture(false));
    }

    private Future<Void> audit(SqlConnection transaction, StaffMember member) {
        return parts.auditLog().record(transaction, RegisterStaff.toEntry(member, AuditEntry.Actor.system()));
    }

    private static Login checkedLogin(String login) {
        return Login.parseStaff(login)
                .orElseThrow(() -> new IllegalArgumentException("PHOPAY_ADMIN_LOGIN " + Login.STAFF_RULE));
    }

    private static Password checkedPassword(String password) {
        return Password.parse(password)
                .orElseThrow(() -> new IllegalArgumentException("PHOPAY_ADMIN_PASSWORD " + Password.RULE));
    }

    private static String phc(PasswordHasher.HashOutcome outcome) {
        if (outcome instanceof Hashed hashed) {
            return hashed.phc();
        }
        throw new IllegalStateException("too many passwords are being hashed while the service starts");
    }

    private static String randomPassword() {
        StringBuilder password = new StringBuilder();
        new SecureRandom().ints(PASSWORD_LENGTH, 0, PASSWORD_ALPHABET.length())
                .forEach(digit -> password.append(PASSWORD_ALPHABET.charAt(digit)));
        return password.toString();
    }
}
