package vn.phopay.access;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.db.Sql;
import vn.phopay.db.SqlOutcome;
import vn.phopay.identity.MerchantId;

/** Keeps the ways to log in. */
public final class CredentialStore {
    private static final String LOGIN_UNIQUE = "credential_pk";
    private static final Sql INSERT = Sql.load("access/insert_credential");
    private static final Sql READ = Sql.load("access/read_credential");
    private static final Sql READ_OF_SUBJECT = Sql.load("access/read_credential_of_subject");
    private static final Sql CONFIRM = Sql.load("access/confirm_password");
    private static final Sql UPDATE_PASSWORD = Sql.load("access/update_password");
    private static final Sql COUNT_FAILURE = Sql.load("access/count_failure");
    private static final Sql CHOOSE_PASSWORD = Sql.load("access/choose_password");
    private static final Sql MOVE_MERCHANT = Sql.load("access/move_merchant_credential");

    private final Clock clock;

    /** A store whose rows are stamped by {@code clock}. */
    public CredentialStore(Clock clock) {
        this.clock = clock;
    }

    /** What came of an insert. */
    public enum Insertion {
        /** The login is new and stored. */
        INSERTED,
        /** Somebody has this login; nothing was written and the transaction goes on. */
        LOGIN_TAKEN
    }

    /**
     * What a log-in is checked against.
     *
     * @param phc the password's hash
     * @param lockedUntil when the last lock ends or ended; null where there was none since the last success
     */
    public record Stored(Login login, String phc, @Nullable Instant lockedUntil) {
        /** Hides the hash. */
        @Override
        public String toString() {
            return "Stored[***]";
        }
    }

    /** Lets a merchant log in with its phone number; {@code phc} is from {@link PasswordHasher#hash}. */
    public Future<Insertion> insertForMerchant(
            SqlClient transaction, PhoneNumber phone, MerchantId merchant, String phc) {
        return insert(transaction, Login.of(phone), new Subject(merchant.value(), "MERCHANT"), new Kept(phc, false));
    }

    /** Lets a member of staff log in. */
    Future<Insertion> insertForStaff(SqlClient transaction, StaffMember staff, Kept password) {
        return insert(transaction, staff.login(), new Subject(staff.id().value(), "STAFF"), password);
    }

    /** The credential of {@code login}; empty where nobody has it. */
    Future<Optional<Stored>> read(SqlClient db, Login login) {
        return READ.execute(db, Tuple.of(login.value())).map(CredentialStore::first);
    }

    /** The credential of a merchant or member of staff; empty where it has none. */
    Future<Optional<Stored>> readOf(SqlClient db, UUID subject) {
        return READ_OF_SUBJECT.execute(db, Tuple.of(subject)).map(CredentialStore::first);
    }

    /**
     * Forgets the failures of a credential whose password was right; empty where it has changed or was locked since it
     * was read, and then nothing was written.
     */
    Future<Optional<Stored>> confirm(SqlClient db, Stored credential) {
        return CONFIRM.execute(db, Tuple.of(credential.login().value(), credential.phc(), at(clock.instant())))
                .map(rows -> rows.rowCount() == 1 ? Optional.of(credential) : Optional.empty());
    }

    /** Writes a new password in place of {@code old}'s; false where that is no longer the credential's. */
    Future<Boolean> changePassword(SqlClient transaction, Stored old, String phc) {
        return UPDATE_PASSWORD.execute(transaction, Tuple.of(old.login().value(), old.phc(), phc))
                .map(rows -> rows.rowCount() == 1);
    }

    /**
     * Counts one wrong password, and locks the login until {@code lockedUntil} where it was the {@code failuresMax}th
     * in a row; false where the login was locked meanwhile. One statement, so that no guess goes uncounted.
     */
    Future<Boolean> countFailure(SqlClient db, Login login, int failuresMax, Instant lockedUntil) {
        Tuple parameters = Tuple.of(login.value(), at(clock.instant()), failuresMax, at(lockedUntil));
        return COUNT_FAILURE.execute(db, parameters).map(rows -> rows.rowCount() == 1);
    }

    private static Optional<Stored> first(RowSet<Row> rows) {
        if (rows.rowCount() == 0) {
            return Optional.empty();
        }
        Row row = rows.iterator().next();
        OffsetDateTime lockedUntil = row.getOffsetDateTime("locked_until");
        Instant instant = lockedUntil == null ? null : lockedUntil.toInstant();
        return Optional.of(new Stored(new Login(row.getString("login")), row.getString("password_hash"), instant));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Lets a merchant log in by another number; where somebody has it: false, and the transaction is lost. */
    public Future<Boolean> moveMerchant(SqlClient transaction, PhoneNumber phone, MerchantId merchant) {
        return MOVE_MERCHANT.execute(transaction, Tuple.of(merchant.value(), Login.of(phone).value()))
                .map(true)
                .recover(fault -> SqlOutcome.broke(fault, LOGIN_UNIQUE)
                        ? Future.succeededFuture(false)
                        : Future.failedFuture(fault));
    }

    /** Gives a merchant another password and forgets failures and locks; false where it has no login. */
    public Future<Boolean> choosePassword(SqlClient transaction, MerchantId merchant, PasswordHasher.Hashed hash) {
        return CHOOSE_PASSWORD.execute(transaction, Tuple.of(merchant.value(), hash.phc()))
                .map(rows -> rows.rowCount() == 1);
    }

    /**
     * A password as it is kept.
     *
     * @param phc its hash
     * @param temporary whether somebody else made it, so that its owner must choose another one first
     */
    record Kept(String phc, boolean temporary) {
        /** Hides the hash. */
        @Override
        public String toString() {
            return "Kept[***]";
        }
    }

    private record Subject(UUID id, String kind) {}

    private Future<Insertion> insert(SqlClient transaction, Login login, Subject subject, Kept password) {
        OffsetDateTime now = at(clock.instant());
        return INSERT.execute(transaction, Tuple.of(
                        login.value(), subject.id(), subject.kind(), password.phc(), now, password.temporary()))
                .map(rows -> rows.rowCount() == 1 ? Insertion.INSERTED : Insertion.LOGIN_TAKEN);
    }
}
