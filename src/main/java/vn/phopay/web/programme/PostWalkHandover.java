package vn.phopay.web.programme;

import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.programme.HandOverWalkList;
import vn.phopay.programme.Handover;
import vn.phopay.programme.Helper;
import vn.phopay.programme.Visit;
import vn.phopay.programme.WalkList;
import vn.phopay.time.BusinessDay;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** POST /thanh-pho/di-pho/{list}/giao-lai: gives an open walk list to somebody else, with its visits and its note. */
public final class PostWalkHandover implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form(ProgrammePath.WALK + "/giao-lai", Access.STAFF);
    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    private final WalkPage page;
    private final HandOverWalkList handOver;

    /** Gives by {@code handOver}; {@code page} shows a form that was wrong. */
    public PostWalkHandover(WalkPage page, HandOverWalkList handOver) {
        this.page = page;
        this.handOver = handOver;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        WalkList list = page.list(call, transaction);
        Form form = Form.of(call);
        if (!list.isOpen() || !list.task().assignee().id().toString().equals(form.typed(WalkPage.FROM))) {
            return meanwhile(call, transaction, form);
        }
        Optional<HandOverWalkList.Order> order = order(call, transaction, list, form);
        if (order.isEmpty()) {
            return page.show(UNPROCESSABLE, call, transaction, WalkPage.Typed.handover(form));
        }
        if (!handOver.handOver(transaction, order.get(), ProgrammeParts.actor(call))) {
            return meanwhile(call, transaction, form);
        }
        return PageKit.seeOther(ProgrammePath.walk(list.id()), "programme.walk.handed");
    }

    private Reply meanwhile(Call call, SqlConnection transaction, Form form) {
        form.fail(WalkPage.ASSIGNEE, "programme.handover.meanwhile");
        return page.show(CONFLICT, call, transaction, WalkPage.Typed.handover(form));
    }

    private Optional<HandOverWalkList.Order> order(
            Call call, SqlConnection transaction, WalkList list, Form form) {
        Optional<Helper> to = form.read(WalkPage.ASSIGNEE, "form.choice", id ->
                page.others(call, transaction, list).stream()
                        .filter(helper -> helper.id().toString().equals(id)).findFirst());
        Optional<LocalDate> due = form.day(WalkPage.DUE);
        LocalDate today = BusinessDay.of(call.receivedAt());
        if (due.filter(day -> !WalkList.mayBeDue(day, today)).isPresent()) {
            form.fail(WalkPage.DUE, "programme.walk.due.wrong", WalkList.DAYS_AHEAD_MAX);
        }
        String reason = form.text(WalkPage.REASON, Handover.REASON_LENGTH_MAX);
        if (Visit.looksLikePhone(reason)) {
            form.fail(WalkPage.REASON, "programme.phone");
        }
        return form.isGood()
                ? Optional.of(new HandOverWalkList.Order(list, to.orElseThrow(), due.orElseThrow(), reason))
                : Optional.empty();
    }
}
