package vn.phopay.web.register;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.StaffId;
import vn.phopay.registration.AssistedShops;
import vn.phopay.registration.Draft;
import vn.phopay.registration.DraftStore;
import vn.phopay.registration.Question;
import vn.phopay.web.PageKit;

/** GET /ho-tro-dang-ky: what a helper has begun, and the shops that he registered, with how far each has come. */
public final class GetAssistedShops implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(Lane.ASSISTED, Access.REGISTRARS);
    private static final int DRAFTS_MAX = 20;
    private static final int SHOPS_MAX = 50;

    private final DraftStore drafts;
    private final AssistedShops shops;
    private final PageKit kit;

    /** Lists {@code drafts} and {@code shops}. */
    public GetAssistedShops(DraftStore drafts, AssistedShops shops, PageKit kit) {
        this.drafts = drafts;
        this.shops = shops;
        this.kit = kit;
    }

    /**
     * What the template shows.
     *
     * @param drafts what was begun and not sent
     * @param shops what was sent, the newest first
     * @param older where older ones are listed; empty where there are none
     */
    public record Model(List<Begun> drafts, List<AssistedShops.Shop> shops, String older) {
        /** Copies both. */
        public Model {
            drafts = List.copyOf(drafts);
            shops = List.copyOf(shops);
        }
    }

    /**
     * A registration that was begun.
     *
     * @param name the shop's name; empty where that was not answered
     * @param base the address before a screen's number
     * @param draft the draft
     */
    public record Begun(String name, String base, Draft draft) {}

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        StaffId helper = new StaffId(call.principal().subjectId());
        List<Begun> begun = Future.await(drafts.listOfHelper(transaction, helper, DRAFTS_MAX)).stream()
                .map(draft -> new Begun(draft.answers().get(Question.DISPLAY_NAME),
                        Lane.assisted(call.principal(), draft.id()).base(), draft))
                .toList();
        @Nullable MerchantId before = call.queryParameter("sau").flatMap(MerchantId::parse).orElse(null);
        List<AssistedShops.Shop> listed = Future.await(shops.list(transaction, helper, before, SHOPS_MAX));
        String older = Optional.of(listed)
                .filter(full -> full.size() == SHOPS_MAX)
                .map(full -> Lane.ASSISTED + "?sau=" + full.getLast().merchant())
                .orElse("");
        return kit.page(kit.view(call), "register/assisted", new Model(begun, listed, older));
    }
}
