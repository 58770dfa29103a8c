package vn.phopay.issuing;

import java.time.Instant;
import vn.phopay.access.AuditEntry;

/**
 * A code taken back.
 *
 * @param serial what its signature calls it
 * @param revokedAt since when
 * @param expiresAt the code's own last moment: after it the published list no longer needs the serial
 * @param actor who took it back
 * @param reason why
 */
record Revocation(String serial, Instant revokedAt, Instant expiresAt, AuditEntry.Actor actor, String reason) {}
