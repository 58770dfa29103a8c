package vn.phopay.access;

import io.vertx.core.Future;
import java.util.Optional;

/** Turns the token of a request into the principal behind it. */
public interface Authenticator {
    /** The session behind {@code token}; empty where unknown, expired or ended. Fails only on a database fault. */
    Future<Optional<Session>> authenticate(String token);

    /**
     * A live session.
     *
     * @param principal who it belongs to
     * @param csrfToken what an unsafe request that came by cookie must repeat in {@code X-CSRF-Token}
     */
    record Session(Principal principal, String csrfToken) {}
}
