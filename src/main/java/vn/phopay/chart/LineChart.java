package vn.phopay.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Values over time as lines, at most {@link #LINES_MAX}, told apart by dashes, end marks and names. A value that is not
 * known, or withheld, leaves a gap; no line crosses a break.
 *
 * @param text what is said about it
 * @param numbers how values are written
 * @param slots the periods, from left to right
 * @param lines the series
 * @param extras bands, breaks and targets; {@link Extras#NONE} for a plain chart
 */
public record LineChart(ChartText text, Numbers numbers, List<Slot> slots, List<Line> lines, Extras extras)
        implements Chart {
    /** More lines than this cannot be told apart. */
    public static final int LINES_MAX = 4;

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException where there are too many lines, or one has not a value a slot
     */
    public LineChart {
        slots = List.copyOf(slots);
        lines = List.copyOf(lines);
        int values = slots.size();
        if (lines.size() > LINES_MAX || lines.stream().anyMatch(line -> line.values().size() != values)) {
            throw new IllegalArgumentException("at most " + LINES_MAX + " lines of " + values + " values each");
        }
    }

    /**
     * A period.
     *
     * @param name its full name, as tables show it
     * @param brief a short one for the axis, at most some eight signs
     */
    public record Slot(String name, String brief) {}

    /**
     * A series.
     *
     * @param name what it is called at its end
     * @param values one a slot; null where it is not known or withheld
     */
    public record Line(String name, List<@Nullable BigDecimal> values) {
        /** Copies {@code values}. */
        public Line {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    /**
     * What happened from one slot to another, such as a campaign.
     *
     * @param from index of its first slot
     * @param to index of its last slot
     * @param name what it was
     */
    public record Band(int from, int to, String name) {}

    /**
     * Before this slot something else was counted, so that values of both sides cannot be compared.
     *
     * @param slot index of the first slot behind it
     * @param name what changed
     */
    public record Break(int slot, String name) {}

    /**
     * What a line is to reach.
     *
     * @param line index of the line
     * @param value how much
     * @param brief what stands at it in the drawing
     * @param name what it is called in full, with its day
     */
    public record Target(int line, BigDecimal value, String brief, String name) {}

    /**
     * What is drawn behind the lines.
     *
     * @param bands campaigns and the like; parts outside the slots are left out
     * @param breaks breaks of the series
     * @param targets levels to be reached, at most one a line
     */
    public record Extras(List<Band> bands, List<Break> breaks, List<Target> targets) {
        /** Nothing. */
        public static final Extras NONE = new Extras(List.of(), List.of(), List.of());

        /** Copies the lists. */
        public Extras {
            bands = List.copyOf(bands);
            breaks = List.copyOf(breaks);
            targets = List.copyOf(targets);
        }
    }

    /** Whether there is no value to be seen. */
    public boolean isEmpty() {
        return lines.stream().flatMap(line -> line.values().stream()).noneMatch(Objects::nonNull);
    }

    /** Bands first, then breaks, as they are numbered in the drawing. */
    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        extras.bands().forEach(band -> notes.add(band.name()));
        extras.breaks().forEach(gap -> notes.add(gap.name()));
        return notes;
    }

    @Override
    public List<String> goals() {
        return extras.targets().stream().map(Target::name).toList();
    }

    @Override
    public String svg(Size size) {
        return new LineDrawing(this, size).draw();
    }

    private String title(Target target) {
        return lines.size() == 1 ? target.brief() : lines.get(target.line()).name() + ": " + target.brief();
    }

    /** Its table: a row a slot, a column a line and a target, {@code missing} where a value is not known. */
    public Twin twin(String caption, Twin.Column slotColumn, String metricId, String missing) {
        List<Twin.Column> columns = new ArrayList<>();
        columns.add(slotColumn);
        lines.forEach(line -> columns.add(new Twin.Column(
                lines.size() == 1 ? metricId : metricId + " " + line.name(), line.name(), numbers)));
        extras.targets().forEach(target -> columns.add(new Twin.Column(
                columns.get(target.line() + 1).id() + " target", title(target), numbers)));
        List<Twin.Row> rows = new ArrayList<>();
        for (int slot = 0; slot < slots.size(); slot++) {
            List<Twin.Cell> cells = new ArrayList<>();
            cells.add(Twin.Cell.of(slots.get(slot).name()));
            for (Line line : lines) {
                cells.add(Twin.Cell.of(numbers, line.values().get(slot), missing));
            }
            extras.targets().forEach(target -> cells.add(Twin.Cell.of(numbers, target.value(), missing)));
            rows.add(new Twin.Row(cells));
        }
        return new Twin(caption, columns, rows);
    }
}
