package vn.phopay.place;

import io.vertx.core.json.JsonObject;

/**
 * That one place lies in another: a street in a district, ward or zone; a ward in the districts of old; a zone in both.
 *
 * @param memberPlaceId the place that lies inside
 * @param containerPlaceId the place it lies in
 * @param segment the part of the member that is meant, as people describe it; empty means all of it
 * @param validity when it lies there
 * @param details further facts with their confidence
 */
public record Membership(
        String memberPlaceId, String containerPlaceId, String segment, Validity validity, JsonObject details) {
    /** Member of {@link #details()} on a ward's membership: whether this is the district its figures belong to. */
    public static final String PRINCIPAL = "principal";

    /** Copies {@code details}. */
    public Membership {
        details = details.copy();
    }

    /** A copy of the further facts. */
    @Override
    public JsonObject details() {
        return details.copy();
    }

    /** Whether a ward's figures belong to this district, and it does not merely touch it. */
    public boolean isPrincipal() {
        return details.getBoolean(PRINCIPAL, true);
    }
}
