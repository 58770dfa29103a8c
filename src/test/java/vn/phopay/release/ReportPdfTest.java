package vn.phopay.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.ReleaseOffice;
import vn.phopay.testing.ReleaseTown;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** The report says what the tables say, on pages that somebody can read; {@code target/release/report.pdf} keeps it. */
class ReportPdfTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("report_pdf");

    @TempDir
    static Path keyDir;

    private static ReleaseOffice office;
    private static Release release;
    private static String text;
    private static Buffer pdf;

    @BeforeAll
    static void draft() throws IOException {
        office = new ReleaseOffice(DB.pool(), new MovableClock(Instant.parse("2026-11-06T02:00:00Z")), keyDir);
        ReleaseTown town = new ReleaseTown(DB.pool(), 3)
                .shops(90, "district-002", "ward-00070-2025", "street-hang-ngang")
                .shops(60, "district-001", "ward-00004-2025", "")
                .shops(35, "district-004", "ward-00118-2025", "")
                .shops(25, "district-005", "ward-00166-2025", "")
                .shops(4, "district-003", "ward-00103-2025", "")
                .shops(3, "district-006", "ward-00229-2025", "");
        List.of("001", "002", "003", "004", "005", "006", "007")
                .forEach(code -> town.premises("district-" + code, 200));
        town.trade(YearMonth.of(2026, 9), 160).trade(YearMonth.of(2026, 10), 1_000);
        office.publish(YearMonth.of(2026, 9), "");
        office.publish(YearMonth.of(2026, 10), "");
        town.trade(YearMonth.of(2026, 10), 190);
        release = office.publish(YearMonth.of(2026, 10), "Một ngân hàng gửi trùng hai ngày sao kê.");
        pdf = office.file(release, "report.pdf").bytes();
        Files.createDirectories(Path.of("target", "release"));
        Files.write(Path.of("target", "release", "report.pdf"), pdf.getBytes());
        try (PDDocument document = Loader.loadPDF(pdf.getBytes())) {
            text = new PDFTextStripper().getText(document);
        }
    }

    @Test
    void rankingShouldSayWhatTheTableSays() {
        List<String> rows = office.file(release, "ranking.csv").bytes().toString().lines().skip(1).toList();
        assertEquals(30, rows.size());
        for (String row : rows) {
            String[] cells = row.split(",", -1);
            String line = (cells[1].isEmpty() ? "–" : cells[1]) + " " + cells[3] + " "
                    + percent(cells[4]) + " " + percent(cells[5]);
            assertTrue(text.contains(line), "no line \"" + line + "\" in\n" + text);
        }
        assertTrue(rows.stream().anyMatch(row -> row.endsWith(",true")), "somebody improved: " + rows);
    }

    @Test
    void districtsShouldSayWhatTheTableSays() {
        for (String row : office.file(release, "districts.csv").bytes().toString().lines().skip(1).toList()) {
            String[] cells = row.split(",", -1);
            String hidden = cells[15];
            String line = cells[2] + " " + number(cells[4], hidden, "registeredMerchants") + " "
                    + number(cells[7], hidden, "activeOutlets30d");
            assertTrue(text.contains(line), "no line \"" + line + "\" in\n" + text);
        }
    }

    @Test
    void reportShouldNameHashReasonsAndWhatIsHidden() {
        String sums = office.file(release, "DATA-SHA256SUMS").sha256();
        String oneLine = text.replaceAll("\\s+", " ");
        assertTrue(oneLine.contains(sums), "the hash of the data");
        assertTrue(oneLine.contains("Bản này đính chính bản 2026-10.r1"), oneLine);
        assertTrue(oneLine.contains("Một ngân hàng gửi trùng hai ngày sao kê."));
        assertTrue(oneLine.contains("quá ít cửa hàng"));
        assertTrue(office.file(release, "DATA-SHA256SUMS").bytes().toString()
                .contains(office.file(release, "districts.csv").sha256() + "  districts.csv\n"));
    }

    @Test
    void correctionShouldBeToldInWordsAndNotInIds() {
        assertTrue(text.contains("Giá trị giao dịch 71.000.000 đ ẩn"), text);
        assertFalse(text.contains("withheld:") || text.contains("district-005"), text);
    }

    @Test
    void everyPageShouldHaveInkAndMargins() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.getBytes())) {
            assertTrue(document.getNumberOfPages() >= 5, document.getNumberOfPages() + " pages");
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage image = renderer.renderImageWithDPI(page, 40);
                int margin = 20;
                int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
                int width = image.getWidth();
                long dark = IntStream.range(0, pixels.length).filter(i -> (pixels[i] & 0xff) < 160).count();
                assertEquals(0, IntStream.range(0, pixels.length).filter(i -> (pixels[i] & 0xff) < 160)
                        .filter(i -> i % width < margin || i % width > width - margin).count(),
                        "ink in the margin of page " + (page + 1));
                assertTrue(dark > 200, "page " + (page + 1) + " is all but empty");
            }
        }
    }

    private static String percent(String rate) {
        return Optional.of(rate).filter(found -> !found.isEmpty())
                .map(found -> ReportText.percent(new BigDecimal(found))).orElse("–");
    }

    private static String number(String value, String hidden, String column) {
        return List.of(hidden.split(" ")).contains(column) ? "ẩn"
                : value.isEmpty() ? "–" : ReportText.number(Long.parseLong(value));
    }
}
