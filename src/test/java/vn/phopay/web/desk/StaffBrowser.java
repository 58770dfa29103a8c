package vn.phopay.web.desk;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.phopay.testing.FormBrowser;
import vn.phopay.testing.TestApp;

/** A member of staff with a browser without scripts. */
final class StaffBrowser extends FormBrowser {
    StaffBrowser(TestApp app) {
        super(app);
    }

    StaffBrowser logIn(String login, String password) {
        enter(login, password);
        return this;
    }

    /** What the list above a form says is wrong. */
    static List<String> faults(HttpResponse<String> page) {
        Matcher fault = Pattern.compile("<li><a href=\"#[^\"]*\">([^<]*)</a></li>").matcher(page.body());
        List<String> faults = new ArrayList<>();
        while (fault.find()) {
            faults.add(fault.group(1));
        }
        return faults;
    }
}
