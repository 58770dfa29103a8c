package vn.phopay.identity;

import java.util.Optional;
import java.util.UUID;

/** The id of a member of the city's staff; written {@code stf_…}. */
public record StaffId(UUID value) {
    private static final String PREFIX = "stf";

    /** Reads the public form; empty where {@code text} is not the id of a member of the city's staff. */
    public static Optional<StaffId> parse(String text) {
        return PublicId.parse(PREFIX, text).map(StaffId::new);
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
