package vn.phopay.web.desk.staff;

import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.PreparedEndpoint;
import vn.phopay.http.Reply;
import vn.phopay.web.Form;
import vn.phopay.web.PageKit;

/** GET /doi-mat-khau: the form in which a member of staff chooses another password. */
public final class GetOwnPassword implements PreparedEndpoint {
    static final String PATH = "/doi-mat-khau";

    private static final EndpointSpec SPEC = EndpointSpec.get(PATH, Access.STAFF.evenBeforeOwnPassword());

    private final PageKit kit;

    /** Shows by {@code kit}. */
    public GetOwnPassword(PageKit kit) {
        this.kit = kit;
    }

    /** What the template shows: what was typed, and where whoever had to come here wanted to go. */
    public record Model(Form form, String next) {}

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    /** Nothing is read for it, so it takes no connection. */
    @Override
    public Prepared prepare(Call call) {
        return new Refused(page(200, call, Form.empty(), call.queryParameter("tiep").orElse("")));
    }

    /** The page with {@code form}; {@code next} is where whoever had to come here wanted to go. */
    Reply page(int status, Call call, Form form, String next) {
        return kit.page(status, kit.view(call), "desk/own_password", new Model(form, next));
    }
}
