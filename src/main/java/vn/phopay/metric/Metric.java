package vn.phopay.metric;

import java.util.List;
import java.util.Set;
import vn.phopay.merchant.Language;

/**
 * One thing that is measured.
 *
 * @param id its name in the API, in files and in addresses
 * @param group what it belongs to, such as {@code activity}
 * @param unit what its value counts
 * @param fold how a period's value comes from its days
 * @param formula how it comes from measures
 * @param direction which way is better
 * @param disclosure by which rules it is withheld
 * @param scopes what it is kept for
 * @param words what people read about it
 */
public record Metric(
        String id,
        String group,
        Unit unit,
        Fold fold,
        Formula formula,
        Direction direction,
        DisclosureClass disclosure,
        Set<ScopeKind> scopes,
        Words words) {
    /** Copies {@code scopes}. */
    public Metric {
        scopes = Set.copyOf(scopes);
    }

    /**
     * A text in both languages.
     *
     * @param vi Vietnamese
     * @param en English
     */
    public record Text(String vi, String en) {
        /** The text in {@code language}. */
        public String in(Language language) {
            return language == Language.VI ? vi : en;
        }
    }

    /**
     * What people read about a metric.
     *
     * @param name what it is called
     * @param definition what it says
     * @param limits what it does not say
     * @param source the tables whose rows it is counted from
     */
    public record Words(Text name, Text definition, Text limits, List<String> source) {
        /** Copies {@code source}. */
        public Words {
            source = List.copyOf(source);
        }
    }

    /** What it is called in {@code language}. */
    public String name(Language language) {
        return words.name().in(language);
    }
}
