package vn.phopay.web.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.List;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.StaffId;
import vn.phopay.place.Place;
import vn.phopay.programme.WalkList;
import vn.phopay.programme.WalkListStore;

/** GET /thanh-pho/di-pho: the caller's own open walk lists, and the open ones of the caller's districts. */
public final class GetWalkLists implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(ProgrammePath.WALKS, Access.STAFF);

    private final ProgrammeParts parts;
    private final WalkListStore walks;

    /** Lists what {@code walks} holds. */
    public GetWalkLists(ProgrammeParts parts, WalkListStore walks) {
        this.parts = parts;
        this.walks = walks;
    }

    /**
     * What the template shows.
     *
     * @param own the caller's
     * @param others those of the caller's districts that are others'
     * @param today the present business day
     */
    public record Model(List<Shown> own, List<Shown> others, LocalDate today) {
        /** Copies both. */
        public Model {
            own = List.copyOf(own);
            others = List.copyOf(others);
        }
    }

    /**
     * A list.
     *
     * @param street its street
     * @param list the list
     */
    public record Shown(Place street, WalkList list) {
        /** Its address. */
        public String path() {
            return ProgrammePath.walk(list.id());
        }
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        StaffId who = new StaffId(call.principal().subjectId());
        OwnPlaces own = parts.own(call);
        List<Shown> mine = shown(Future.await(walks.openOf(transaction, who)));
        List<Shown> others = shown(Future.await(walks.open(transaction))).stream()
                .filter(shown -> !shown.list().isOf(who) && own.has(shown.street()))
                .toList();
        return parts.kit().page(parts.kit().view(call), "programme/walks", new Model(mine, others, parts.today()));
    }

    private List<Shown> shown(List<WalkList> lists) {
        return lists.stream()
                .flatMap(list -> parts.places().byId(list.streetPlaceId()).stream()
                        .map(street -> new Shown(street, list)))
                .toList();
    }
}
