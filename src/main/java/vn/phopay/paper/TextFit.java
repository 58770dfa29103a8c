package vn.phopay.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts text into an area and never past its edges: as large as it may be, in lines of about equal length, smaller where
 * it is long, and with its end cut off (…) where even the smallest size does not hold it.
 */
final class TextFit {
    /** About 4.8 points: what sharp eyes still read on a sticker. */
    static final int SIZE_MIN_UM = 1_700;
    private static final int SIZE_STEP_UM = 50;
    private static final int LEADING_PERCENT = 126;
    private static final String CUT = "…";

    private final Mark.Type type;
    private final int linesMax;
    private final boolean centred;

    private TextFit(Mark.Type type, int linesMax, boolean centred) {
        this.type = type;
        this.linesMax = linesMax;
        this.centred = centred;
    }

    /** Centred, at most as large as {@code type}, in at most {@code linesMax} lines. */
    static TextFit centred(Mark.Type type, int linesMax) {
        return new TextFit(type, linesMax, true);
    }

    /** From the left edge. */
    static TextFit left(Mark.Type type, int linesMax) {
        return new TextFit(type, linesMax, false);
    }

    /** The lines, in the middle of {@code area} between its top and its bottom; none where nothing can be printed. */
    List<Mark.Words> into(Area area, String text) {
        String printable = type.face().printable(text);
        if (printable.isEmpty()) {
            return List.of();
        }
        for (int size = type.sizeUm(); size > SIZE_MIN_UM; size -= SIZE_STEP_UM) {
            Optional<List<String>> lines = lines(printable, size, area);
            if (lines.isPresent()) {
                return place(balanced(lines.get(), printable, size, area), size, area);
            }
        }
        return place(cut(printable, area), SIZE_MIN_UM, area);
    }

    /** Whether the whole text has room. */
    boolean holds(Area area, String text) {
        return lines(type.face().printable(text), SIZE_MIN_UM, area).isPresent();
    }

    /** The text in lines, where all of it fits at this size. */
    private Optional<List<String>> lines(String text, int sizeUm, Area area) {
        List<String> lines = wrap(text, sizeUm, area.widthUm());
        boolean fits = lines.size() <= linesMax
                && heightUm(lines, sizeUm) <= area.heightUm()
                && lines.stream().allMatch(line -> type.face().widthUm(line, sizeUm) <= area.widthUm());
        return fits ? Optional.of(lines) : Optional.empty();
    }

    /** As many lines, of lengths as equal as words allow. */
    private List<String> balanced(List<String> lines, String text, int sizeUm, Area area) {
        List<String> best = lines;
        int width = area.widthUm();
        for (int step = area.widthUm() / 40; width > step && best.size() > 1; width -= step) {
            List<String> narrower = wrap(text, sizeUm, width);
            if (narrower.size() > best.size() || isTooWide(narrower, sizeUm, width)) {
                return best;
            }
            best = narrower;
        }
        return best;
    }

    private boolean isTooWide(List<String> lines, int sizeUm, int widthUm) {
        return lines.stream().anyMatch(line -> type.face().widthUm(line, sizeUm) > widthUm);
    }

    private List<String> wrap(String text, int sizeUm, int widthUm) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + ' ' + word;
            if (!line.isEmpty() && type.face().widthUm(longer, sizeUm) > widthUm) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    /** At the smallest size, the longest beginning that fits; a word that is too long for a line is broken. */
    private List<String> cut(String text, Area area) {
        int[] characters = text.codePoints().toArray();
        for (int length = characters.length; length > 0; length--) {
            String shorter = new String(characters, 0, length).strip() + (length < characters.length ? CUT : "");
            List<String> lines = broken(shorter, area.widthUm());
            if (lines.size() <= linesMax && heightUm(lines, SIZE_MIN_UM) <= area.heightUm()) {
                return lines;
            }
        }
        return List.of();
    }

    private List<String> broken(String text, int widthUm) {
        List<String> lines = new ArrayList<>();
        for (String line : wrap(text, SIZE_MIN_UM, widthUm)) {
            String rest = "";
            for (int character : line.codePoints().toArray()) {
                String longer = rest + Character.toString(character);
                if (type.face().widthUm(longer, SIZE_MIN_UM) > widthUm) {
                    lines.add(rest);
                    longer = Character.toString(character);
                }
                rest = longer;
            }
            lines.add(rest);
        }
        return lines;
    }

    private int heightUm(List<String> lines, int sizeUm) {
        return type.face().aboveUm(lines.getFirst(), sizeUm)
                + (lines.size() - 1) * pitchUm(lines, sizeUm)
                + type.face().belowUm(lines.getLast(), sizeUm);
    }

    /** From baseline to baseline; more than usual where letters such as Ễ and ặ would touch. */
    private int pitchUm(List<String> lines, int sizeUm) {
        String text = String.join("", lines);
        int ink = type.face().aboveUm(text, sizeUm) + type.face().belowUm(text, sizeUm);
        return Math.max(sizeUm * LEADING_PERCENT, ink * 102) / 100;
    }

    /** Capitals stand in the middle, unless marks or descenders would then reach past an edge. */
    private List<Mark.Words> place(List<String> lines, int sizeUm, Area area) {
        List<Mark.Words> words = new ArrayList<>();
        if (lines.isEmpty()) {
            return words;
        }
        int pitch = pitchUm(lines, sizeUm);
        int capitals = sizeUm * Face.CAPITAL / 1000 + (lines.size() - 1) * pitch;
        int highest = area.topUm() + type.face().aboveUm(lines.getFirst(), sizeUm);
        int lowest = area.bottomUm() - type.face().belowUm(lines.getLast(), sizeUm) - (lines.size() - 1) * pitch;
        int middle = area.topUm() + (area.heightUm() - capitals) / 2 + sizeUm * Face.CAPITAL / 1000;
        int baseline = Math.max(highest, Math.min(lowest, middle));
        for (String line : lines) {
            int left = area.leftUm() + (centred ? (area.widthUm() - type.face().widthUm(line, sizeUm)) / 2 : 0);
            words.add(new Mark.Words(line, type.sized(sizeUm), new Mark.Point(left, baseline)));
            baseline += pitch;
        }
        return words;
    }
}
