package vn.phopay.adoption;

import java.util.Optional;

/**
 * Whose series is asked for: a street, else a district, else the whole city.
 *
 * @param districtCode GSO code of a district
 * @param streetId id of a street; with a district it must belong to that
 */
public record SeriesScope(Optional<String> districtCode, Optional<String> streetId) {}
