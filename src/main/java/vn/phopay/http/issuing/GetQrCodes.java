package vn.phopay.http.issuing;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.util.Set;
import vn.phopay.access.Authority;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Paging;
import vn.phopay.http.Reply;
import vn.phopay.identity.QrId;
import vn.phopay.issuing.IssuingParts;
import vn.phopay.issuing.QrCodeStore;
import vn.phopay.merchant.OutletView;

/** GET /api/v1/outlets/{id}/qr-codes?limit=&amp;after=: an outlet's printed codes, newest first. */
public final class GetQrCodes implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/api/v1/outlets/{id}/qr-codes", Access.SESSION);

    private final IssuingParts parts;
    private final IssuingJson json;
    private final Pool pool;

    /** Reads by {@code parts} through {@code pool}. */
    public GetQrCodes(IssuingParts parts, IssuingJson json, Pool pool) {
        this.parts = parts;
        this.json = json;
        this.pool = pool;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        QrCodeStore.PageRequest page = new QrCodeStore.PageRequest(
                IssuingCalls.outletId(call), Paging.after(call, QrId::parse), Paging.limit(call));
        return parts.merchants().outletWithMerchant(pool, page.outlet())
                .compose(outlet -> outlet.filter(view -> isVisible(view, call)).isPresent()
                        ? parts.codes().list(pool, page).map(found -> toReply(found, call.receivedAt()))
                        : Future.succeededFuture(IssuingCalls.outletNotFound()));
    }

    private static boolean isVisible(OutletView outlet, Call call) {
        return Authority.mayReadMerchant(
                call.principal(), outlet.merchant().id(), Set.of(outlet.place().districtCode()));
    }

    private Reply toReply(QrCodeStore.Page page, Instant now) {
        JsonArray items = new JsonArray();
        page.items().forEach(code -> items.add(json.code(code, now)));
        return Reply.ok(new JsonObject()
                .put("items", items)
                .put("next", page.next().map(QrId::toString).orElse(null)));
    }
}
