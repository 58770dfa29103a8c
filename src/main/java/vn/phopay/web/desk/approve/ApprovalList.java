package vn.phopay.web.desk.approve;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.phopay.approval.ApprovalQueue;
import vn.phopay.approval.CheckShop;
import vn.phopay.approval.Finding;
import vn.phopay.approval.ShopInQueue;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.identity.MerchantId;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.time.BusinessDay;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;
import vn.phopay.web.desk.Age;
import vn.phopay.web.desk.Desk;

/** The queue of the approval desk as a page. */
public final class ApprovalList {
    private static final List<String> PARAMETERS = List.of("xem", "tim", "quan", "pho");
    private static final int SEARCH_LENGTH_MAX = 100;
    /** Promised to owners: a decision within two days. */
    private static final Duration LATE = Duration.ofDays(2);
    private static final Map<String, ApprovalQueue.View> NAME_TO_VIEW = Map.of(
            "cho-duyet", ApprovalQueue.View.WAITING,
            "tai-khoan", ApprovalQueue.View.ACCOUNTS,
            "da-duyet", ApprovalQueue.View.APPROVED,
            "tu-choi", ApprovalQueue.View.REJECTED,
            "tam-ngung", ApprovalQueue.View.SUSPENDED);

    private final ApprovalQueue queue;
    private final PlaceDirectory places;
    private final Clock clock;
    private final PageKit kit;

    /** Lists {@code queue}, which may be narrowed to districts and streets of {@code places}. */
    public ApprovalList(ApprovalQueue queue, PlaceDirectory places, Clock clock, PageKit kit) {
        this.queue = queue;
        this.places = places;
        this.clock = clock;
        this.kit = kit;
    }

    /**
     * What the template shows.
     *
     * @param asked what was asked for, by query parameter
     * @param view which shops are shown
     * @param counts what waits in all
     * @param rows the shops
     * @param more where the next page is; empty for none
     * @param choices places that may be chosen
     * @param form faults of what was sent
     * @param decides whether the reader may decide
     */
    public record Model(
            Map<String, String> asked,
            ApprovalQueue.View view,
            ApprovalQueue.Counts counts,
            List<Row> rows,
            String more,
            Choices choices,
            Form form,
            boolean decides) {
        /** Copies what it is given. */
        public Model {
            asked = Map.copyOf(asked);
            rows = List.copyOf(rows);
        }

        /** The address of the same search in another view. */
        public String viewLink(String name) {
            Map<String, String> other = new LinkedHashMap<>(asked);
            other.put("xem", name);
            return Desk.link(ApprovalPath.LIST, other);
        }

        /** Whether shops wait for a decision in this view and the reader may take it. */
        public boolean approvesHere() {
            return decides && (view == ApprovalQueue.View.WAITING || view == ApprovalQueue.View.ACCOUNTS)
                    && rows.stream().anyMatch(Row::open);
        }

        /** Whether anything narrows the list. */
        public boolean narrowed() {
            return List.of("tim", "quan", "pho").stream().anyMatch(name -> Desk.given(asked, name).isPresent());
        }
    }

    /** The districts and streets that may be chosen. */
    public record Choices(List<Place> districts, List<Place> streets) {}

    /**
     * A shop in the list.
     *
     * @param shop the shop
     * @param against what speaks against it
     * @param age since when it waits, or stands as it does
     * @param late whether it waits for too long
     * @param open whether the reader may decide about it: not where he registered it for its owner
     */
    public record Row(ShopInQueue shop, List<Finding> against, Age age, boolean late, boolean open) {
        /** Where it is looked at. */
        public String address() {
            return ApprovalPath.of(shop.id());
        }
    }

    /** The page with what {@code call} asks for; {@code form} holds the faults of what was sent. */
    Reply page(int status, Call call, SqlConnection transaction, Form form) {
        return kit.page(status, kit.view(call), "desk/approve_list", model(call, transaction, form));
    }

    private Model model(Call call, SqlConnection transaction, Form form) {
        Map<String, String> asked = Desk.asked(call, PARAMETERS);
        ApprovalQueue.View view =
                Optional.ofNullable(NAME_TO_VIEW.get(asked.get("xem"))).orElse(ApprovalQueue.View.WAITING);
        Set<String> districts = call.principal().districtCodes();
        ApprovalQueue.Filter filter = new ApprovalQueue.Filter(view,
                Desk.given(asked, "tim").filter(text -> text.length() <= SEARCH_LENGTH_MAX),
                Desk.given(asked, "quan"), Desk.given(asked, "pho"));
        Optional<MerchantId> after = call.queryParameter("sau").flatMap(MerchantId::parse);
        ApprovalQueue.Page page = Future.await(queue.list(transaction, filter,
                new ApprovalQueue.PageRequest(after, Desk.ROWS_MAX), districts));
        List<Row> rows = page.shops().stream().map(shop -> row(shop, call)).toList();
        return new Model(asked, view, Future.await(queue.counts(transaction, districts)), rows,
                page.next().map(next -> more(asked, next)).orElse(""), choices(call, asked), form,
                Desk.decides(call));
    }

    private static String more(Map<String, String> asked, MerchantId next) {
        Map<String, String> parameters = new LinkedHashMap<>(asked);
        parameters.put("sau", next.toString());
        return Desk.link(ApprovalPath.LIST, parameters);
    }

    private Row row(ShopInQueue shop, Call call) {
        Instant since = shop.account().filter(account -> account.waits() && account.replaces())
                .map(ShopInQueue.Account::since)
                .orElse(shop.times().since());
        Age age = Age.between(since, clock.instant());
        boolean own = shop.helper()
                .filter(helper -> helper.id().value().equals(call.principal().subjectId()))
                .isPresent();
        List<Finding> against = CheckShop.findings(shop).stream().filter(finding -> !finding.good()).toList();
        return new Row(shop, against, age, age.exceeds(LATE), !own);
    }

    /** Streets of the chosen district, or of all that the reader sees. */
    private Choices choices(Call call, Map<String, String> asked) {
        List<Place> districts = Desk.districts(places, call);
        List<Place> within = Desk.given(asked, "quan").flatMap(places::district).map(List::of).orElse(districts);
        var today = BusinessDay.of(clock.instant());
        List<Place> streets = places.streets().stream()
                .filter(street -> within.stream().anyMatch(district -> places.touches(street, district, today)))
                .toList();
        return new Choices(districts, streets);
    }
}
