package vn.phopay.http.ops;

import java.util.List;
import java.util.Optional;

/**
 * Whether this instance should be sent traffic.
 *
 * @param checks what was looked at, in order
 */
public record Readiness(List<Check> checks) {
    /** Copies {@code checks}. */
    public Readiness {
        checks = List.copyOf(checks);
    }

    /**
     * One thing that must hold.
     *
     * @param name a short stable name, such as {@code database}
     * @param fault why it does not hold, in words that may leave the server; empty where it holds
     */
    public record Check(String name, Optional<String> fault) {
        /** It holds. */
        public static Check ok(String name) {
            return new Check(name, Optional.empty());
        }

        /** It does not hold because of {@code fault}. */
        public static Check failed(String name, String fault) {
            return new Check(name, Optional.of(fault));
        }
    }

    /** Whether every check holds; callbacks are accepted only then. */
    public boolean isReady() {
        return checks.stream().allMatch(check -> check.fault().isEmpty());
    }
}
