package vn.phopay.payment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.phopay.payment.Surroundings.Target;

/**
 * What printed codes stand for, remembered by one writer: a reference never changes its meaning, so what was found once
 * need not be looked up, or locked, again. Codes of requests are not remembered. Bounded: the one found first is
 * forgotten first. Used by one context only.
 */
final class StaticTargets {
    private static final int TARGETS_MAX = 50_000;

    private final Map<String, Target> referenceToTarget = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Target> eldest) {
            return size() > TARGETS_MAX;
        }
    };

    @Nullable Target find(String reference) {
        return referenceToTarget.get(reference);
    }

    void remember(String reference, Target target) {
        if (target.qrId() != null) {
            referenceToTarget.put(reference, target);
        }
    }
}
