package vn.phopay.web;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML out of templates that hold no words: each <code>{{key}}</code> stands for a text, {{{key}}} for markup. */
final class Html {
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\{([A-Za-z0-9.-]+)}}}|\\{\\{([A-Za-z0-9.-]+)}}");

    private Html() {}

    /** {@code template} with its texts escaped and its markup as it is; a key without a value stops the start. */
    static String render(String template, Map<String, String> texts, Map<String, String> markup) {
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(place.group(1) == null
                ? escape(require(texts, place.group(2)))
                : require(markup, place.group(1))));
    }

    /** Text as it may stand between tags and in quoted attributes. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String require(Map<String, String> values, String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalStateException("the page has no text for " + key);
        }
        return value;
    }
}
