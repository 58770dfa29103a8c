package vn.phopay.web.profile;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.QrId;
import vn.phopay.issuing.ReissueCode;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /ho-so/tai-khoan/ma-moi: a new code for the account in force, and the old code is taken back. */
public final class PostCodeReissue implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(GetAccountPage.PATH + "/ma-moi", Access.OWNER);
    private static final String REASON = "account changed";

    private final ReissueCode reissue;
    private final GetAccountPage page;

    /** Replaces by {@code reissue}; what stands in the way is shown on {@code page}. */
    public PostCodeReissue(ReissueCode reissue, GetAccountPage page) {
        this.reissue = reissue;
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Form form = Form.of(call);
        QrId code = QrId.parse(form.typed("code")).orElseThrow(Own::notFound);
        GetAccountPage.Model model = page.model(call, transaction, form);
        return switch (reissue.reissue(transaction, code, REASON, Own.caller(call))) {
            case ReissueCode.Reissued made -> PageKit.seeOther(GetAccountPage.PATH, "profile.code.made");
            case ReissueCode.RevokedBefore before -> PageKit.seeOther(GetAccountPage.PATH);
            case ReissueCode.NotOld notOld -> PageKit.seeOther(GetAccountPage.PATH);
            case ReissueCode.NotApproved notApproved -> {
                form.fail("old-codes", "profile.code.waits");
                yield page.page(Own.UNPROCESSABLE, call, model);
            }
            case ReissueCode.NotFound none -> throw Own.notFound();
        };
    }
}
