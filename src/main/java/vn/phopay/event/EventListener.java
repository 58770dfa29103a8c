package vn.phopay.event;

import java.util.List;

/** Who is told one merchant's events; called on the context it subscribed on, never twice at once. */
public interface EventListener {
    /**
     * Takes the next events, in order. Returns whether there is room for more: where there is not, nothing more comes
     * until {@link EventSubscription#resume()}, and nothing is lost meanwhile.
     */
    boolean take(List<MerchantEvent> events);

    /** The feed ends, because the service stops. */
    void end();
}
