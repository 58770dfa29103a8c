package vn.phopay.chart;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A street's premises in the order of their numbers, each with its state, which shape, letter and colour tell alike.
 *
 * @param text what is said about it
 * @param premises from one end of the street to the other
 * @param stateToLetter one letter a state, in the reader's language
 */
public record StripChart(ChartText text, List<Premise> premises, Map<State, String> stateToLetter) implements Chart {
    private static final double CELL_NARROW = 50;
    private static final double CELL_WIDE = 48;
    private static final double ROW = 62;

    /** Copies both. @throws IllegalArgumentException where a state has no letter */
    public StripChart {
        premises = List.copyOf(premises);
        stateToLetter = Map.copyOf(stateToLetter);
        if (stateToLetter.size() != State.values().length) {
            throw new IllegalArgumentException("every state needs a letter");
        }
    }

    /** What is known of a premise. */
    public enum State {
        /** Registered, and paid lately: a full circle. */
        ACTIVE,
        /** Registered, and not paid lately: an empty square. */
        IDLE,
        /** Not registered: an empty triangle. */
        UNREGISTERED
    }

    /**
     * A shop front.
     *
     * @param number its house number, at most some six signs
     * @param state what is known of it
     */
    public record Premise(String number, State state) {}

    @Override
    public String svg(Size size) {
        double cell = size == Size.NARROW ? CELL_NARROW : CELL_WIDE;
        int perRow = (int) (size.width() / cell);
        int rows = Math.max(1, (premises.size() + perRow - 1) / perRow);
        Svg svg = Svg.picture(text, size, rows * ROW);
        for (int at = 0; at < premises.size(); at++) {
            Premise premise = premises.get(at);
            double x = at % perRow * cell + cell / 2;
            double y = at / perRow * ROW + 20;
            symbol(svg, premise.state(), x, y);
            svg.text(stateToLetter.getOrDefault(premise.state(), ""), x,
                    y + size.font() * 0.35 + (premise.state() == State.UNREGISTERED ? 3 : 0),
                    "class", "c-strip-letter c-strip-" + premise.state().name().toLowerCase(Locale.ROOT),
                    "text-anchor", "middle", "font-size", size.font());
            svg.text(premise.number(), x, y + 20 + size.font(), "class", "c-tick", "text-anchor", "middle",
                    "font-size", size.font());
        }
        return svg.close();
    }

    /** The symbol of a state alone, for a key. */
    public static String key(State state, String letter) {
        StringBuilder markup = new StringBuilder("<svg class=\"chart-key\" viewBox=\"0 0 40 40\" aria-hidden=\"true\" "
                + "focusable=\"false\" width=\"32\" height=\"32\">");
        Svg svg = Svg.fragment();
        symbol(svg, state, 20, 20);
        svg.text(letter, 20, 25 + (state == State.UNREGISTERED ? 2 : 0), "class",
                "c-strip-letter c-strip-" + state.name().toLowerCase(Locale.ROOT), "text-anchor", "middle",
                "font-size", 14);
        return markup.append(svg.close()).toString();
    }

    private static void symbol(Svg svg, State state, double x, double y) {
        switch (state) {
            case ACTIVE -> svg.shape("circle", "class", "c-active", "cx", x, "cy", y, "r", 16);
            case IDLE -> svg.shape("rect", "class", "c-idle", "x", x - 15, "y", y - 15, "width", 30, "height", 30);
            case UNREGISTERED -> svg.shape("path", "class", "c-unregistered", "stroke-dasharray", "4 3", "d",
                    "M" + Svg.number(x) + " " + Svg.number(y - 18) + "l19 34h-38z");
        }
    }
}
