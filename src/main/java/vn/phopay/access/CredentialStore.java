package vn.phopay.access;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import vn.phopay.db.Sql;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.StaffId;

/** Keeps the ways to log in. */
public final class CredentialStore {
    private static final Sql INSERT = Sql.load("access/insert_credential");

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

    /** Lets a merchant log in with its phone number; {@code phc} is from {@link PasswordHasher#hash}. */
    public Future<Insertion> insertForMerchant(SqlClient transaction, PhoneNumber phone, MerchantId merchant, String phc) {
        return insert(transaction, Login.of(phone), new Subject(merchant.value(), "MERCHANT"), phc);
    }

    /** Lets a member of staff log in. */
    public Future<Insertion> insertForStaff(SqlClient transaction, Login login, StaffId staff, String phc) {
        return insert(transaction, login, new Subject(staff.value(), "STAFF"), phc);
    }

    private record Subject(UUID id, String kind) {}

    private Future<Insertion> insert(SqlClient transaction, Login login, Subject subject, String phc) {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return INSERT.execute(transaction, Tuple.of(login.value(), subject.id(), subject.kind(), phc, now))
                .map(rows -> rows.rowCount() == 1 ? Insertion.INSERTED : Insertion.LOGIN_TAKEN);
    }
}
