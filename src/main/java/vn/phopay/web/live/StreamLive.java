package vn.phopay.web.live;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.util.Optional;
import vn.phopay.event.MerchantEvent;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.payment.StreamOpener;
import vn.phopay.http.payment.StreamOpener.Opened;
import vn.phopay.live.Hearing;
import vn.phopay.live.LivePayment;
import vn.phopay.web.PageKit;
import vn.phopay.web.View;

/**
 * GET /truc-tiep/su-kien: the stream behind the live page. Unlike the API's it tells what is shown and said, in the
 * page's language, and nothing of payers; so phones that may only hear may have it.
 */
public final class StreamLive implements Endpoint {
    /** Its address. */
    static final String PATH = "/truc-tiep/su-kien";

    private static final EndpointSpec SPEC = EndpointSpec.get(PATH, Access.HEARERS);

    private final StreamOpener opener;
    private final FindListener listeners;
    private final PageKit kit;
    private final Pool pool;

    /** Streams by {@code opener} to whoever {@code listeners} knows. */
    StreamLive(StreamOpener opener, FindListener listeners, PageKit kit, Pool pool) {
        this.opener = opener;
        this.listeners = listeners;
        this.kit = kit;
        this.pool = pool;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        View view = kit.view(call);
        return listeners.find(pool, call.principal()).compose(listener -> {
            Hearing hearing = listener.hearing();
            return opener.open(call, hearing.merchant(), opened -> event -> tell(event, hearing, opened, view));
        });
    }

    private static Optional<JsonObject> tell(MerchantEvent event, Hearing hearing, Opened opened, View view) {
        return Optional.of(event)
                .filter(hearing::hears)
                .flatMap(LivePayment::of)
                .map(payment -> LiveFields.of(payment, opened.isMissed(event), view));
    }
}
