package vn.phopay.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a caller says in {@code Accept-Encoding} (RFC 9110 section 12.5.3). */
public final class AcceptEncoding {
    private static final Pattern REFUSED = Pattern.compile("q=0(\\.0{0,3})?");

    private AcceptEncoding() {}

    /** Whether gzip is named, and not by a weight of zero; {@code *} alone is not taken for a wish. */
    public static boolean takesGzip(Call call) {
        return takes(call, "gzip");
    }

    /** Whether {@code wanted}, in small letters, is named, and not by a weight of zero. */
    public static boolean takes(Call call, String wanted) {
        return call.header("accept-encoding")
                .filter(header -> Arrays.stream(header.toLowerCase(Locale.ROOT).split(",", -1))
                        .map(coding -> coding.replace(" ", "").split(";", -1))
                        .anyMatch(coding -> coding[0].equals(wanted)
                                && Arrays.stream(coding).noneMatch(part -> REFUSED.matcher(part).matches())))
                .isPresent();
    }
}
