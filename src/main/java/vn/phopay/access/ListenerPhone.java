package vn.phopay.access;

import java.time.Instant;
import java.util.Optional;
import vn.phopay.identity.ListenerPhoneId;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;

/**
 * A phone that hears a merchant's payments, or is invited to.
 *
 * @param merchant whose payments
 * @param outlet the one outlet whose payments it hears; empty for all of them
 * @param name what the owner calls it, as {@code Máy của Lan}
 * @param invitedUntil how long its invitation works, or worked
 * @param pairedAt since when it may listen; empty while it is only invited
 * @param lastHeardAt when it last listened, to a minute
 */
public record ListenerPhone(
        ListenerPhoneId id,
        MerchantId merchant,
        Optional<Outlet> outlet,
        String name,
        Instant invitedUntil,
        Optional<Instant> pairedAt,
        Optional<Instant> lastHeardAt) {
    /** Characters of a name, at most. */
    public static final int NAME_LENGTH_MAX = 40;

    /** An outlet as its owner calls it. */
    public record Outlet(OutletId id, String name) {}
}
