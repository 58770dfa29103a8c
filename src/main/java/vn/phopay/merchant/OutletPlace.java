package vn.phopay.merchant;

import java.util.Optional;
import vn.phopay.place.Place;

/**
 * Where an outlet stands, on some date; made by {@link LocateOutlet}, so that its parts fit together.
 *
 * @param district the district its figures count in
 * @param ward the ward, where known
 * @param street the street, where it is one that we keep
 */
public record OutletPlace(Place district, Optional<Place> ward, Optional<Place> street) {}
