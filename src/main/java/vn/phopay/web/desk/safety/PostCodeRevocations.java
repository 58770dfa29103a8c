package vn.phopay.web.desk.safety;

import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.QrId;
import vn.phopay.issuing.QrCode;
import vn.phopay.issuing.RevokeQrCode;
import vn.phopay.reconciliation.CaseFile;
import vn.phopay.reconciliation.CaseReader;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;
import vn.phopay.web.desk.Desk;
import vn.phopay.web.desk.Shown;

/** POST /an-toan-ma/{id}/thu-hoi: takes codes of the reported outlet back, for good. */
public final class PostCodeRevocations implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(SafetyPath.CASE + "/thu-hoi", Access.REGISTRARS);

    private final CaseReader reader;
    private final RevokeQrCode revoke;
    private final SafetyCasePage page;

    /** Takes codes back by {@code revoke}; faults are shown on {@code page} of a case of {@code reader}. */
    public PostCodeRevocations(CaseReader reader, RevokeQrCode revoke, SafetyCasePage page) {
        this.reader = reader;
        this.revoke = revoke;
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        CaseFile file = SafetyPath.file(reader, call, transaction);
        SafetyCasePage.Shop shop = page.shopInHand(call, transaction, file);
        Form form = Form.of(call);
        List<String> ticked = form.all("code");
        List<QrId> codes = shop.codes().stream().map(QrCode::id)
                .filter(code -> ticked.contains(code.toString()))
                .toList();
        if (codes.isEmpty()) {
            form.fail("codes", "safety.revoke.none");
        }
        String reason = form.text("reason", RevokeQrCode.REASON_LENGTH_MAX);
        if (!form.isGood()) {
            return page.page(call, transaction, file, Shown.again(form));
        }
        revoke.revokeAll(transaction, codes, reason, Desk.caller(call));
        return PageKit.seeOther(SafetyPath.of(file.id()), "safety.revoked");
    }
}
