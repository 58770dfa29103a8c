package vn.phopay.safety;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** How moments become parameters of statements. */
final class Moments {
    private Moments() {}

    static OffsetDateTime timestamp(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
