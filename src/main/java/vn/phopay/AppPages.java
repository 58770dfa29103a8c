package vn.phopay;

import io.vertx.core.Future;
import java.util.List;
import vn.phopay.http.Endpoint;
import vn.phopay.http.ops.GetDocs;
import vn.phopay.http.ops.GetDocsAsset;
import vn.phopay.http.ops.GetHealthLive;
import vn.phopay.http.ops.GetHealthReady;
import vn.phopay.http.ops.GetMetrics;
import vn.phopay.http.ops.GetOpenApi;
import vn.phopay.http.ops.Readiness;
import vn.phopay.http.ops.Readiness.Check;
import vn.phopay.payment.RecordDelivery;
import vn.phopay.web.AssetBook;
import vn.phopay.web.GetAsset;
import vn.phopay.web.GetLandingPage;

/** Wires the pages, the API's description, health and metrics. */
final class AppPages {
    private static final long READY_TIMEOUT_MS = 2_000;

    private final AppParts parts;
    private final AssetBook book;
    private final RecordDelivery recordDelivery;

    AppPages(AppParts parts, AssetBook book) {
        this.parts = parts;
        this.book = book;
        this.recordDelivery = parts.recordDelivery();
    }

    List<Endpoint> endpoints() {
        return List.of(
                new GetLandingPage(parts.places(), book),
                new GetAsset(book),
                new GetOpenApi(),
                new GetDocs(),
                new GetDocsAsset(),
                new GetHealthLive(),
                new GetHealthReady(this::readiness, READY_TIMEOUT_MS),
                new GetMetrics(parts.vertx(), parts.registry()));
    }

    private Future<Readiness> readiness() {
        return parts.database().isCurrent()
                .map(current -> current
                        ? List.of(Check.ok("database"), Check.ok("schema"), callbacks())
                        : List.of(Check.ok("database"), Check.failed("schema", "is not what this service needs")))
                .otherwise(List.of(Check.failed("database", "cannot be reached")))
                .map(Readiness::new);
    }

    private Check callbacks() {
        return recordDelivery.accepts()
                ? Check.ok("callbacks")
                : Check.failed("callbacks", "the queue is full");
    }
}
