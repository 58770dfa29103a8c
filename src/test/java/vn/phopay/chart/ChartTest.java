package vn.phopay.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import vn.phopay.merchant.Language;
import vn.phopay.metric.Unit;

/** What charts promise, read out of the drawings themselves. */
class ChartTest {
    private static final Numbers COUNTS = new Numbers(Language.VI, Unit.COUNT);
    private static final String NASTY = "Phố \"A\" & <script>";

    static Stream<Chart> charts() {
        List<Chart> charts = new ArrayList<>();
        ChartText text = new ChartText("c", NASTY, NASTY);
        charts.add(line(Arrays.asList(num(1), null, num(3)), LineChart.Extras.NONE));
        charts.add(new LineChart(text, COUNTS, List.of(), List.of(), LineChart.Extras.NONE));
        charts.add(new BarChart(
                text, COUNTS, List.of(BarChart.Bar.of(NASTY, num(3)), BarChart.Bar.of(NASTY, null)), "–"));
        charts.add(new BarChart(text, COUNTS, List.of(), "–"));
        charts.add(new ColumnChart(text, COUNTS, List.of(new ColumnChart.Column(NASTY, num(0)))));
        charts.add(new ColumnChart(text, COUNTS, List.of()));
        charts.add(map(List.of(num(3), num(5))));
        charts.add(new Cartogram(text, COUNTS, List.of(), "–"));
        charts.add(new Sparkline(text, COUNTS, Arrays.asList(null, num(3), null)));
        charts.add(new StripChart(text, List.of(new StripChart.Premise(NASTY, StripChart.State.IDLE)), letters()));
        return charts.stream();
    }

    /** Any drawing is one well-formed element with a name, without anything that a strict policy would refuse. */
    @ParameterizedTest
    @MethodSource("charts")
    void drawingsShouldBeWellFormedNamedAndWithoutStyles(Chart chart) {
        for (Size size : Size.values()) {
            String svg = chart.svg(size);
            Element root = parse(svg).getDocumentElement();
            assertEquals("svg", root.getTagName());
            String[] named = root.getAttribute("aria-labelledby").split(" ");
            assertEquals(2, named.length);
            assertTrue(svg.contains("<title id=\"" + named[0] + "\">"), svg);
            assertTrue(svg.contains("<desc id=\"" + named[1] + "\">"), svg);
            assertFalse(svg.contains(" style="), svg);
            assertFalse(svg.contains("<script"), svg);
            assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
        }
    }

    @Test
    void unknownValueShouldLeaveAGapAndNeverBeZero() {
        String svg = line(Arrays.asList(num(5), num(6), null, num(8), num(9)), LineChart.Extras.NONE).svg(Size.WIDE);
        String path = path(svg, "c-line c-line-1");
        assertEquals(2, path.chars().filter(sign -> sign == 'M').count(), path);
        assertEquals(2, path.chars().filter(sign -> sign == 'L').count(), path);
    }

    @Test
    void valueBetweenGapsShouldBeSeen() {
        String svg = line(Arrays.asList(null, num(6), null, num(8)), LineChart.Extras.NONE).svg(Size.WIDE);
        assertEquals(3, elements(svg, "circle").getLength(), "two that stand alone, and the end of the line");
    }

    @Test
    void noLineShouldCrossABreak() {
        LineChart chart = line(List.of(num(5), num(6), num(7), num(8)),
                new LineChart.Extras(List.of(), List.of(new LineChart.Break(2, "Địa giới mới")), List.of()));
        String path = path(chart.svg(Size.WIDE), "c-line c-line-1");
        assertEquals(2, path.chars().filter(sign -> sign == 'M').count(), path);
        assertEquals(List.of("Địa giới mới"), chart.notes());
    }

    @Test
    void marksShouldHaveTheNumbersOfTheirNotes() {
        LineChart chart = line(List.of(num(5), num(6), num(7), num(8)), new LineChart.Extras(
                List.of(new LineChart.Band(0, 1, "một"), new LineChart.Band(3, 9, "hai")),
                List.of(new LineChart.Break(2, "ba")), List.of()));
        assertEquals(List.of("một", "hai", "ba"), chart.notes());
        NodeList texts = elements(chart.svg(Size.NARROW), "text");
        List<String> marks = new ArrayList<>();
        for (int at = 0; at < texts.getLength(); at++) {
            if (((Element) texts.item(at)).getAttribute("class").equals("c-mark-text")) {
                marks.add(texts.item(at).getTextContent());
            }
        }
        assertEquals(List.of("1", "2", "3"), marks);
    }

    @Test
    void targetShouldStandInTheDrawingTheTableAndTheWordsBelow() {
        LineChart chart = line(List.of(num(5), num(6)), new LineChart.Extras(List.of(), List.of(),
                List.of(new LineChart.Target(0, num(20), "Chỉ tiêu 20", "Chỉ tiêu 20 · hạn 31/12/2026"))));
        for (Size size : Size.values()) {
            String svg = chart.svg(size);
            assertTrue(svg.contains(">Chỉ tiêu 20<"), svg);
            assertTrue(path(svg, "c-target").startsWith("M"), svg);
        }
        assertEquals(List.of("Chỉ tiêu 20 · hạn 31/12/2026"), chart.goals());
        Twin twin = chart.twin("Bảng", Twin.Column.text("period", "Kỳ"), "activeOutlets30", "chưa có số");
        assertEquals("period,activeOutlets30 (count),activeOutlets30 target (count)\r\nslot 0,5,20\r\nslot 1,6,20\r\n",
                twin.csv());
    }

    @Test
    void wordsOfEqualTargetsShouldNotLieOnEachOther() {
        List<LineChart.Line> lines = Stream.of("a", "b")
                .map(name -> new LineChart.Line(name, List.of(num(1), num(2)))).toList();
        List<LineChart.Target> targets = List.of(new LineChart.Target(0, num(20), "mức 20", "a: mức 20"),
                new LineChart.Target(1, num(20), "mức 20", "b: mức 20"));
        String svg = new LineChart(new ChartText("x", "t", "d"), COUNTS, slots(2), lines,
                new LineChart.Extras(List.of(), List.of(), targets)).svg(Size.WIDE);
        List<Double> starts = new ArrayList<>();
        NodeList texts = elements(svg, "text");
        for (int at = 0; at < texts.getLength(); at++) {
            Element text = (Element) texts.item(at);
            if (text.getAttribute("class").equals("c-target-text")) {
                starts.add(Double.valueOf(text.getAttribute("x")));
            }
        }
        assertEquals(2, starts.size(), svg);
        assertTrue(svg.contains(">A mức 20<") && svg.contains(">B mức 20<"), svg);
        assertTrue(starts.get(1) - starts.get(0) > Svg.widthOf("A mức 20", Size.WIDE.font()), starts.toString());
    }

    @Test
    void linesShouldDifferInMoreThanColour() {
        List<LineChart.Line> lines = Stream.of("a", "b", "c", "d")
                .map(name -> new LineChart.Line(name, List.of(num(1), num(2)))).toList();
        String svg = new LineChart(new ChartText("x", "t", "d"), COUNTS, slots(2), lines, LineChart.Extras.NONE)
                .svg(Size.WIDE);
        for (String dash : List.of("none", "9 5", "2 5", "13 4 2 4")) {
            assertTrue(svg.contains("stroke-dasharray=\"" + dash + "\""), dash);
        }
        for (String end : List.of(">A a<", ">B b<", ">C c<", ">D d<")) {
            assertTrue(svg.contains(end), end);
        }
    }

    @Test
    void tooManyLinesShouldBeRefused() {
        List<LineChart.Line> lines = Stream.of("a", "b", "c", "d", "e")
                .map(name -> new LineChart.Line(name, List.of(num(1)))).toList();
        ChartText text = new ChartText("x", "t", "d");
        assertThrows(IllegalArgumentException.class,
                () -> new LineChart(text, COUNTS, slots(1), lines, LineChart.Extras.NONE));
        assertThrows(IllegalArgumentException.class,
                () -> new LineChart(text, COUNTS, slots(2), lines.subList(0, 1), LineChart.Extras.NONE));
    }

    @Test
    void stepsShouldFollowFifthsAndEqualValuesShareOne() {
        assertEquals(List.of(1, 2, 3, 4, 5), map(List.of(num(1), num(2), num(3), num(4), num(5))).steps());
        assertEquals(List.of(1, 1, 1), map(List.of(num(7), num(7), num(7))).steps());
        assertEquals(List.of(0, 1, 3), map(Arrays.asList(null, num(0), num(9))).steps());
        String svg = map(Arrays.asList(null, num(0))).svg(Size.WIDE);
        assertTrue(svg.contains("c-step-0") && svg.contains(">–<"), svg);
    }

    @Test
    void twinShouldGiveTheSameRowsAsTableAndFile() {
        LineChart chart = line(Arrays.asList(num(1234), null), LineChart.Extras.NONE);
        Twin twin = chart.twin("Bảng", Twin.Column.text("period", "Kỳ"), "activeOutlets30", "chưa có số");
        assertEquals("period,activeOutlets30 (count)\r\nslot 0,1234\r\nslot 1,\r\n", twin.csv());
        assertEquals(List.of("slot 0", "1.234"), twin.rows().getFirst().cells().stream().map(Twin.Cell::text).toList());
        assertEquals("chưa có số", twin.rows().getLast().cells().getLast().text());
    }

    @Test
    void filesShouldQuoteByRfc4180AndHoldNoFormula() {
        Twin twin = new Twin("x", List.of(Twin.Column.text("name", "n"), Twin.Column.text("note", "m")), List.of(
                Twin.Row.of(Twin.Cell.of("a,\"b\""), Twin.Cell.of("=1+1"))));
        assertEquals("name,note\r\n\"a,\"\"b\"\"\",'=1+1\r\n", twin.csv());
        List<Twin.Column> columns = twin.columns();
        assertThrows(IllegalArgumentException.class,
                () -> new Twin("x", columns, List.of(Twin.Row.of(Twin.Cell.of("one")))));
    }

    @Test
    void numbersShouldBeWrittenAsReadersReadThem() {
        Numbers english = new Numbers(Language.EN, Unit.COUNT);
        assertEquals("1.234.567", COUNTS.text(num(1_234_567)));
        assertEquals("1,234,567", english.text(num(1_234_567)));
        assertEquals("12,3k", COUNTS.brief(num(12_345)));
        assertEquals("1,2\u00a0tr", COUNTS.brief(num(1_234_567)));
        assertEquals("1.2bn", english.brief(num(1_234_567_890)));
        Numbers rates = new Numbers(Language.VI, Unit.RATE);
        assertEquals("12,4%", rates.text(new BigDecimal("0.1235")));
        assertEquals("+1,5\u00a0điểm %", rates.change(new BigDecimal("0.0150")));
        assertEquals("\u22121,5\u00a0điểm %", rates.change(new BigDecimal("-0.0150")));
        assertEquals("8,82\u00a0tỷ\u00a0₫", new Numbers(Language.VI, Unit.VND).briefMoney(num(8_816_800_000L)));
        assertEquals("23/11/2026", new Numbers(Language.VI, Unit.DATE).text(num(20_780)));
    }

    @Test
    void axesShouldEndOnRoundNumbers() {
        assertEquals(List.of("0", "500", "1000", "1500", "2000"), ticks(Unit.COUNT, num(1_900)));
        assertEquals(List.of("0", "1"), ticks(Unit.COUNT, num(0)));
        assertEquals(List.of("0", "1", "2", "3"), ticks(Unit.COUNT, num(3)));
        assertEquals(List.of("0", "0.1", "0.2", "0.3", "0.4"), ticks(Unit.RATE, new BigDecimal("0.37")));
    }

    private static List<String> ticks(Unit unit, BigDecimal highest) {
        return Scale.of(Stream.of(highest), unit).ticks().stream()
                .map(tick -> tick.stripTrailingZeros().toPlainString()).toList();
    }

    private static LineChart line(List<BigDecimal> values, LineChart.Extras extras) {
        return new LineChart(new ChartText("c", NASTY, NASTY), COUNTS, slots(values.size()),
                List.of(new LineChart.Line("Hoàn Kiếm", values)), extras);
    }

    private static List<LineChart.Slot> slots(int count) {
        List<LineChart.Slot> slots = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            slots.add(new LineChart.Slot("slot " + at, "s" + at));
        }
        return slots;
    }

    private static Cartogram map(List<BigDecimal> values) {
        List<Cartogram.Tile> tiles = new ArrayList<>();
        values.forEach(value -> tiles.add(new Cartogram.Tile(NASTY, tiles.size(), 0, value, "/x?a=1&b=2")));
        return new Cartogram(new ChartText("map", "t", "d"), COUNTS, tiles, "–");
    }

    private static Map<StripChart.State, String> letters() {
        return Map.of(StripChart.State.ACTIVE, "H", StripChart.State.IDLE, "I", StripChart.State.UNREGISTERED, "C");
    }

    private static BigDecimal num(long value) {
        return BigDecimal.valueOf(value);
    }

    private static String path(String svg, String type) {
        NodeList paths = elements(svg, "path");
        for (int at = 0; at < paths.getLength(); at++) {
            Element path = (Element) paths.item(at);
            if (path.getAttribute("class").equals(type)) {
                return path.getAttribute("d");
            }
        }
        throw new AssertionError("no " + type + " in " + svg);
    }

    private static NodeList elements(String svg, String name) {
        return parse(svg).getElementsByTagName(name);
    }

    private static Document parse(String svg) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(svg, e);
        }
    }
}
