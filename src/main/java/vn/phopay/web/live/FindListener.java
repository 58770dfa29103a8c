package vn.phopay.web.live;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import vn.phopay.access.ListenerPhones;
import vn.phopay.access.Principal;
import vn.phopay.access.Role;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;

/** Tells whose payments a caller hears. */
final class FindListener {
    private final ListenerPhones phones;

    FindListener(ListenerPhones phones) {
        this.phones = phones;
    }

    /** The owner hears all; a phone what it was paired for, and nothing once it was ended: it has no session then. */
    Future<Listener> find(SqlClient db, Principal caller) {
        if (caller.role() == Role.MERCHANT) {
            return Future.succeededFuture(Listener.owner(caller));
        }
        return phones.of(db, caller).map(phone -> phone.map(Listener::paired).orElseThrow(
                () -> new ProblemException(ProblemCode.AUTH_REQUIRED, "This phone may not listen any more.")));
    }
}
