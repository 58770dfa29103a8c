package vn.phopay.web.city;

/**
 * A place that needs attention.
 *
 * @param name what it is called
 * @param href its page
 * @param text what is the matter, in figures
 */
public record Lagging(String name, String href, String text) {}
