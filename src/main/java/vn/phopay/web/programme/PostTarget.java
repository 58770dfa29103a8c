package vn.phopay.web.programme;

import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.metric.Metric;
import vn.phopay.metric.ScopeKind;
import vn.phopay.place.Place;
import vn.phopay.programme.KeepTargets;
import vn.phopay.programme.Target;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /thanh-pho/chi-tieu: sets a target. */
public final class PostTarget implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(ProgrammePath.TARGETS, Access.ANALYSTS);
    private static final int UNPROCESSABLE = 422;

    private final TargetPages pages;
    private final KeepTargets keep;

    /** Sets by {@code keep}; {@code pages} show a form that was wrong. */
    public PostTarget(TargetPages pages, KeepTargets keep) {
        this.pages = pages;
        this.keep = keep;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Form form = Form.of(call);
        TargetForm.Choices choices = pages.choices(call, transaction);
        Optional<Place> place = choices.place(form.typed(TargetForm.PLACE));
        Optional<Metric> metric = choices.metric(form.typed(TargetForm.METRIC));
        if (place.isEmpty()) {
            form.fail(TargetForm.PLACE, "form.choice");
        }
        if (metric.isEmpty()) {
            form.fail(TargetForm.METRIC, "form.choice");
        }
        if (place.isPresent() && metric.filter(one -> !isOf(one, place.get())).isPresent()) {
            form.fail(TargetForm.METRIC, "programme.target.kind");
        }
        Optional<Target.Aim> aim = TargetForm.read(form, choices, metric);
        if (aim.isEmpty() || place.isEmpty() || metric.isEmpty()) {
            return again(call, transaction, form);
        }
        Target target = new Target(null, 0, place.get().placeId(), metric.get().id(), aim.get());
        return switch (keep.set(transaction, target, ProgrammeParts.actor(call))) {
            case SAVED -> PageKit.seeOther(ProgrammePath.TARGETS, "programme.target.saved");
            case NO_BASELINE -> {
                form.fail(TargetForm.METRIC, "programme.target.baseline");
                yield again(call, transaction, form);
            }
            case ALREADY_SET, CHANGED_MEANWHILE -> throw new ProblemException(
                    ProblemCode.REQUEST_PRECONDITION_FAILED, "The place has a target for this metric already.");
        };
    }

    private static boolean isOf(Metric metric, Place place) {
        return metric.scopes().contains(ScopeKind.valueOf(place.kind().name()));
    }

    private Reply again(Call call, SqlConnection transaction, Form form) {
        return pages.edit(UNPROCESSABLE, call, transaction, new TargetPages.Shown(Optional.empty(), form));
    }
}
