package vn.phopay.web.desk.staff;

import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.PreparedEndpoint;
import vn.phopay.web.Form;

/** GET /nhan-su/them: the form for somebody new. */
public final class GetNewStaffMember implements PreparedEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(StaffPath.NEW, Access.ADMIN);

    private final StaffPages pages;

    /** Shows the form of {@code pages}. */
    public GetNewStaffMember(StaffPages pages) {
        this.pages = pages;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    /** Nothing is read for it, so it takes no connection. */
    @Override
    public Prepared prepare(Call call) {
        return new Refused(pages.add(200, call, Form.empty()));
    }
}
