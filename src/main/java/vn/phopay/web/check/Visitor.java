package vn.phopay.web.check;

import java.util.Optional;
import java.util.UUID;
import vn.phopay.access.Role;
import vn.phopay.http.Call;
import vn.phopay.identity.MerchantId;

/** Who stands before a page of this feature, and the keys that its forms carry. */
final class Visitor {
    private Visitor() {}

    /** The shop whose owner calls; empty for everybody else. */
    static Optional<MerchantId> owner(Call call) {
        return Optional.ofNullable(call.caller())
                .filter(who -> who.role() == Role.MERCHANT)
                .map(who -> new MerchantId(who.subjectId()));
    }

    /** The shop of a page that only owners see. */
    static MerchantId requireOwner(Call call) {
        return new MerchantId(call.principal().subjectId());
    }

    /** The key that a form carries; empty for any other text. */
    static Optional<UUID> key(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(key -> key.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
