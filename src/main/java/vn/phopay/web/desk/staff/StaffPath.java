package vn.phopay.web.desk.staff;

import vn.phopay.http.Call;
import vn.phopay.identity.StaffId;
import vn.phopay.web.desk.Desk;

/** Addresses of the desk at which administrators look after staff. */
final class StaffPath {
    static final String LIST = "/nhan-su";
    static final String NEW = LIST + "/them";
    static final String MEMBER = LIST + "/{id}";

    private StaffPath() {}

    static String of(StaffId member) {
        return LIST + '/' + member;
    }

    static StaffId id(Call call) {
        return StaffId.parse(call.path("id")).orElseThrow(Desk::notFound);
    }
}
