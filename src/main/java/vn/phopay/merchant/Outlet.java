package vn.phopay.merchant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.phopay.identity.OutletId;

/**
 * One of a merchant's outlets and where it stands now.
 *
 * @param id its id
 * @param name its name
 * @param address its street address, as people say it
 * @param location where it stands
 * @param createdAt when it was registered
 */
public record Outlet(OutletId id, String name, String address, Location location, Instant createdAt) {
    /**
     * The open edition of its location, in public codes.
     *
     * @param since first business date on which it stands there
     * @param districtCode GSO code of the district
     * @param wardCode GSO code of the ward
     * @param streetId public id of the street
     */
    public record Location(
            LocalDate since, String districtCode, Optional<String> wardCode, Optional<String> streetId) {}
}
