package vn.phopay.web.release;

import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import vn.phopay.access.AuditEntry;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.release.DecideRelease;
import vn.phopay.release.Release;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /phat-hanh/{thang}/{ban}/de-nghi, /phe-duyet and /tu-choi: proposes, publishes or turns down a release. */
public final class PostReleaseDecision implements TransactionalEndpoint {
    private static final int NOTE_MAX = 2_000;
    private static final int UNPROCESSABLE = 422;
    private static final String NOTE = "ghi-chu";

    private final Verb verb;
    private final ReleasePage page;
    private final String done;
    private final EndpointSpec spec;

    private PostReleaseDecision(String path, Access access, Verb verb, ReleasePage page) {
        this.verb = verb;
        this.page = page;
        this.done = "release." + path;
        this.spec = EndpointSpec.form(ReleasePath.ONE + "/" + path, access);
    }

    @FunctionalInterface
    private interface Verb {
        DecideRelease.Outcome decide(SqlConnection transaction, DecideRelease.Order order);
    }

    /** All three, by {@code decide}; a refusal is shown by {@code page}. */
    public static List<PostReleaseDecision> all(DecideRelease decide, ReleasePage page) {
        return List.of(new PostReleaseDecision("de-nghi", Access.ANALYSTS, decide::propose, page),
                new PostReleaseDecision("phe-duyet", Access.ADMIN, decide::approve, page),
                new PostReleaseDecision("tu-choi", Access.ANALYSTS, decide::reject, page));
    }

    @Override
    public EndpointSpec spec() {
        return spec;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        ReleasePath.requireWholeCity(call.principal());
        Release release = page.find(call, transaction);
        Form form = Form.of(call);
        String note = form.optional(NOTE, NOTE_MAX).orElse("");
        if (!form.isGood()) {
            return page.show(UNPROCESSABLE, call, transaction, form);
        }
        DecideRelease.Outcome outcome = verb.decide(transaction, new DecideRelease.Order(release.number().month(),
                release.id(), form.typed("da-xem"), note,
                AuditEntry.Actor.of(call.principal(), call.requestId())));
        if (outcome instanceof DecideRelease.Done) {
            return PageKit.seeOther(ReleasePath.of(release), done);
        }
        form.fail(NOTE, switch (outcome) {
            case DecideRelease.NeedsReason needs -> "release.decide.reason";
            case DecideRelease.SamePerson same -> "release.decide.same";
            case DecideRelease.AdminOnly admin -> "release.decide.admin";
            case DecideRelease.NotNow now -> "release.decide.notnow";
            default -> "release.decide.gone";
        });
        return page.show(UNPROCESSABLE, call, transaction, form);
    }
}
