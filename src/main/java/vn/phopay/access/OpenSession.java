package vn.phopay.access;

import java.time.Instant;
import vn.phopay.identity.SessionId;

/**
 * One log-in of somebody that has not ended, as its owner is shown it. The secret behind it is not in it.
 *
 * @param id what it is called by; it opens nothing
 * @param device what its browser told of itself
 * @param openedAt when somebody logged in
 * @param seenAt when it was last used, to the hour
 * @param expiresAt when it ends by itself
 * @param asking whether the call that asks came by it
 */
public record OpenSession(
        SessionId id, DeviceLabel device, Instant openedAt, Instant seenAt, Instant expiresAt, boolean asking) {}
