package vn.phopay.web.register;

import org.jspecify.annotations.Nullable;
import vn.phopay.access.Principal;
import vn.phopay.http.Call;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.identity.DraftId;
import vn.phopay.identity.StaffId;
import vn.phopay.registration.CheckAnswers;
import vn.phopay.registration.DraftOwner;
import vn.phopay.registration.Screen;

/**
 * On whose way a registration is: an owner's own, or a helper's for her. The screens are the same.
 *
 * @param owner whose draft it is
 * @param base the address before a screen's number
 * @param helper the helper; null where the owner does it herself
 */
public record Lane(DraftOwner owner, String base, @Nullable Principal helper) {
    static final String OWN = "/dang-ky";
    static final String ASSISTED = "/ho-tro-dang-ky";
    static final String ASSISTED_DRAFT = ASSISTED + "/nhap/{draft}";

    static Lane own(DraftOwner.Phone owner) {
        return new Lane(owner, OWN, null);
    }

    /** The helper's draft in the path of {@code call}; an id of another form is nobody's. */
    static Lane assisted(Call call) {
        DraftId draft = DraftId.parse(call.path("draft")).orElseThrow(Lane::notFound);
        return assisted(call.principal(), draft);
    }

    static Lane assisted(Principal helper, DraftId draft) {
        DraftOwner owner = new DraftOwner.Helper(new StaffId(helper.subjectId()), draft);
        return new Lane(owner, ASSISTED_DRAFT.replace("{draft}", draft.toString()), helper);
    }

    static ProblemException notFound() {
        return new ProblemException(ProblemCode.REQUEST_NOT_FOUND, "There is no such draft, or it is not yours.");
    }

    /** Whether a helper answers. */
    public boolean isAssisted() {
        return helper != null;
    }

    /** The address of a screen. */
    public String address(Screen screen) {
        return base + '/' + screen.number();
    }

    /** Where the whole registration is sent. */
    public String sendAddress() {
        return base + "/gui";
    }

    CheckAnswers.Scope scope() {
        return helper == null ? CheckAnswers.Scope.OWNER : CheckAnswers.Scope.of(helper);
    }
}
