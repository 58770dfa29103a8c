package vn.phopay.web.desk.safety;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.CaseId;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.reconciliation.CaseStatus;
import vn.phopay.safety.CheckedShare;
import vn.phopay.safety.TamperQueue;
import vn.phopay.web.PageKit;
import vn.phopay.web.desk.Age;
import vn.phopay.web.desk.Desk;

/** GET /an-toan-ma: reports of codes that were pasted over, the oldest first, and how the desk does. */
public final class GetSafetyDesk implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(SafetyPath.LIST, Access.STAFF);
    private static final String ENDED = "da-xong";

    private final TamperQueue queue;
    private final CheckedShare checked;
    private final PlaceDirectory places;
    private final Look look;

    /** The time, and templates. */
    public record Look(Clock clock, PageKit kit) {}

    /** Lists {@code queue}, with {@code checked} beside it and names of {@code places}. */
    public GetSafetyDesk(TamperQueue queue, CheckedShare checked, PlaceDirectory places, Look look) {
        this.queue = queue;
        this.checked = checked;
        this.places = places;
        this.look = look;
    }

    /**
     * What the template shows.
     *
     * @param ended whether those at their end are shown
     * @param rows the cases
     * @param summary how the desk does
     * @param share how many outlets look at their own codes
     * @param more where the next page is; empty for none
     */
    public record Model(
            boolean ended, List<Row> rows, TamperQueue.Summary summary, CheckedShare.Share share, String more) {
        /** Copies the rows. */
        public Model {
            rows = List.copyOf(rows);
        }

        /** How long one took, the median. */
        public Optional<Age> toClose() {
            return summary.timeToClose().map(Age::new);
        }

        /** The share in percent, rounded down; 0 without any outlet. */
        public long percent() {
            return share.outlets() == 0 ? 0 : share.checked() * 100 / share.outlets();
        }

        /** The target in hours. */
        public long targetHours() {
            return TamperQueue.TARGET.toHours();
        }
    }

    /** A case in the list: its district's name, how long it is or was open, and whether that is too long. */
    public record Row(TamperQueue.Item item, String district, Age age, boolean late) {
        /** Where it is looked at. */
        public String address() {
            return SafetyPath.of(item.id());
        }
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Set<String> districts = call.principal().districtCodes();
        boolean ended = call.queryParameter("xem").filter(ENDED::equals).isPresent();
        TamperQueue.Page page = Future.await(queue.list(transaction, new TamperQueue.PageRequest(
                ended, call.queryParameter("sau").flatMap(CaseId::parse), Desk.ROWS_MAX), districts));
        Model model = new Model(ended, page.items().stream().map(this::row).toList(),
                Future.await(queue.summary(transaction, districts)),
                Future.await(checked.read(transaction, districts)),
                page.next().map(next -> SafetyPath.LIST + (ended ? "?xem=da-xong&sau=" : "?sau=") + next).orElse(""));
        return look.kit().page(look.kit().view(call), "desk/safety_list", model);
    }

    private Row row(TamperQueue.Item item) {
        Age age = Age.between(item.openedAt(), item.resolvedAt().orElse(look.clock().instant()));
        String district = places.district(item.districtCode()).map(Place::nameVi).orElse(item.districtCode());
        return new Row(item, district, age,
                item.status() != CaseStatus.RESOLVED && age.exceeds(TamperQueue.TARGET));
    }
}
