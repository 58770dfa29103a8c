package vn.phopay.web.code;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.QrId;
import vn.phopay.issuing.RevokeQrCode;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /ma-qr/{id}/huy: takes a code back. */
public final class PostRevocation implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form("/ma-qr/{id}/huy", Access.OWNER);
    private static final int UNPROCESSABLE = 422;

    private final RevokeQrCode revoke;
    private final RevokePage page;
    private final PageKit kit;

    /** Takes back by {@code revoke}; shows {@code page} again where no reason was given. */
    public PostRevocation(RevokeQrCode revoke, RevokePage page, PageKit kit) {
        this.revoke = revoke;
        this.page = page;
        this.kit = kit;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Form form = Form.of(call);
        String reason = Why.read(form, kit.view(call));
        if (!form.isGood()) {
            return page.show(call, transaction, UNPROCESSABLE, form);
        }
        QrId id = QrId.parse(call.path("id")).orElseThrow(CodeDesk::unknown);
        return switch (revoke.revoke(transaction, id, reason, CodeDesk.caller(call))) {
            case RevokeQrCode.Revoked done -> PageKit.seeOther("/ma-qr?tat-ca=1", "code.revoked");
            case RevokeQrCode.RevokedBefore before -> PageKit.seeOther("/ma-qr?tat-ca=1", "code.revokedBefore");
            case RevokeQrCode.NotFound none -> throw CodeDesk.unknown();
        };
    }
}
