package vn.phopay.web.desk.staff;

import java.util.Optional;
import vn.phopay.access.StaffDesk;
import vn.phopay.access.StaffOutcome;
import vn.phopay.access.StaffRecord;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;
import vn.phopay.web.desk.Desk;

/** Tells in everyday words what came of a change of somebody's access. */
record StaffAnswer(StaffPages pages, StaffRecord staff, Form form) {
    /** The field that stands for the whole form. */
    private static final String WHOLE = "member";

    /** Who changes whom, and which version he has seen; one that nobody has where the form names none. */
    static StaffDesk.Step step(Call call, Form form) {
        long version = Optional.of(form.typed("version"))
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
        return new StaffDesk.Step(StaffPath.id(call), version, call.principal(), call.requestId());
    }

    Reply reply(Call call, StaffOutcome outcome, String notice) {
        return switch (outcome) {
            case StaffOutcome.Done done -> PageKit.seeOther(StaffPath.of(staff.member().id()), notice);
            case StaffOutcome.NotFound none -> throw Desk.notFound();
            case StaffOutcome.Overtaken overtaken -> pages.overtaken(call);
            case StaffOutcome.Stale stale -> refuse(call, "desk.changed");
            case StaffOutcome.Self self -> refuse(call, "staff.fault.self");
            case StaffOutcome.LastAdmin last -> refuse(call, "staff.fault.lastAdmin");
            case StaffOutcome.TooManyDistricts many -> refuse(call, "staff.fault.districts");
            case StaffOutcome.Ended ended -> refuse(call, "staff.fault.ended");
        };
    }

    private Reply refuse(Call call, String key) {
        form.fail(WHOLE, key);
        return pages.member(Desk.CONFLICT, call, staff, Optional.of(form));
    }
}
