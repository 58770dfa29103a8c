package vn.phopay.web.register;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.net.URI;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.registration.ResumeCode;
import vn.phopay.registration.ResumeDraft;
import vn.phopay.web.PageKit;

/** POST /dang-ky/chuyen-may: shows a code by which another phone takes this registration over. */
public final class PostDraftCode implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(Lane.OWN + "/chuyen-may", Access.ANYONE);

    private final ResumeDraft resume;
    private final PageKit kit;
    private final URI publicUrl;

    /** Codes by {@code resume}, for pages under {@code publicUrl}. */
    public PostDraftCode(ResumeDraft resume, PageKit kit, URI publicUrl) {
        this.resume = resume;
        this.kit = kit;
        this.publicUrl = publicUrl;
    }

    /**
     * What the template shows.
     *
     * @param code the code, in groups
     * @param address the page where it is typed, as people read it
     * @param picture the same as a code to be scanned
     * @param minutes how long it is good
     */
    public record Model(String code, String address, String picture, long minutes) {}

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Optional<ResumeCode> code = DraftCookie.owner(call)
                .flatMap(owner -> Future.await(resume.offer(transaction, owner)));
        return code.map(found -> kit.page(kit.view(call), "register/code", model(found)))
                .orElseGet(GetRegisterStart::begin);
    }

    private Model model(ResumeCode code) {
        String address = publicUrl + GetDraftClaim.PATH;
        String picture = QrPicture.of(address + '?' + GetDraftClaim.CODE + '=' + code.text());
        return new Model(code.grouped(), address.replaceFirst("^https?://", ""), picture,
                ResumeDraft.CODE_LIFETIME.toMinutes());
    }
}
