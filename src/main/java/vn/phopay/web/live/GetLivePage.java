package vn.phopay.web.live;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import vn.phopay.access.ListenerPhone;
import vn.phopay.event.EventPosition;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.http.payment.StreamOpener;
import vn.phopay.identity.MerchantId;
import vn.phopay.live.LivePayment;
import vn.phopay.live.ReadTodaysPayments;
import vn.phopay.live.ReadTodaysPayments.Today;
import vn.phopay.merchant.MerchantStore;
import vn.phopay.time.BusinessDay;
import vn.phopay.web.PageKit;
import vn.phopay.web.View;

/** GET /truc-tiep: shows and says each payment as it comes, for the owner and for phones that may only hear. */
public final class GetLivePage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/truc-tiep", Access.HEARERS);
    private static final int LATEST = 20;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Parts parts;
    private final PageKit kit;
    private final Clock clock;

    /** A page of {@code parts}. */
    GetLivePage(Parts parts, PageKit kit, Clock clock) {
        this.parts = parts;
        this.kit = kit;
        this.clock = clock;
    }

    /** What the page reads. */
    record Parts(StreamOpener opener, FindListener listeners, MerchantStore merchants, ReadTodaysPayments today) {}

    /**
     * What the template shows.
     *
     * @param shopName whose payments
     * @param outletName the one outlet whose payments are heard; empty for all
     * @param phoneName what the owner calls this phone; empty for the owner
     * @param stream the stream's address, in the page's language
     * @param after the place in the order of events at which the page was read
     * @param day today
     * @param clock the time now
     * @param counted how often money came today
     * @param sentences what is said of the connection, as JSON
     * @param latest what came last
     */
    public record Model(
            String shopName,
            String outletName,
            String phoneName,
            String stream,
            String after,
            String day,
            String clock,
            long counted,
            String sentences,
            List<LivePayment> latest) {
        /** Whether the owner looks, and not one of its phones. */
        public boolean isOwner() {
            return phoneName.isEmpty();
        }
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        View view = kit.view(call);
        Listener listener = await(parts.listeners().find(transaction, call.principal()));
        // The place first: what comes between it and the list is told by both, and known again by its id.
        EventPosition place = await(parts.opener().now());
        Instant now = clock.instant();
        LocalDate day = BusinessDay.of(now);
        Today today = await(parts.today().read(transaction, listener.hearing(), day, LATEST));
        return kit.page(view, "live/live", new Model(
                shopName(transaction, listener.hearing().merchant()),
                listener.phone().flatMap(ListenerPhone::outlet).map(ListenerPhone.Outlet::name).orElse(""),
                listener.phone().map(ListenerPhone::name).orElse(""),
                StreamLive.PATH + "?lang=" + view.language().code(),
                place.toString(),
                day.toString(),
                CLOCK.format(LocalTime.ofInstant(now, BusinessDay.ZONE)),
                today.counted(),
                LiveFields.sentences(view).encode(),
                today.latest()));
    }

    private String shopName(SqlConnection transaction, MerchantId merchant) {
        return await(parts.merchants().find(transaction, merchant)).orElseThrow().profile().displayName();
    }
}
