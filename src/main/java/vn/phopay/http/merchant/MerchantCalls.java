package vn.phopay.http.merchant;

import vn.phopay.http.Call;
import vn.phopay.http.Fields;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.identity.MerchantId;
import vn.phopay.merchant.Caller;

/** What the endpoints about merchants have in common. */
final class MerchantCalls {
    private MerchantCalls() {}

    /** The merchant of the path; an id of another form is nobody's. */
    static MerchantId merchantId(Call call) {
        return MerchantId.parse(call.path("id")).orElseThrow(() -> new ProblemException(
                ProblemCode.REQUEST_NOT_FOUND, "There is no such merchant."));
    }

    static Caller caller(Call call) {
        return new Caller(call.principal(), call.requestId());
    }

    static Reply notFound() {
        return Reply.problem(ProblemCode.REQUEST_NOT_FOUND, "There is no such merchant, or none that you may see.");
    }

    static Reply stale(long version) {
        return Reply.problem(
                ProblemCode.REQUEST_PRECONDITION_FAILED, "Version " + version + " is there now; read it again.");
    }

    static Reply taxCodeTaken() {
        return Reply.problem(ProblemCode.MERCHANT_TAX_CODE_TAKEN, "A merchant with this tax code is registered.");
    }

    static Reply phoneTaken() {
        return Reply.problem(ProblemCode.MERCHANT_PHONE_TAKEN, "A merchant with this phone number is registered.");
    }

    static Reply accountTaken() {
        return Reply.problem(ProblemCode.MERCHANT_ACCOUNT_TAKEN, "This account is registered; ask the city's staff.");
    }

    static Reply tooMany(int max, String things) {
        return Reply.problem(ProblemCode.REQUEST_INVALID, "A merchant has at most " + max + " " + things + ".");
    }

    static Reply fieldFault(String field, String detail) {
        return ProblemException.ofField("/" + field, detail).problem().toReply();
    }

    /** Refuses null and blanks for a member that cannot be removed (RFC 7396 removes by null). */
    static void refuseRemoval(Fields body, Iterable<String> members) {
        for (String member : members) {
            if (body.isEmptied(member)) {
                body.fail(member, "cannot be removed");
            }
        }
    }
}
