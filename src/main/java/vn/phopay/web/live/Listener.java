package vn.phopay.web.live;

import java.util.Optional;
import vn.phopay.access.ListenerPhone;
import vn.phopay.access.Principal;
import vn.phopay.identity.MerchantId;
import vn.phopay.live.Hearing;

/**
 * Who looks at the live page.
 *
 * @param hearing whose payments it hears
 * @param phone the phone's pairing; empty for the owner
 */
record Listener(Hearing hearing, Optional<ListenerPhone> phone) {
    static Listener owner(Principal owner) {
        return new Listener(new Hearing(new MerchantId(owner.subjectId()), Optional.empty()), Optional.empty());
    }

    static Listener paired(ListenerPhone phone) {
        return new Listener(
                new Hearing(phone.merchant(), phone.outlet().map(ListenerPhone.Outlet::id)), Optional.of(phone));
    }
}
