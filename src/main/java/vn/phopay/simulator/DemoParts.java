package vn.phopay.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import vn.phopay.access.CredentialStore;
import vn.phopay.access.Password;
import vn.phopay.access.PasswordHasher;
import vn.phopay.access.RegisterStaff;
import vn.phopay.bank.ManageBanks;
import vn.phopay.identity.IdSource;
import vn.phopay.issuing.IssueQrCode;
import vn.phopay.payment.RecordDelivery;
import vn.phopay.place.PlaceDirectory;

/**
 * What the demo works with: parts of the running service.
 *
 * @param vertx the toolkit's instance
 * @param clock the one clock
 * @param pool the database
 * @param ids names new things
 * @param places where shops can stand
 * @param credentials keeps logins
 * @param hasher hashes the few passwords that are told to people
 * @param staff registers staff
 * @param banks registers the demo bank
 * @param issue issues printed codes
 * @param record records payments of past days
 */
public record DemoParts(
        Vertx vertx,
        Clock clock,
        Pool pool,
        IdSource ids,
        PlaceDirectory places,
        CredentialStore credentials,
        PasswordHasher hasher,
        RegisterStaff staff,
        ManageBanks banks,
        IssueQrCode issue,
        RecordDelivery record) {
    /** The code of the bank that sends the demo's callbacks; a database that has it is a demo's. */
    public static final String BANK_CODE = "demobank";
    /** Who did it, in the audit log. */
    static final UUID ACTOR = new UUID(0x7000L, 0x80000000000000deL);

    /** Hashes a password; on a virtual thread. Throws where the hasher has too much to do. */
    static PasswordHasher.Hashed hash(PasswordHasher hasher, Password password) {
        if (Future.await(hasher.hash(password)) instanceof PasswordHasher.Hashed hash) {
            return hash;
        }
        throw new IllegalStateException("too many passwords are being hashed for the demo to register its own");
    }

    /** Runs {@code work} in one transaction; on a virtual thread. Rolls back and throws what it throws. */
    <T> T inTransaction(Function<SqlConnection, T> work) {
        SqlConnection connection = Future.await(pool.getConnection());
        try {
            return inTransaction(connection, work);
        } finally {
            Future.await(connection.close());
        }
    }

    private static <T> T inTransaction(SqlConnection connection, Function<SqlConnection, T> work) {
        Transaction transaction = Future.await(connection.begin());
        T result;
        try {
            result = work.apply(connection);
        } catch (RuntimeException fault) {
            Future.await(transaction.rollback());
            throw fault;
        }
        Future.await(transaction.commit());
        return result;
    }
}
