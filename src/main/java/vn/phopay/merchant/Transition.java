package vn.phopay.merchant;

import java.time.Instant;
import java.util.Optional;
import vn.phopay.access.AuditEntry;

/**
 * One step of a merchant's state, as it is kept.
 *
 * @param from where it stood; empty for the registration
 * @param to where it stands since
 * @param at when
 * @param actor who decided it
 * @param reason why, in the actor's words
 */
public record Transition(
        Optional<MerchantStatus> from,
        MerchantStatus to,
        Instant at,
        AuditEntry.Actor actor,
        Optional<String> reason) {}
