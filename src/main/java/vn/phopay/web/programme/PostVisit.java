package vn.phopay.web.programme;

import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.StaffId;
import vn.phopay.programme.RecordVisit;
import vn.phopay.programme.Visit;
import vn.phopay.programme.WalkList;
import vn.phopay.programme.WalkStop;
import vn.phopay.time.BusinessDay;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;
import vn.phopay.web.View;

/** POST /thanh-pho/di-pho/{list}/diem/{premises}: writes down what came of a visit. */
public final class PostVisit implements TransactionalEndpoint {
    private static final EndpointSpec SPEC =
            EndpointSpec.form(ProgrammePath.WALK + "/diem/{premises}", Access.STAFF);
    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;
    private static final int DAYS_AHEAD_MAX = 180;

    private final WalkPage page;
    private final RecordVisit visits;
    private final PageKit kit;

    /** Writes by {@code visits}; {@code page} shows a form that was wrong. */
    public PostVisit(WalkPage page, RecordVisit visits, PageKit kit) {
        this.page = page;
        this.visits = visits;
        this.kit = kit;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        WalkList list = page.list(call, transaction);
        if (!WalkPage.mayWrite(call.principal(), list)) {
            throw new ProblemException(ProblemCode.AUTH_FORBIDDEN, "The list has ended, or is not yours to write on.");
        }
        UUID premises = ProgrammePath.id(call, "premises");
        WalkStop stop = page.stops(transaction, list).stream()
                .filter(one -> one.premises().id().equals(premises)).findFirst()
                .orElseThrow(OwnPlaces::notFound);
        Form form = Form.of(call);
        Optional<Visit.Report> report = report(call, form);
        if (report.isEmpty()) {
            return again(UNPROCESSABLE, call, transaction, new WalkPage.Faulty(premises, form));
        }
        int edition = form.typed(WalkPage.EDITION).matches("[0-9]{1,6}")
                ? Integer.parseInt(form.typed(WalkPage.EDITION))
                : 0;
        if (edition != stop.nextEdition()) {
            form.fail(WalkPage.OUTCOME, "programme.visit.meanwhile");
            return again(CONFLICT, call, transaction, new WalkPage.Faulty(premises, form));
        }
        View view = kit.view(call);
        RecordVisit.Told told = new RecordVisit.Told(page.street(list), list, stop, edition, report.get(),
                view.text("programme.visit.source"));
        if (!visits.record(transaction, told, new StaffId(call.principal().subjectId()))) {
            throw new ProblemException(
                    ProblemCode.REQUEST_PRECONDITION_FAILED, "Somebody else wrote about this shop meanwhile.");
        }
        return PageKit.seeOther(ProgrammePath.walk(list.id()), "programme.visit.saved");
    }

    private Reply again(int status, Call call, SqlConnection transaction, WalkPage.Faulty faulty) {
        return page.show(status, call, transaction, WalkPage.Typed.visit(faulty));
    }

    private static Optional<Visit.Report> report(Call call, Form form) {
        Optional<Visit.Outcome> outcome = form.read(WalkPage.OUTCOME, "form.choice", text ->
                Arrays.stream(Visit.Outcome.values()).filter(one -> one.name().equals(text)).findFirst());
        boolean again = outcome.filter(one -> one == Visit.Outcome.COME_AGAIN).isPresent();
        Optional<LocalDate> day = again ? form.day(WalkPage.AGAIN) : Optional.empty();
        LocalDate today = BusinessDay.of(call.receivedAt());
        if (day.filter(on -> on.isBefore(today) || on.isAfter(today.plusDays(DAYS_AHEAD_MAX))).isPresent()) {
            form.fail(WalkPage.AGAIN, "programme.walk.due.wrong", DAYS_AHEAD_MAX);
        }
        Optional<String> note = form.optional(WalkPage.NOTE, Visit.NOTE_LENGTH_MAX);
        if (outcome.filter(one -> one == Visit.Outcome.REFUSED).isPresent() && note.isEmpty()) {
            form.fail(WalkPage.NOTE, "programme.visit.why");
        }
        if (note.filter(Visit::looksLikePhone).isPresent()) {
            form.fail(WalkPage.NOTE, "programme.phone");
        }
        return form.isGood()
                ? Optional.of(new Visit.Report(outcome.orElseThrow(), day, note))
                : Optional.empty();
    }
}
