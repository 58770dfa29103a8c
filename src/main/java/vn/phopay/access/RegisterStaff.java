package vn.phopay.access;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.Set;
import vn.phopay.access.CredentialStore.Insertion;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.StaffId;

/** Registers a member of the city's staff with a login and a password. */
public final class RegisterStaff {
    private final Parts parts;
    private final IdSource ids;
    private final StaffStore store;

    /** What registering is made of. */
    public record Parts(CredentialStore credentials, PasswordHasher hasher, AuditLog auditLog) {}

    /**
     * Who is to be registered.
     *
     * @param districtCodes empty means all districts
     * @param passwordTemporary whether the new member must choose another password before anything else
     */
    public record Request(
            Login login,
            String name,
            Role role,
            Set<String> districtCodes,
            Password password,
            boolean passwordTemporary) {
        /** Copies {@code districtCodes}. */
        public Request {
            districtCodes = Set.copyOf(districtCodes);
        }

        /** With a password that stays until its owner changes it. */
        public Request(Login login, String name, Role role, Set<String> districtCodes, Password password) {
            this(login, name, role, districtCodes, password, false);
        }
    }

    /** What came of it. */
    public sealed interface Result permits Registered, LoginTaken {}

    /** The member is registered once the transaction commits. */
    public record Registered(StaffMember member) implements Result {}

    /** Somebody has this login; roll the transaction back. */
    public record LoginTaken() implements Result {}

    /** Registers members named by {@code ids} and stamped by {@code clock}. */
    public RegisterStaff(Parts parts, IdSource ids, Clock clock) {
        this.parts = parts;
        this.ids = ids;
        this.store = new StaffStore(parts.credentials(), clock);
    }

    /**
     * Registers {@code request}, whose password was hashed to {@code hash}, in {@code transaction} on behalf of
     * {@code actor}; fails only on a fault. Hash before the transaction begins: it is slow.
     */
    public Future<Result> register(
            SqlClient transaction, Request request, PasswordHasher.Hashed hash, AuditEntry.Actor actor) {
        StaffMember member = new StaffMember(
                new StaffId(ids.next()), request.login(), request.name(), request.role(), request.districtCodes());
        return store.insert(transaction, new StaffStore.NewStaff(
                        member, new CredentialStore.Kept(hash.phc(), request.passwordTemporary())), actor.id())
                .compose(insertion -> insertion == Insertion.INSERTED
                        ? parts.auditLog().record(transaction, toEntry(member, actor)).map(new Registered(member))
                        : Future.succeededFuture(new LoginTaken()));
    }

    static AuditEntry toEntry(StaffMember member, AuditEntry.Actor actor) {
        return AuditEntry.of(actor, "staff.register", "STAFF", member.id().toString())
                .with("role", member.role().name())
                .with("districtCodes", new JsonArray(member.districtCodes().stream().sorted().toList()));
    }
}
