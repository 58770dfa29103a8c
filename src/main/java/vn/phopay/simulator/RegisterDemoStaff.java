package vn.phopay.simulator;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Set;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.Login;
import vn.phopay.access.Password;
import vn.phopay.access.PasswordHasher;
import vn.phopay.access.RegisterStaff;
import vn.phopay.bank.BankStore.NewBank;
import vn.phopay.bank.KeyAlgorithm;
import vn.phopay.bank.ManageBanks.KeyAdded;
import vn.phopay.bank.ManageBanks.NewKey;
import vn.phopay.db.Sql;

/** Registers the demo's bank, which marks the database as a demo's, and the logins of its staff; each once. */
final class RegisterDemoStaff {
    private static final Sql READ_MARKS = Sql.load("simulator/read_demo_marks");

    private final DemoParts parts;

    RegisterDemoStaff(DemoParts parts) {
        this.parts = parts;
    }

    /** Throws {@link DemoRefusedException} where the database holds merchants of somebody else. */
    void register() {
        parts.inTransaction(this::registerBank);
        DemoLogin.ALL.stream().filter(login -> login.role().isStaff()).forEach(this::registerLogin);
    }

    private boolean registerBank(SqlConnection transaction) {
        var marks = Future.await(READ_MARKS.execute(transaction, Tuple.of(DemoParts.BANK_CODE))).iterator().next();
        if (marks.getBoolean("is_demo")) {
            return false;
        }
        if (marks.getBoolean("has_merchants")) {
            throw new DemoRefusedException();
        }
        NewBank bank = new NewBank(DemoParts.BANK_CODE, DemoCity.BANK_BIN, "Demo bank (simulated)");
        AuditEntry.Actor actor = new AuditEntry.Actor(DemoParts.ACTOR, "SYSTEM", null);
        boolean registered = parts.banks().register(transaction, bank, actor);
        KeyAdded key = parts.banks().addKey(
                transaction, NewKey.drawn(DemoParts.BANK_CODE, KeyAlgorithm.HMAC_SHA256), actor);
        if (!registered || !(key instanceof KeyAdded.Added)) {
            throw new IllegalStateException("two demos start on one database at the same time");
        }
        return true;
    }

    private void registerLogin(DemoLogin login) {
        Login name = Login.parseStaff(login.login()).orElseThrow();
        Password password = Password.parse(login.password()).orElseThrow();
        RegisterStaff.Request request = new RegisterStaff.Request(
                name, "Demo " + login.role().name(), login.role(), Set.of(), password);
        PasswordHasher.Hashed hash = DemoParts.hash(parts.hasher(), password);
        // Taken: an earlier start has registered it. The insert does nothing then, so the transaction may commit.
        parts.inTransaction(transaction ->
                Future.await(parts.staff().register(transaction, request, hash, AuditEntry.Actor.system())));
    }
}
