package vn.phopay.web.profile;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.SessionList;
import vn.phopay.http.Authenticated;
import vn.phopay.http.Call;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.identity.MerchantId;
import vn.phopay.merchant.Caller;
import vn.phopay.merchant.MerchantFile;
import vn.phopay.merchant.MerchantRegistry;

/** Whose pages these are: the owner's own, and nobody else's. */
final class Own {
    /** A form whose fields have faults. */
    static final int UNPROCESSABLE = 422;

    private Own() {}

    static MerchantId merchant(Call call) {
        return new MerchantId(call.principal().subjectId());
    }

    static Caller caller(Call call) {
        return new Caller(call.principal(), call.requestId());
    }

    static AuditEntry.Actor actor(Call call) {
        return AuditEntry.Actor.of(call.principal(), call.requestId());
    }

    static SessionList.Asker asker(Call call) {
        return new SessionList.Asker(actor(call), Authenticated.tokenOf(call).orElse(""));
    }

    static MerchantFile file(Call call, MerchantRegistry registry, SqlConnection transaction) {
        return Future.await(registry.read(transaction, merchant(call))).orElseThrow(Own::notFound);
    }

    static ProblemException notFound() {
        return new ProblemException(ProblemCode.REQUEST_NOT_FOUND, "There is no such thing of this shop.");
    }

    /** Somebody changed it while the page was open. */
    static ProblemException overtaken() {
        return new ProblemException(ProblemCode.MERCHANT_WRONG_STATE, "It was changed meanwhile; look at it again.");
    }
}
