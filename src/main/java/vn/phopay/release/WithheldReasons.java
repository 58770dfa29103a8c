package vn.phopay.release;

import java.util.Arrays;
import java.util.List;
import vn.phopay.disclosure.Reason;

/** Why values are withheld, by the names that files have. */
public final class WithheldReasons {
    private WithheldReasons() {}

    /** All reasons, in the order in which rules are tried. */
    public static List<String> names() {
        return Arrays.stream(Reason.values()).map(Reason::name).toList();
    }
}
