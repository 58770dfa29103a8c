package vn.phopay.merchant;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A merge patch (RFC 7396) of an outlet: what is not named stays as it is.
 *
 * @param name changed name
 * @param address changed address
 * @param districtCode changed district
 * @param ward changed ward
 * @param street changed street
 */
public record OutletPatch(
        Optional<String> name,
        Optional<String> address,
        Optional<String> districtCode,
        Member ward,
        Member street) {
    /**
     * A member that can be removed.
     *
     * @param named whether the patch names it
     * @param value its new value; null removes it
     */
    public record Member(boolean named, @Nullable String value) {
        /** What stands there after the patch. */
        Optional<String> orElse(Optional<String> old) {
            return named ? Optional.ofNullable(value) : old;
        }
    }

    /**
     * Where the outlet says it stands after the patch. In another district, a ward and street that are not named are
     * left behind; on another street, a ward that is not named is found anew.
     */
    LocateOutlet.Address applyTo(Outlet.Location old) {
        String district = districtCode.orElse(old.districtCode());
        boolean elsewhere = !district.equals(old.districtCode());
        Optional<String> newStreet = street.orElse(elsewhere ? Optional.empty() : old.streetId());
        boolean sameStreet = newStreet.equals(old.streetId());
        Optional<String> newWard = ward.orElse(sameStreet && !elsewhere ? old.wardCode() : Optional.empty());
        return new LocateOutlet.Address(district, newWard, newStreet);
    }

    /** Whether the patch names any place. */
    boolean moves() {
        return districtCode.isPresent() || ward.named() || street.named();
    }
}
