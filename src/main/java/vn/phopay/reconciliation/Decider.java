package vn.phopay.reconciliation;

import java.util.Optional;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.Principal;

/**
 * Who acts on a case, and on which version of it.
 *
 * @param principal a member of staff
 * @param requestId the request in which it happens, for the audit log
 * @param version the version that was read; empty to act on whichever is there
 */
public record Decider(Principal principal, String requestId, Optional<Long> version) {
    /** As acts and the audit log name it. */
    AuditEntry.Actor actor() {
        return AuditEntry.Actor.of(principal, requestId);
    }
}
