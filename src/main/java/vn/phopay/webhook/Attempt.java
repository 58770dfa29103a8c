package vn.phopay.webhook;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of calling an endpoint once.
 *
 * @param statusCode what was answered; empty where no answer came
 * @param error why it failed, in few words; empty where it went well
 * @param response the beginning of the answer's body, as text
 * @param retryAfter how long the receiver asked to wait
 * @param duration how long it took
 */
record Attempt(
        Optional<Integer> statusCode,
        Optional<String> error,
        Optional<String> response,
        Optional<Duration> retryAfter,
        Duration duration) {
    private static final int GONE = 410;
    private static final int FIRST_SUCCESS = 200;
    private static final int FIRST_REDIRECT = 300;

    static Attempt failed(String why, Duration duration) {
        return new Attempt(Optional.empty(), Optional.of(why), Optional.empty(), Optional.empty(), duration);
    }

    /** Whether the receiver has it: any 2xx. */
    boolean isDelivered() {
        return statusCode.filter(status -> status >= FIRST_SUCCESS && status < FIRST_REDIRECT).isPresent();
    }

    /** Whether the receiver wants no more, ever. */
    boolean isGone() {
        return statusCode.filter(status -> status == GONE).isPresent();
    }
}
