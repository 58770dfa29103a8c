package vn.phopay.web.desk;

import vn.phopay.web.Form;

/**
 * How a page with a form is shown.
 *
 * @param status of the answer
 * @param form what was typed, with its faults
 */
public record Shown(int status, Form form) {
    /** For the first time. */
    public static Shown first() {
        return new Shown(200, Form.empty());
    }

    /** Again, because what was typed cannot be taken. */
    public static Shown again(Form form) {
        return new Shown(Desk.UNPROCESSABLE, form);
    }

    /** Again, because what is there is no longer what the page showed. */
    public static Shown conflict(Form form) {
        return new Shown(Desk.CONFLICT, form);
    }
}
