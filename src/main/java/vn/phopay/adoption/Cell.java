package vn.phopay.adoption;

/**
 * The outlets of one day that stand in the same district, ward and street. The cells of a day are disjoint, and the
 * figures of a place are sums over its cells.
 *
 * @param district place id
 * @param ward place id; empty for none
 * @param street place id; empty for none
 * @param outlets how many outlets contributed
 */
public record Cell(String district, String ward, String street, long outlets) {
    /** What stands in place of a ward or street where there is none. */
    public static final String NONE = "";
}
