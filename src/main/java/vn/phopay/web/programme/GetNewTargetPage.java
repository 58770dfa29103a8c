package vn.phopay.web.programme;

import io.vertx.sqlclient.SqlConnection;
import java.util.Map;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.programme.Target;
import vn.phopay.web.Form;

/** GET /thanh-pho/chi-tieu/moi: the form for a new target, for the place and metric that the query names. */
public final class GetNewTargetPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(ProgrammePath.TARGETS + "/moi", Access.ANALYSTS);
    private static final int OK = 200;

    private final TargetPages pages;

    /** Shows {@code pages}. */
    public GetNewTargetPage(TargetPages pages) {
        this.pages = pages;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Form form = Form.showing(Map.of(
                TargetForm.PLACE, call.queryParameter(TargetForm.PLACE).orElse(""),
                TargetForm.METRIC, call.queryParameter(TargetForm.METRIC).orElse(Target.ADOPTION),
                TargetForm.DUE, pages.parts().today().plusYears(1).withDayOfYear(1).minusDays(1).toString()));
        return pages.edit(OK, call, transaction, new TargetPages.Shown(Optional.empty(), form));
    }
}
