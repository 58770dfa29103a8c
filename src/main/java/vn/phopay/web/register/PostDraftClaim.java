package vn.phopay.web.register;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.access.LinkSecret;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.registration.DraftOwner;
import vn.phopay.registration.ResumeCode;
import vn.phopay.registration.ResumeDraft;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /dang-ky/lam-tiep: takes a registration over by its code; from then on it is this phone's alone. */
public final class PostDraftClaim implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(GetDraftClaim.PATH, Access.ANYONE);

    private final ResumeDraft resume;
    private final DraftCookie cookie;
    private final PageKit kit;

    /** Takes over by {@code resume}; the phone keeps its secret in {@code cookie}. */
    public PostDraftClaim(ResumeDraft resume, DraftCookie cookie, PageKit kit) {
        this.resume = resume;
        this.cookie = cookie;
        this.kit = kit;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Form form = Form.of(call);
        Optional<LinkSecret> secret = ResumeCode.parse(form.typed(GetDraftClaim.CODE))
                .flatMap(code -> Future.await(resume.claim(transaction, code)));
        if (secret.isEmpty()) {
            form.fail(GetDraftClaim.CODE, "register.fault.code");
            return kit.page(ScreenPages.UNPROCESSABLE, kit.view(call), GetDraftClaim.TEMPLATE, form);
        }
        String kept = cookie.set(new DraftOwner.Phone(secret.get()));
        return PageKit.seeOther(Lane.OWN, "register.moved").with("set-cookie", kept);
    }
}
