package vn.phopay.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes one SVG element, escaped; numbers with at most one decimal. */
final class Svg {
    private static final double LETTER_WIDTH = 0.58;

    private final StringBuilder markup = new StringBuilder();

    private Svg() {}

    /** A drawing that is one picture: its parts are not read one by one. */
    static Svg picture(ChartText text, Size size, double height) {
        return open(text, size, height, "img");
    }

    /** A drawing whose parts can be walked through, because they lead somewhere. */
    static Svg walkable(ChartText text, Size size, double height) {
        return open(text, size, height, "group");
    }

    /** What stands inside an element that the caller has opened. */
    static Svg fragment() {
        return new Svg();
    }

    private static Svg open(ChartText text, Size size, double height, String role) {
        String id = text.id() + "-" + size.suffix();
        Svg svg = new Svg();
        svg.markup.append("<svg class=\"chart-").append(size.suffix()).append("\" viewBox=\"0 0 ")
                .append(size.width()).append(' ').append(number(height)).append("\" role=\"").append(role)
                .append("\" aria-labelledby=\"").append(id).append("-t ").append(id).append("-d\" focusable=\"false\">")
                .append("<title id=\"").append(id).append("-t\">").append(escape(text.title())).append("</title>")
                .append("<desc id=\"").append(id).append("-d\">").append(escape(text.description())).append("</desc>");
        return svg;
    }

    /** An empty element; attribute names and values alternate. */
    Svg shape(String name, Object... attributes) {
        tag(name, attributes);
        markup.append("/>");
        return this;
    }

    /** An element that goes on until {@link #end}. */
    Svg begin(String name, Object... attributes) {
        tag(name, attributes);
        markup.append('>');
        return this;
    }

    Svg end(String name) {
        markup.append("</").append(name).append('>');
        return this;
    }

    /** Text; its class says how it looks, its attribute {@code text-anchor} on which side of {@code x} it stands. */
    Svg text(String words, double x, double y, Object... attributes) {
        markup.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y)).append('"');
        attributes(attributes);
        markup.append('>').append(escape(words));
        return end("text");
    }

    String close() {
        return markup.append("</svg>").toString();
    }

    private void tag(String name, Object... attributes) {
        markup.append('<').append(name);
        attributes(attributes);
    }

    private void attributes(Object... attributes) {
        for (int at = 0; at < attributes.length; at += 2) {
            Object value = attributes[at + 1];
            markup.append(' ').append(attributes[at]).append("=\"")
                    .append(value instanceof Double real ? number(real) : escape(String.valueOf(value))).append('"');
        }
    }

    /** About how wide {@code words} are in a font of {@code size} units. */
    static double widthOf(String words, double size) {
        return words.codePointCount(0, words.length()) * size * LETTER_WIDTH;
    }

    static String number(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
