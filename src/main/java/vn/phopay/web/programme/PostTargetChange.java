package vn.phopay.web.programme;

import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.programme.KeepTargets;
import vn.phopay.programme.Target;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /thanh-pho/chi-tieu/{target}: changes a target. */
public final class PostTargetChange implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(ProgrammePath.TARGET, Access.ANALYSTS);
    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    private final TargetPages pages;
    private final KeepTargets keep;

    /** Changes by {@code keep}; {@code pages} show a form that was wrong. */
    public PostTargetChange(TargetPages pages, KeepTargets keep) {
        this.pages = pages;
        this.keep = keep;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Target read = pages.target(call, transaction);
        Form form = Form.of(call);
        Optional<Target.Aim> aim = TargetForm.read(form, pages.choices(call, transaction),
                pages.parts().book().find(read.metric()));
        if (aim.isEmpty()) {
            return pages.edit(UNPROCESSABLE, call, transaction, new TargetPages.Shown(Optional.of(read), form));
        }
        boolean same = form.typed(TargetForm.VERSION).equals(Long.toString(read.version()));
        Target target = new Target(read.id(), read.version(), read.placeId(), read.metric(), aim.get());
        KeepTargets.Outcome outcome = same
                ? keep.change(transaction, target, ProgrammeParts.actor(call))
                : KeepTargets.Outcome.CHANGED_MEANWHILE;
        return switch (outcome) {
            case SAVED -> PageKit.seeOther(ProgrammePath.TARGETS, "programme.target.saved");
            case NO_BASELINE -> {
                form.fail(TargetForm.VALUE, "programme.target.baseline");
                yield pages.edit(UNPROCESSABLE, call, transaction, new TargetPages.Shown(Optional.of(read), form));
            }
            case ALREADY_SET, CHANGED_MEANWHILE -> {
                form.fail(TargetForm.VALUE, "programme.meanwhile");
                yield pages.edit(CONFLICT, call, transaction, new TargetPages.Shown(Optional.of(read), form));
            }
        };
    }
}
