package vn.phopay.web.profile;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import vn.phopay.access.ConfirmPassword;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.web.Form;

/** The field in which a form asks for the password once more, before a step that a thief of the phone must not take. */
public final class AskPassword {
    /** The name of the field. */
    static final String FIELD = "password";

    private static final int LENGTH_MAX = 512;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final ConfirmPassword confirm;

    /** Asks {@code confirm}. */
    public AskPassword(ConfirmPassword confirm) {
        this.confirm = confirm;
    }

    /**
     * Why the step is not taken; the form's fault says it in words.
     *
     * @param status of the page that is shown again
     * @param retryAfter how long to wait, where waiting helps
     */
    record Refusal(int status, Optional<Duration> retryAfter) {
        /** The page that is shown again, as this refusal. */
        Reply of(Reply page) {
            return retryAfter.map(page::retryAfter).orElse(page);
        }
    }

    /**
     * Empty where {@code form} is good and its password is the caller's. A form with other faults is not asked about:
     * no guess is counted for a mistyped amount. Runs on a virtual thread, before any transaction.
     */
    Optional<Refusal> refusal(Call call, Form form) {
        String typed = form.typed(FIELD);
        if (typed.isEmpty()) {
            form.fail(FIELD, "form.missing");
        } else if (typed.length() > LENGTH_MAX) {
            form.fail(FIELD, "profile.password.wrong");
        }
        return form.isGood() ? ask(call, form, typed) : Optional.of(new Refusal(Own.UNPROCESSABLE, Optional.empty()));
    }

    private Optional<Refusal> ask(Call call, Form form, String typed) {
        return switch (Future.await(confirm.confirm(call.principal().subjectId(), typed))) {
            case ConfirmPassword.Confirmed confirmed -> Optional.empty();
            case ConfirmPassword.Refused why -> Optional.of(tell(form, FIELD, why));
        };
    }

    /** Says in {@code form} why the password did not pass. */
    static Refusal tell(Form form, String field, ConfirmPassword.Refused why) {
        return switch (why) {
            case ConfirmPassword.Wrong wrong -> {
                form.fail(field, "profile.password.wrong");
                yield new Refusal(Own.UNPROCESSABLE, Optional.empty());
            }
            case ConfirmPassword.Locked(Duration wait) -> {
                form.fail(field, "profile.password.locked", Math.max(1, wait.plusSeconds(59).toMinutes()));
                yield new Refusal(TOO_MANY, Optional.of(wait));
            }
            case ConfirmPassword.Busy(Duration wait) -> {
                form.fail(field, "profile.busy");
                yield new Refusal(UNAVAILABLE, Optional.of(wait));
            }
        };
    }
}
