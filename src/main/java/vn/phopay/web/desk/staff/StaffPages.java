package vn.phopay.web.desk.staff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.phopay.access.Role;
import vn.phopay.access.StaffRecord;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.place.Place;
import vn.phopay.web.Form;
import vn.phopay.web.InHtml;
import vn.phopay.web.PageKit;
import vn.phopay.web.View;
import vn.phopay.web.desk.Desk;

/** The pages with a form: somebody new, somebody who is there, and a password that is shown once. */
public final class StaffPages {
    private final StaffForm fields;
    private final PageKit kit;

    /** Pages with {@code fields}. */
    public StaffPages(StaffForm fields, PageKit kit) {
        this.fields = fields;
        this.kit = kit;
    }

    /**
     * What the template shows.
     *
     * @param staff the member; empty for somebody new
     * @param self whether it is the reader himself, who changes nothing about himself
     * @param fields what is typed, or what is there
     * @param districts those that may be given
     */
    public record Model(Optional<StaffRecord> staff, boolean self, Fields fields, List<Place> districts) {
        /** The roles that may be given. */
        public List<Role> roles() {
            return StaffForm.ROLES;
        }
    }

    /** What stands in the form: texts by field, the districts that are ticked, and the faults. */
    public record Fields(Map<String, String> nameToText, Set<String> ticked, Form form) {
        /** What stands in a field. */
        public String typed(String name) {
            return nameToText.getOrDefault(name, "");
        }
    }

    /** What the template of a password shows; nobody can read it again. */
    public record Secret(String login, String name, String password) {
        /** Hides the password. */
        @Override
        public String toString() {
            return "Secret[" + login + "]";
        }
    }

    /** The form for somebody new. */
    Reply add(int status, Call call, Form form) {
        return kit.page(status, kit.view(call), "desk/staff_member",
                new Model(Optional.empty(), false, typed(form), fields.districts(call)));
    }

    /** Somebody who is there; {@code sent} is what was typed, where something was. */
    Reply member(int status, Call call, StaffRecord staff, Optional<Form> sent) {
        boolean self = staff.member().id().value().equals(call.principal().subjectId());
        Fields shown = sent.filter(form -> !form.typed("name").isEmpty())
                .map(StaffPages::typed)
                .orElseGet(() -> stored(staff, sent.orElseGet(Form::empty)));
        return kit.page(status, kit.view(call), "desk/staff_member",
                new Model(Optional.of(staff), self, shown, fields.districts(call)));
    }

    /** A password that was just made. */
    Reply secret(Call call, Secret secret) {
        return kit.page(kit.view(call), "desk/staff_password", secret);
    }

    /** Somebody else was faster, and nothing can be read in this transaction any more. */
    Reply overtaken(Call call) {
        View view = kit.view(call);
        return kit.page(Desk.CONFLICT, view, "shell/problem", new InHtml.Refusal(Desk.CONFLICT,
                view.text("problem.409.title"), view.text("problem.409.text"), call.requestId()));
    }

    private static Fields typed(Form form) {
        Map<String, String> texts = new LinkedHashMap<>();
        List.of("login", "name", "role", "scope", "reason").forEach(name -> texts.put(name, form.typed(name)));
        return new Fields(texts, Set.copyOf(form.all("district")), form);
    }

    private static Fields stored(StaffRecord staff, Form form) {
        Set<String> districts = staff.member().districtCodes();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("name", staff.member().name());
        texts.put("role", staff.member().role().name());
        texts.put("scope", districts.isEmpty() ? "ALL" : "SOME");
        texts.put("reason", form.typed("reason"));
        return new Fields(texts, districts, form);
    }
}
