package vn.phopay.http.payment;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import vn.phopay.event.MerchantEvent;

/** Puts events of a merchant into the words of one kind of listener. */
@FunctionalInterface
public interface EventTeller {
    /** What the listener is told of {@code event}; empty where it is not told of it at all. */
    Optional<JsonObject> tell(MerchantEvent event);
}
