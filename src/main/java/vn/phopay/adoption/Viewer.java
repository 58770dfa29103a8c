package vn.phopay.adoption;

import java.util.Set;

/**
 * Who reads figures: what is not theirs to see whole, they see as outsiders.
 *
 * @param everything whether nothing is withheld from them
 * @param districtCodes districts of which they see everything
 */
public record Viewer(boolean everything, Set<String> districtCodes) {
    /** Anyone without a session, and merchants. */
    public static final Viewer OUTSIDER = new Viewer(false, Set.of());
    /** City staff that is not limited to districts. */
    public static final Viewer CITY = new Viewer(true, Set.of());

    /** Copies {@code districtCodes}. */
    public Viewer {
        districtCodes = Set.copyOf(districtCodes);
    }

    /** Whether they see everything of the district. */
    public boolean sees(String districtCode) {
        return everything || districtCodes.contains(districtCode);
    }

    /** Whether their answers are the same as anyone's. */
    public boolean isOutsider() {
        return !everything && districtCodes.isEmpty();
    }
}
