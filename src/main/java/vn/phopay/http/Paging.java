package vn.phopay.http;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The two query parameters that all lists share: {@code ?limit=} and {@code ?after=}. */
public final class Paging {
    /** Items on a page where the caller asks for no number. */
    public static final int LIMIT_DEFAULT = 50;
    /** Most items on a page. */
    public static final int LIMIT_MAX = 500;

    private static final Pattern UP_TO_THREE_DIGITS = Pattern.compile("[0-9]{1,3}");

    private Paging() {}

    /** How many items at most; refuses what is not 1 to {@link #LIMIT_MAX}. */
    public static int limit(Call call) {
        return call.queryParameter("limit").map(Paging::toLimit).orElse(LIMIT_DEFAULT);
    }

    /** The cursor, read by {@code reader}; refuses what no page can have given. */
    public static <T> Optional<T> after(Call call, Function<String, Optional<T>> reader) {
        return call.queryParameter("after").map(text -> reader.apply(text).orElseThrow(
                () -> ProblemException.ofField("?after", "must be the next of the page before")));
    }

    private static int toLimit(String text) {
        return Optional.of(text)
                .filter(digits -> UP_TO_THREE_DIGITS.matcher(digits).matches())
                .map(Integer::valueOf)
                .filter(limit -> limit >= 1 && limit <= LIMIT_MAX)
                .orElseThrow(() -> ProblemException.ofField("?limit", "must be a whole number of 1 to " + LIMIT_MAX));
    }
}
