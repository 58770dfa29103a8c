package vn.phopay.metric;

/**
 * A class of districts that are compared with each other, by their number of trading premises.
 *
 * @param id its name in the API and in files, such as {@code large}
 * @param premisesFrom the least number of premises in it
 * @param name what it is called
 */
public record SizeClass(String id, long premisesFrom, Metric.Text name) {
    /** The id of the class of districts whose premises nobody has counted yet. */
    public static final String UNKNOWN = "unknown";
}
