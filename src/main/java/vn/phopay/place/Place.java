package vn.phopay.place;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A district, ward, street or zone for as long as its code means this one area.
 *
 * @param placeId ours and final, such as {@code district-002}, {@code ward-00070-2025}, {@code street-hang-ngang}
 * @param kind what sort of area
 * @param code the public code: GSO code of a district or ward, {@code streetId} of a street, id of a zone
 * @param nameVi Vietnamese name
 * @param nameEn English or folded name, where one is known
 * @param validity when the code means this area
 * @param details further facts with their confidence, as the seed files hold them
 */
public record Place(
        String placeId,
        PlaceKind kind,
        String code,
        String nameVi,
        @Nullable String nameEn,
        Validity validity,
        JsonObject details) {
    /** Copies {@code details}. */
    public Place {
        details = details.copy();
    }

    /** A copy of the further facts. */
    @Override
    public JsonObject details() {
        return details.copy();
    }
}
