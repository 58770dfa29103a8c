package vn.phopay.web.city;

import java.util.TreeSet;
import vn.phopay.access.Principal;
import vn.phopay.http.Call;
import vn.phopay.web.PageKit;

/** What an answer to staff depends on beside its address: language, role and districts. */
final class Viewed {
    private Viewed() {}

    static String scope(Call call) {
        Principal who = call.principal();
        return PageKit.language(call).code() + ' ' + who.role() + ' ' + new TreeSet<>(who.districtCodes());
    }
}
