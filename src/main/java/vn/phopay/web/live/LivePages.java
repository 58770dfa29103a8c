package vn.phopay.web.live;

import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.List;
import vn.phopay.access.ListenerPhones;
import vn.phopay.http.Endpoint;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.http.access.SessionCookie;
import vn.phopay.http.payment.StreamOpener;
import vn.phopay.live.ReadTodaysPayments;
import vn.phopay.merchant.MerchantStore;
import vn.phopay.web.PageKit;

/** The pages about live payments, made of the same few parts. */
public final class LivePages {
    private final Parts parts;
    private final PageKit kit;
    private final Pool pool;
    private final FindListener listeners;

    /** Pages made by {@code kit}. */
    public LivePages(Parts parts, PageKit kit, Pool pool) {
        this.parts = parts;
        this.kit = kit;
        this.pool = pool;
        this.listeners = new FindListener(parts.phones());
    }

    /** What they are made of. */
    public record Parts(ListenerPhones phones, StreamOpener opener, SessionCookie cookie, Clock clock) {}

    /** Pages that read and write in one transaction. */
    public List<TransactionalEndpoint> transactional() {
        return List.of(
                new GetLivePage(
                        new GetLivePage.Parts(parts.opener(), listeners, new MerchantStore(), new ReadTodaysPayments()),
                        kit, parts.clock()),
                new PostPairing(parts.phones(), kit, parts.cookie(), pool),
                new EndListening(parts.phones(), parts.cookie()));
    }

    /** Pages that need none. */
    public List<Endpoint> plain() {
        return List.of(new GetPairingPage(parts.phones(), kit, pool));
    }

    /** What the live page's script listens to: no page, so a refusal stays what scripts understand. */
    public Endpoint stream() {
        return new StreamLive(parts.opener(), listeners, kit, pool);
    }
}
