package vn.phopay.adoption;

import org.jspecify.annotations.Nullable;

/**
 * A place that has figures.
 *
 * @param placeId our final id
 * @param kind {@code DISTRICT}, {@code WARD} or {@code STREET}
 * @param code GSO code of a district or ward, id of a street
 * @param name Vietnamese name
 * @param premises trading premises, the denominator of the adoption rate; null without a baseline
 * @param target adoption rate to reach; null where none is set
 */
public record AdoptionPlace(
        String placeId, String kind, String code, String name, @Nullable Long premises, @Nullable Double target) {}
