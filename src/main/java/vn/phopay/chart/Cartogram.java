package vn.phopay.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Areas as tiles where they lie to each other, each with its name, its value and a gauge of one to five dots that says
 * in which fifth of all areas it is; the tile's shade says the same again. An area without a value has neither.
 *
 * @param text what is said about it
 * @param numbers how values are written
 * @param tiles the areas, in the order in which they are walked through
 * @param missing what stands where a value is not known, one or two signs
 */
public record Cartogram(ChartText text, Numbers numbers, List<Tile> tiles, String missing) implements Chart {
    /** Into how many steps the areas are sorted. */
    public static final int STEPS = 5;

    /** Copies {@code tiles}. */
    public Cartogram {
        tiles = List.copyOf(tiles);
    }

    /**
     * An area.
     *
     * @param name what it is called, in words that may stand under each other
     * @param column from the left, 0 first
     * @param row from the top, 0 first
     * @param value its value; null where it is not known
     * @param href where it leads; null for nowhere
     */
    public record Tile(String name, int column, int row, @Nullable BigDecimal value, @Nullable String href) {}

    /** In which step each tile is, 1 to {@link #STEPS} by rising value, equal values in the same; 0 without a value. */
    public List<Integer> steps() {
        List<BigDecimal> sorted = tiles.stream().map(Tile::value).filter(Objects::nonNull)
                .map(BigDecimal::stripTrailingZeros).sorted().toList();
        List<Integer> steps = new ArrayList<>();
        for (Tile tile : tiles) {
            BigDecimal value = tile.value();
            if (value == null) {
                steps.add(0);
            } else {
                long below = sorted.stream().filter(other -> other.compareTo(value) < 0).count();
                steps.add((int) (below * STEPS / sorted.size()) + 1);
            }
        }
        return steps;
    }

    @Override
    public String svg(Size size) {
        return new CartogramDrawing(this, size).draw();
    }
}
