package vn.phopay.web.desk.deletion;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.DeletionId;
import vn.phopay.profile.Deletion;
import vn.phopay.profile.DeletionStore;
import vn.phopay.web.PageKit;

/** GET /yeu-cau-xoa: wishes to be forgotten that wait, the one that is due first first, and those that ended. */
public final class GetDeletionDesk implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(DeletionPath.LIST, Access.STAFF);
    private static final int ROWS_MAX = 200;

    private final DeletionStore store;
    private final Clock clock;
    private final PageKit kit;

    /** Lists {@code store}. */
    public GetDeletionDesk(DeletionStore store, Clock clock, PageKit kit) {
        this.store = store;
        this.clock = clock;
        this.kit = kit;
    }

    /** What the template shows: whether those that ended are shown, the wishes, and where older ones are. */
    public record Model(boolean ended, List<Row> rows, String more) {
        /** Copies the rows. */
        public Model {
            rows = List.copyOf(rows);
        }
    }

    /** A wish, and whether its day has come. */
    public record Row(DeletionStore.Item item, boolean due) {
        /** Where it is looked at. */
        public String address() {
            return DeletionPath.of(item.deletion().id());
        }
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        boolean ended = call.queryParameter("xem").filter("da-xong"::equals).isPresent();
        Optional<DeletionId> after = call.queryParameter("sau").flatMap(DeletionId::parse);
        DeletionStore.Page page = Future.await(store.list(transaction, new DeletionStore.PageRequest(
                ended ? Optional.empty() : Optional.of(Deletion.Status.OPEN), after, ROWS_MAX),
                call.principal().districtCodes()));
        List<Row> rows = page.items().stream()
                .filter(item -> ended != item.deletion().isOpen())
                .map(item -> new Row(item, !clock.instant().isBefore(item.deletion().times().dueAt())))
                .sorted(ended
                        ? Comparator.comparing((Row row) -> row.item().deletion().times().requestedAt()).reversed()
                        : Comparator.comparing((Row row) -> row.item().deletion().times().dueAt()))
                .toList();
        return kit.page(kit.view(call), "desk/deletion_list", new Model(ended, rows, page.next()
                .map(next -> DeletionPath.LIST + (ended ? "?xem=da-xong&sau=" : "?sau=") + next).orElse("")));
    }
}
