package vn.phopay.http.profile;

import vn.phopay.http.Call;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.identity.DeletionId;

/** What the endpoints about wishes to be forgotten have in common. */
final class DeletionCalls {
    private DeletionCalls() {}

    /** The wish of the path; an id of another form is nobody's. */
    static DeletionId id(Call call) {
        return DeletionId.parse(call.path("id")).orElseThrow(() -> new ProblemException(
                ProblemCode.REQUEST_NOT_FOUND, "There is no such deletion request."));
    }

    static Reply notFound() {
        return Reply.problem(
                ProblemCode.REQUEST_NOT_FOUND, "There is no such deletion request, or none that you may see.");
    }
}
