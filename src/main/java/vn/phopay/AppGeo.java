package vn.phopay;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import vn.phopay.place.PlaceStore;
import vn.phopay.place.RefreshPlaces;
import vn.phopay.zone.WriteOpenSpans;

/** Wires geography by date: editions of the wards, calendars of the zones, denominators. */
final class AppGeo {
    private static final Duration REFRESH_INTERVAL = Duration.ofSeconds(1);
    private static final Duration SPANS_INTERVAL = Duration.ofHours(1);

    private final AppParts parts;

    AppGeo(AppParts parts) {
        this.parts = parts;
    }

    /** Work that comes again and again. */
    record Job(String name, Duration interval, Supplier<Future<?>> work) {}

    List<Job> jobs() {
        RefreshPlaces refresh = new RefreshPlaces(new PlaceStore(), parts.places());
        WriteOpenSpans writeSpans = new WriteOpenSpans(parts.clock());
        return List.of(
                new Job("refresh-places", REFRESH_INTERVAL, () -> refresh.refresh(parts.pool())),
                new Job("write-zone-spans", SPANS_INTERVAL, () -> parts.pool().withTransaction(writeSpans::write)));
    }
}
