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
     * @param passwordTemporary whether somebody else made its password, so that another one must be chosen first
     */
    record Session(Principal principal, String csrfToken, boolean passwordTemporary) {
        /** A session of somebody with a password of his own. */
        public Session(Principal principal, String csrfToken) {
            this(principal, csrfToken, false);
        }
    }
}
