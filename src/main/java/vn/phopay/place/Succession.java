package vn.phopay.place;

/**
 * That one area followed another.
 *
 * @param oldPlaceId the area that ended
 * @param newPlaceId the area that holds all or a part of it from then on
 * @param split whether only a part of the old one lies in this new one, and the rest in others
 */
public record Succession(String oldPlaceId, String newPlaceId, boolean split) {}
