package vn.phopay.live;

import java.util.Optional;
import vn.phopay.event.EventKind;
import vn.phopay.event.MerchantEvent;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;

/**
 * Whose payments somebody hears.
 *
 * @param merchant the payee
 * @param outlet its one outlet; empty for all
 */
public record Hearing(MerchantId merchant, Optional<OutletId> outlet) {
    /**
     * Whether this event is told. Of a payment that is not the merchant's after all nobody knows any more which outlet
     * it was thought to be of, so everybody is told to take it off the screen; nothing else is said of it.
     */
    public boolean hears(MerchantEvent event) {
        return event.kind() == EventKind.UNASSIGNED || outlet.isEmpty()
                || outlet.get().value().equals(event.payment().attribution().outletId());
    }
}
