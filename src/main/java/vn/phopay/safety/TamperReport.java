package vn.phopay.safety;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.SelfCheckId;

/**
 * Somebody says that a code was pasted over.
 *
 * @param key made by the form: sent twice it is one report
 * @param owner the shop's owner, where it is he who reports; a passer-by has no name
 * @param where where the code hangs
 * @param proof what shows it
 * @param contact how to reach who reports, if he likes
 */
public record TamperReport(
        UUID key, Optional<MerchantId> owner, Where where, Proof proof, Optional<String> contact) {
    /** Longest description of a place, in characters. */
    public static final int PLACE_LENGTH_MAX = 200;
    /** Longest note, in characters. */
    public static final int NOTE_LENGTH_MAX = 1_000;
    /** Longest contact, in characters. */
    public static final int CONTACT_LENGTH_MAX = 100;

    /** Where a code hangs: at an outlet of the owner, or at a place in a district that a passer-by describes. */
    public sealed interface Where permits AtOutlet, AtPlace {}

    /** At an outlet of the owner who reports. */
    public record AtOutlet(OutletId outlet) implements Where {}

    /**
     * At a place that is described.
     *
     * @param districtCode GSO code of the district
     * @param place shop and street in words
     */
    public record AtPlace(String districtCode, String place) implements Where {}

    /**
     * What shows it.
     *
     * @param check the owner's own check that raised the alarm
     * @param payload what a scan read, where no check names it
     * @param photo a photo
     * @param note what he has to say
     */
    public record Proof(
            Optional<SelfCheckId> check, Optional<String> payload, Optional<Photo> photo, Optional<String> note) {
        /** Whether there is anything for a desk to look at. */
        public boolean isEmpty() {
            return check.isEmpty() && payload.isEmpty() && photo.isEmpty() && note.isEmpty();
        }
    }

    @Nullable UUID ownerId() {
        return owner.map(MerchantId::value).orElse(null);
    }
}
