package vn.phopay.web.programme;

import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.place.Place;
import vn.phopay.programme.AssignWalkList;
import vn.phopay.programme.Helper;
import vn.phopay.programme.Visit;
import vn.phopay.programme.WalkList;
import vn.phopay.time.BusinessDay;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /thanh-pho/pho/{streetId}/giao: gives the shops that were chosen to somebody to visit. */
public final class PostWalkList implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(ProgrammePath.STREET + "/giao", Access.STAFF);
    private static final int UNPROCESSABLE = 422;

    private final StreetPage page;
    private final AssignWalkList assign;

    /** Gives by {@code assign}; {@code page} shows a form that was wrong. */
    public PostWalkList(StreetPage page, AssignWalkList assign) {
        this.page = page;
        this.assign = assign;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Place street = page.street(call);
        Form form = Form.of(call);
        List<Helper> helpers = page.helpers(call, transaction, street);
        Optional<Helper> assignee = helpers.stream()
                .filter(helper -> helper.id().toString().equals(form.typed(StreetPage.ASSIGNEE)))
                .findFirst();
        if (assignee.isEmpty()) {
            form.fail(StreetPage.ASSIGNEE, "form.choice");
        }
        Optional<LocalDate> due = due(call, form);
        Optional<String> note = form.optional(StreetPage.NOTE, WalkList.NOTE_LENGTH_MAX);
        if (note.filter(Visit::looksLikePhone).isPresent()) {
            form.fail(StreetPage.NOTE, "programme.phone");
        }
        Set<UUID> chosen = form.all(StreetPage.CHOSEN).stream()
                .flatMap(text -> ProgrammePath.parse(text).stream()).collect(Collectors.toSet());
        if (chosen.isEmpty()) {
            form.fail(StreetPage.CHOSEN, "programme.walk.nothing");
        }
        if (!form.isGood()) {
            return page.show(UNPROCESSABLE, call, transaction, form);
        }
        WalkList.Task task = new WalkList.Task(assignee.orElseThrow(), due.orElseThrow(), note);
        AssignWalkList.Order order = new AssignWalkList.Order(street, page.strip(transaction, street), chosen, task);
        return switch (assign.assign(transaction, order, ProgrammeParts.actor(call))) {
            case AssignWalkList.Assigned(UUID list) ->
                PageKit.seeOther(ProgrammePath.of(street), "programme.walk.assigned");
            case AssignWalkList.NothingToVisit() -> {
                form.fail(StreetPage.CHOSEN, "programme.walk.nothing");
                yield page.show(UNPROCESSABLE, call, transaction, form);
            }
            case AssignWalkList.OnAnotherList() -> throw new ProblemException(
                    ProblemCode.REQUEST_PRECONDITION_FAILED, "One of the shops was put on another list meanwhile.");
        };
    }

    private static Optional<LocalDate> due(Call call, Form form) {
        LocalDate today = BusinessDay.of(call.receivedAt());
        Optional<LocalDate> due = form.day(StreetPage.DUE);
        if (due.filter(day -> !WalkList.mayBeDue(day, today)).isPresent()) {
            form.fail(StreetPage.DUE, "programme.walk.due.wrong", WalkList.DAYS_AHEAD_MAX);
        }
        return due;
    }
}
