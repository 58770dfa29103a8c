package vn.phopay.access;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.StaffId;

/**
 * Who did what to whom, and why.
 *
 * @param actor who did it
 * @param action what was done, in the form {@code merchant.approve}
 * @param subjectKind what kind of thing it was done to, in capitals: {@code MERCHANT}, {@code STAFF}
 * @param subjectId its public id
 * @param reason why, in the actor's words; null where none was given
 * @param details what else a reader of the log needs; never passwords, phone numbers or account numbers
 */
public record AuditEntry(
        Actor actor,
        String action,
        String subjectKind,
        String subjectId,
        @Nullable String reason,
        JsonObject details) {

    /** Copies {@code details}. */
    public AuditEntry {
        details = details.copy();
    }

    /** An entry without reason and details. */
    public static AuditEntry of(Actor actor, String action, String subjectKind, String subjectId) {
        return new AuditEntry(actor, action, subjectKind, subjectId, null, new JsonObject());
    }

    /** An entry about what somebody with a session did to himself. */
    static AuditEntry ofSelf(Actor actor, String action) {
        boolean owner = actor.role().equals(Role.MERCHANT.name());
        String id = owner ? new MerchantId(actor.requireId()).toString() : new StaffId(actor.requireId()).toString();
        return of(actor, action, owner ? "MERCHANT" : "STAFF", id);
    }

    /** The same entry, done for {@code why}. */
    public AuditEntry because(@Nullable String why) {
        return new AuditEntry(actor, action, subjectKind, subjectId, why, details);
    }

    /** The same entry with one more detail, a value that JSON knows. */
    public AuditEntry with(String name, Object value) {
        return new AuditEntry(actor, action, subjectKind, subjectId, reason, details.copy().put(name, value));
    }

    /**
     * Who acted.
     *
     * @param id the merchant or staff member; null where nobody was logged in
     * @param role the role's name, {@code ANYONE} without a session, {@code SYSTEM} for the service itself
     * @param requestId the request in which it happened; null outside of requests
     */
    public record Actor(@Nullable UUID id, String role, @Nullable String requestId) {
        /** Whoever is behind the session of a request. */
        public static Actor of(Principal principal, String requestId) {
            return new Actor(principal.subjectId(), principal.role().name(), requestId);
        }

        /** The id of somebody with a session; {@link IllegalStateException} where nobody was logged in. */
        public UUID requireId() {
            if (id == null) {
                throw new IllegalStateException("only somebody with a session does this");
            }
            return id;
        }

        /** Somebody without a session. */
        public static Actor anyone(String requestId) {
            return new Actor(null, "ANYONE", requestId);
        }

        /** The service itself: a job, or the first start. */
        public static Actor system() {
            return new Actor(null, "SYSTEM", null);
        }
    }
}
