package vn.phopay.merchant;

import vn.phopay.access.AuditEntry;
import vn.phopay.access.Principal;

/**
 * Who asks for a change, and in which request.
 *
 * @param principal the owner or a member of staff
 * @param requestId the request, for the audit log
 */
public record Caller(Principal principal, String requestId) {
    /** As the audit log names it. */
    AuditEntry.Actor actor() {
        return AuditEntry.Actor.of(principal, requestId);
    }
}
