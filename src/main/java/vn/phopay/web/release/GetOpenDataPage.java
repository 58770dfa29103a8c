package vn.phopay.web.release;

import io.vertx.core.Future;
import java.util.List;
import java.util.function.Supplier;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.opendata.PublishedRelease;
import vn.phopay.opendata.Shelf;
import vn.phopay.web.PageKit;

/** GET /so-lieu: what is published, how to use it and how to check it; for everybody. */
public final class GetOpenDataPage implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/so-lieu", Access.ANYONE);

    private final Supplier<Shelf> shelf;
    private final PageKit kit;

    /** Shows what is on {@code shelf}. */
    public GetOpenDataPage(Supplier<Shelf> shelf, PageKit kit) {
        this.shelf = shelf;
        this.kit = kit;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        return Future.succeededFuture(kit.page(kit.view(call), "release/open",
                new Model(shelf.get().releases().reversed(), shelf.get().newest().reversed())));
    }

    /**
     * What the page shows.
     *
     * @param releases all releases, newest first
     * @param newest the newest revision of every month, newest month first
     */
    public record Model(List<PublishedRelease> releases, List<PublishedRelease> newest) {
        /** Copies the lists. */
        public Model {
            releases = List.copyOf(releases);
            newest = List.copyOf(newest);
        }

        /** Earlier revisions of the same month, newest first. */
        public List<PublishedRelease> earlier(PublishedRelease release) {
            return releases.stream()
                    .filter(one -> one.publication().number().month()
                            .equals(release.publication().number().month()) && !one.equals(release))
                    .toList();
        }
    }
}
