package vn.phopay.web.register;

import java.util.List;
import java.util.Optional;
import vn.phopay.access.Password;
import vn.phopay.web.Form;

/** A password that is chosen on a page. It is never shown again, not even on the page that says what is wrong. */
record PasswordField(Optional<Password> password, List<Form.Fault> faults) {
    static final String NAME = "password";

    private static final int LENGTH_MIN = 8;

    static PasswordField read(Form form) {
        String typed = form.typed(NAME);
        Optional<Password> password = Password.parse(typed);
        if (password.isPresent()) {
            return new PasswordField(password, List.of());
        }
        String key = typed.isEmpty() ? "register.fault.passwordMissing"
                : typed.codePointCount(0, typed.length()) < LENGTH_MIN ? "register.fault.passwordShort"
                : "register.fault.passwordLong";
        return new PasswordField(password, List.of(new Form.Fault(NAME, key, List.of())));
    }
}
