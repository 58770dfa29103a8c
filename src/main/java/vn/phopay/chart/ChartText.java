package vn.phopay.chart;

/**
 * What is said to those who do not see the chart.
 *
 * @param id unique in the page, of letters, digits and hyphens: ids inside the drawing begin with it
 * @param title what it shows, in a few words
 * @param description what can be seen in it, in a sentence or two
 */
public record ChartText(String id, String title, String description) {
    /** @throws IllegalArgumentException where {@code id} has other signs */
    public ChartText {
        if (!id.matches("[A-Za-z][A-Za-z0-9-]*")) {
            throw new IllegalArgumentException("no id for a chart: " + id);
        }
    }
}
