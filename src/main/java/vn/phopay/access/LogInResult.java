package vn.phopay.access;

import java.time.Duration;
import java.time.Instant;

/** What came of an attempt to log in. */
public sealed interface LogInResult {
    /**
     * A session was opened.
     *
     * @param token shown to the client once
     * @param csrfToken what a browser repeats in {@code X-CSRF-Token}
     * @param expiresAt when the session ends by itself
     */
    record LoggedIn(SessionToken token, String csrfToken, Instant expiresAt, Role role) implements LogInResult {
        /** Hides the secrets. */
        @Override
        public String toString() {
            return "LoggedIn[role=" + role + ", expiresAt=" + expiresAt + "]";
        }
    }

    /** Login or password is wrong; which of them is not said. */
    record BadCredentials() implements LogInResult {}

    /** Too many failures in a row; the password was not looked at, or is not told. */
    record Locked(Duration retryAfter) implements LogInResult {}

    /** Too much hashing waits already; nothing was checked or counted. */
    record Overloaded(Duration retryAfter) implements LogInResult {}
}
