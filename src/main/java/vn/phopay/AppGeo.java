package vn.phopay;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import vn.phopay.geo.ApplyEditions;
import vn.phopay.geo.BaselineSheet;
import vn.phopay.geo.BaselineStore;
import vn.phopay.geo.EditionStore;
import vn.phopay.geo.SetBaselines;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.http.adoption.PutBaselines;
import vn.phopay.place.PlaceStore;
import vn.phopay.place.RefreshPlaces;
import vn.phopay.zone.WriteOpenSpans;

/** Wires geography by date: editions of the wards, calendars of the zones, denominators. */
final class AppGeo {
    private static final Duration REFRESH_INTERVAL = Duration.ofSeconds(1);
    private static final Duration APPLY_INTERVAL = Duration.ofSeconds(30);
    private static final Duration SPANS_INTERVAL = Duration.ofHours(1);

    private final AppParts parts;
    private final BaselineStore baselines = new BaselineStore();
    private final EditionStore editions = new EditionStore();

    AppGeo(AppParts parts) {
        this.parts = parts;
    }

    /** Work that comes again and again: its name, the pause between two runs, and the work. */
    record Job(String name, Duration interval, Supplier<Future<?>> work) {}

    /** What programs call. */
    List<TransactionalEndpoint> endpoints() {
        return List.of(new PutBaselines(new BaselineSheet(parts.places()), setBaselines(), parts.clock()));
    }

    private SetBaselines setBaselines() {
        return new SetBaselines(baselines, parts.audit(), parts.clock());
    }

    /** Work that comes again and again. */
    List<Job> jobs() {
        RefreshPlaces refresh = new RefreshPlaces(new PlaceStore(), parts.places());
        ApplyEditions apply = new ApplyEditions(parts.pool(), editions, parts.audit(), parts.clock());
        WriteOpenSpans writeSpans = new WriteOpenSpans(parts.clock());
        return List.of(
                new Job("refresh-places", REFRESH_INTERVAL, () -> refresh.refresh(parts.pool())),
                new Job("apply-editions", APPLY_INTERVAL, () -> parts.threads().call(apply::run)),
                new Job("write-zone-spans", SPANS_INTERVAL, () -> parts.pool().withTransaction(writeSpans::write)));
    }
}
