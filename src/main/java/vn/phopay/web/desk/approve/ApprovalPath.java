package vn.phopay.web.desk.approve;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Call;
import vn.phopay.identity.MerchantId;
import vn.phopay.merchant.MerchantFile;
import vn.phopay.merchant.MerchantRegistry;
import vn.phopay.web.desk.Desk;

/** Addresses of the approval desk, and who may see the shop behind one. */
final class ApprovalPath {
    static final String LIST = "/duyet";
    static final String SHOP = LIST + "/{id}";

    private ApprovalPath() {}

    static String of(MerchantId shop) {
        return LIST + '/' + shop;
    }

    /** The shop of the path, where it is one of the caller's districts; else nothing is there. */
    static MerchantFile file(MerchantRegistry registry, Call call, SqlConnection transaction) {
        MerchantId id = MerchantId.parse(call.path("id")).orElseThrow(Desk::notFound);
        return Future.await(registry.read(transaction, id))
                .filter(file -> file.isVisibleTo(call.principal()))
                .orElseThrow(Desk::notFound);
    }
}
