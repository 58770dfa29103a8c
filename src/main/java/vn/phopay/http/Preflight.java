package vn.phopay.http;

import java.util.List;
import java.util.Optional;

/**
 * Lets scripts of every origin ask for open data with the headers that spare a transfer: browsers ask by OPTIONS first
 * (Fetch standard, CORS-preflight). Nothing else of the service is open to other origins.
 */
final class Preflight {
    private static final List<String> OPEN_TO_ALL = List.of("/open-data/", "/api/3/action/");
    private static final String A_DAY_S = "86400";

    private Preflight() {}

    /** The answer to OPTIONS at {@code path}; empty where scripts of other origins have no business. */
    static Optional<Reply> answer(String path) {
        return OPEN_TO_ALL.stream().anyMatch(path::startsWith)
                ? Optional.of(Reply.noContent()
                        .with("allow", "GET, HEAD, OPTIONS")
                        .with("access-control-allow-origin", "*")
                        .with("access-control-allow-methods", "GET, HEAD")
                        .with("access-control-allow-headers", "If-None-Match, If-Range, Range, Accept, Cache-Control")
                        .with("access-control-max-age", A_DAY_S))
                : Optional.empty();
    }
}
