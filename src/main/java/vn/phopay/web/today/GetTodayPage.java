package vn.phopay.web.today;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.MerchantId;
import vn.phopay.merchant.Merchant;
import vn.phopay.merchant.MerchantStore;
import vn.phopay.payment.MerchantDay;
import vn.phopay.payment.PaymentReader;
import vn.phopay.payment.PaymentView;
import vn.phopay.speech.Announcer;
import vn.phopay.time.BusinessDay;
import vn.phopay.web.PageKit;
import vn.phopay.web.View;

/** GET /hom-nay: the owner's first page. */
public final class GetTodayPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/hom-nay", Access.OWNER);
    private static final int PAYMENTS_SHOWN = 20;

    private final MerchantStore merchants;
    private final List<TodayCard.Source> sources;
    private final PageKit kit;
    private final Clock clock;
    private final PaymentReader payments = new PaymentReader();

    /** A page with the cards of {@code sources}, in their order. */
    public GetTodayPage(MerchantStore merchants, List<TodayCard.Source> sources, PageKit kit, Clock clock) {
        this.merchants = merchants;
        this.sources = List.copyOf(sources);
        this.kit = kit;
        this.clock = clock;
    }

    /**
     * What the template shows.
     *
     * @param shopName as customers know it
     * @param day today's figures
     * @param words what came in, in words
     * @param last the payment that came last, today
     * @param earlier those before it, latest first
     * @param cards what there is to do
     */
    public record Model(
            String shopName,
            MerchantDay day,
            String words,
            Optional<PaymentView> last,
            List<PaymentView> earlier,
            List<TodayCard> cards) {
        /** Copies the lists. */
        public Model {
            earlier = List.copyOf(earlier);
            cards = List.copyOf(cards);
        }

        /** Whether the money of {@code payment} is still there. */
        public static boolean counts(PaymentView payment) {
            return !payment.reversed();
        }
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        View view = kit.view(call);
        MerchantId id = new MerchantId(call.principal().subjectId());
        Merchant merchant = Future.await(merchants.find(transaction, id)).orElseThrow(
                () -> new ProblemException(ProblemCode.REQUEST_NOT_FOUND, "There is no such merchant."));
        LocalDate today = BusinessDay.of(clock.instant());
        MerchantDay day = Future.await(MerchantDay.read(transaction, id, today));
        List<PaymentView> latest = latest(transaction, id, today);
        List<TodayCard> cards = sources.stream()
                .flatMap(source -> source.cards(transaction, id, view).stream())
                .toList();
        String words = Announcer.of(view.language().code()).amount(day.keptVnd());
        return kit.page(view, "today/today", new Model(merchant.profile().displayName(), day, words,
                latest.stream().findFirst(), latest.subList(Math.min(1, latest.size()), latest.size()), cards));
    }

    /** Credits that count once; what a second sender told of the same transfer is left out. */
    private List<PaymentView> latest(SqlConnection transaction, MerchantId id, LocalDate today) {
        PaymentReader.Filter filter = new PaymentReader.Filter(Optional.empty(), today, today, Optional.empty());
        return Future.await(payments.list(transaction, new PaymentReader.OfMerchant(id), filter,
                        new PaymentReader.PageRequest(Optional.empty(), PAYMENTS_SHOWN)))
                .items().stream()
                .filter(payment -> payment.money().direction().equals("CREDIT"))
                .filter(payment -> payment.evidence().twinOf().isEmpty())
                .toList();
    }
}
