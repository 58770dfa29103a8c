package vn.phopay.book;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import de.siegmar.fastcsv.reader.CsvReader;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.phopay.book.RenderBook.Form;
import vn.phopay.book.RenderBook.Order;
import vn.phopay.book.RenderBook.Overloaded;
import vn.phopay.book.RenderBook.Rendered;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.testing.TestPostgres;

/** The files that a book is handed in as: PDF, spreadsheet and CSV, read again by other programs. */
class BookFilesTest {
    private static final OutletId FIRST = new OutletId(new UUID(1, 1));
    private static final OutletId SECOND = new OutletId(new UUID(1, 2));
    private static final BookHeader HEADER = new BookHeader(
            "Hộ kinh doanh Nguyễn Thị Ngọc Ưởng – Phở gà Lý Quốc Sư", "Phở Ưởng", "0101243150",
            List.of(new BookHeader.Place(FIRST, "=Phở \"Ưởng\", quầy <1> & 2", "12 Lý Quốc Sư, Hoàn Kiếm, Hà Nội"),
                    new BookHeader.Place(SECOND, "Quầy Đồng Xuân", "5 Đồng Xuân, Hoàn Kiếm, Hà Nội")));
    private static RenderBook render;

    @BeforeAll
    static void open() {
        render = new RenderBook(TestPostgres.vertx(), 1, 3);
    }

    @AfterAll
    static void keepPictures() throws IOException {
        Path directory = Files.createDirectories(Path.of("target", "screenshots"));
        byte[] file = file(full(), Form.PDF);
        Files.write(directory.resolve("so-doanh-thu-s1a.pdf"), file);
        try (PDDocument document = Loader.loadPDF(file)) {
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page, 100);
                ImageIO.write(image, "png", directory.resolve("so-doanh-thu-s1a-" + (page + 1) + ".png").toFile());
            }
        }
        Files.write(directory.resolve("so-doanh-thu-s1a.xlsx"), file(full(), Form.XLSX));
    }

    /** A month with something of every kind on every day: three pages. */
    private static BookMonth full() {
        List<BookLine> lines = new ArrayList<>();
        for (int day = 1; day <= 31; day++) {
            LocalDate date = LocalDate.of(2026, 7, day);
            lines.add(new BookLine(date, date, Optional.of(FIRST), new BookSums(12, 1_234_000 + day,
                    day % 7 == 0 ? 1 : 0, day % 7 == 0 ? 45_000 : 0,
                    day % 5 == 0 ? 1 : 0, day % 5 == 0 ? 20_000 : 0, 1, 350_000)));
            lines.add(new BookLine(date, date, Optional.of(SECOND), new BookSums(3, 600_000, 0, 0, 0, 0, 0, 0)));
        }
        lines.add(new BookLine(LocalDate.of(2026, 7, 9), LocalDate.of(2026, 6, 28), Optional.empty(),
                new BookSums(1, 70_000, 0, 0, 0, 0, -1, -15_000)));
        return month(lines, Optional.of(new BookMonth.Closing(Instant.parse("2026-08-03T02:00:00Z"), "ab".repeat(32))));
    }

    private static BookMonth month(List<BookLine> lines, Optional<BookMonth.Closing> closing) {
        return new BookMonth(new MerchantId(new UUID(7, 7)), YearMonth.of(2026, 7), HEADER, lines, closing);
    }

    private static byte[] file(BookMonth month, Form form) {
        return file(new Order(month, Optional.empty(), form, false));
    }

    private static byte[] file(Order order) {
        return ((Rendered) await(render.render(order))).file().getBytes();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void fileShouldHaveTheSameBytesWhenTheBookIsTheSame(Form form) {
        byte[] first = file(full(), form);
        assertArrayEquals(first, file(full(), form));
        assertFalse(Arrays.equals(first, file(new Order(full(), Optional.of(SECOND), form, false))));
    }

    @Test
    void pdfShouldSayWhatFormS1aAsks() throws IOException {
        String text = text(file(full(), Form.PDF)).replaceAll("\\s+", " ");
        for (String said : List.of("HỘ, CÁ NHÂN KINH DOANH: Hộ kinh doanh Nguyễn Thị Ngọc Ưởng", "Mẫu số S1a-HKD",
                "152/2025/TT-BTC", "Mã số thuế: 0101243150", "Địa chỉ: 12 Lý Quốc Sư",
                "SỔ DOANH THU BÁN HÀNG HÓA, DỊCH VỤ",
                "Địa điểm kinh doanh: Tất cả 2 địa điểm", "Kỳ kê khai: Tháng 07 năm 2026", "Đơn vị tính: đồng",
                "Ngày tháng", "Diễn giải", "Số tiền", "Tiền chuyển khoản (15 lượt)", "Tiền mặt",
                "Ngân hàng thu hồi (1 lượt)", "-45.000", "Hoàn tiền cho khách (1 lượt)", "-20.000",
                "Ghi bổ sung: Tiền chuyển khoản ngày 28/06/2026 (1 lượt)", "NGƯỜI ĐẠI DIỆN HỘ KINH DOANH",
                "Mã kiểm tra: " + "ab".repeat(32))) {
            assertTrue(text.contains(said), said + " is missing in\n" + text);
        }
        long net = full().totals().netVnd();
        assertTrue(text.contains("Tổng cộng " + S1aForm.amount(net)), text);
    }

    @Test
    void pdfShouldCarrySumsFromPageToPageAndNumberThem() throws IOException {
        byte[] file = file(full(), Form.PDF);
        try (PDDocument document = Loader.loadPDF(file)) {
            int pages = document.getNumberOfPages();
            assertTrue(pages >= 3, "so many rows need pages, but there are " + pages);
            String carried = "";
            for (int page = 1; page <= pages; page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = stripper.getText(document);
                assertTrue(text.contains("Trang " + page + "/" + pages), text);
                if (page > 1) {
                    assertTrue(text.contains(S1aForm.BROUGHT + " " + carried), carried + " in\n" + text);
                    assertTrue(text.contains("Diễn giải"), "the table's head stands on each page");
                }
                carried = text.lines().filter(line -> line.startsWith(S1aForm.CARRIED)).findFirst()
                        .map(line -> line.substring(S1aForm.CARRIED.length()).strip()).orElse("");
                assertEquals(page < pages, !carried.isEmpty(), text);
            }
        }
    }

    @Test
    void pdfShouldSayThatAnOpenMonthIsADraftAndThatNothingHappened() throws IOException {
        String text = text(file(month(List.of(), Optional.empty()), Form.PDF));
        assertTrue(text.contains("Bản nháp"), text);
        assertTrue(text.contains("Không phát sinh doanh thu trong kỳ"), text);
        assertTrue(text.contains("Trang 1/1"), text);
    }

    @Test
    void pdfShouldHoldNamesOfAnyLengthAndCharactersThatNoFontHas() throws IOException {
        BookHeader odd = new BookHeader("Phở 🍜 " + "rất ".repeat(45), "x", "0101243150",
                List.of(new BookHeader.Place(FIRST, "Quán", "Ngõ " + "dài ".repeat(60))));
        BookMonth month = new BookMonth(new MerchantId(new UUID(7, 7)), YearMonth.of(2026, 7), odd, full().lines(),
                Optional.empty());
        String text = text(file(month, Form.PDF));
        assertTrue(text.contains("Phở rất"), text);
        assertTrue(text.contains(S1aForm.TITLE), text);
    }

    @Test
    void spreadsheetShouldHoldTheFormWithNumbersAndDaysWhenAnotherProgramOpensIt() throws IOException {
        S1aForm form = S1aForm.of(full(), Optional.empty());
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file(full(), Form.XLSX)))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertEquals("S1a-HKD", workbook.getFirstSheet().getName());
            assertEquals("HỘ, CÁ NHÂN KINH DOANH: " + HEADER.legalName(), rows.getFirst().getCellText(0));
            int head = 0;
            while (!rows.get(head).getCellText(0).equals("Ngày tháng")) {
                head++;
            }
            assertEquals(List.of("A", "B", "1"), texts(rows.get(head + 1)));
            for (int i = 0; i < form.rows().size(); i++) {
                Row row = rows.get(head + 2 + i);
                S1aForm.Row expected = form.rows().get(i);
                assertEquals(expected.date(), row.getCellAsDate(0).orElseThrow().toLocalDate());
                assertEquals(expected.description(), row.getCellText(1));
                assertEquals(CellType.NUMBER, row.getCell(2).getType());
                assertEquals(expected.amountVnd(), row.getCellAsNumber(2).orElseThrow().longValueExact());
            }
            Row total = rows.get(head + 2 + form.rows().size());
            assertEquals("Tổng cộng", total.getCellText(1));
            Cell sum = total.getCell(2);
            assertEquals("SUM(C" + (head + 3) + ":C" + (head + 2 + form.rows().size()) + ")", sum.getFormula());
            assertEquals(full().totals().netVnd(), Long.parseLong(sum.getRawValue()));
        }
    }

    private static List<String> texts(Row row) {
        return row.stream().map(Cell::getText).toList();
    }

    @Test
    void spreadsheetShouldHoldTheLinesAndTakeNoNameForAFormula() throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file(full(), Form.XLSX)))) {
            List<Row> rows = workbook.getSheet(1).orElseThrow().read();
            List<BookLine> lines = full().lines();
            assertEquals(lines.size() + 1, rows.size());
            long net = 0;
            for (int i = 0; i < lines.size(); i++) {
                Row row = rows.get(i + 1);
                BookSums sums = lines.get(i).sums();
                assertEquals(lines.get(i).entered(), row.getCellAsDate(0).orElseThrow().toLocalDate());
                assertEquals(sums.receivedVnd(), row.getCellAsNumber(4).orElseThrow().longValueExact());
                net += row.getCellAsNumber(10).orElseThrow().longValueExact();
            }
            assertEquals(full().totals().netVnd(), net);
            Cell name = rows.get(1).getCell(2);
            assertEquals("=Phở \"Ưởng\", quầy <1> & 2", name.getText());
            assertEquals(CellType.STRING, name.getType());
            assertTrue(name.getFormula() == null || name.getFormula().isEmpty());
        }
    }

    @Test
    void csvShouldReadBackAndRunNoFormula() {
        String csv = Buffer.buffer(file(full(), Form.CSV)).toString();
        assertEquals('\ufeff', csv.charAt(0), "by which spreadsheets know UTF-8");
        List<List<String>> records = CsvReader.builder().ofCsvRecord(csv.substring(1)).stream()
                .map(record -> record.getFields()).toList();
        assertEquals("Ngày ghi sổ", records.getFirst().getFirst());
        assertEquals(full().lines().size() + 1, records.size());
        assertEquals(List.of("2026-07-01", "2026-07-01", "", "'=Phở \"Ưởng\", quầy <1> & 2", "12", "1234001", "0", "0",
                "0", "0", "1", "350000", "1584001"), records.get(1));
        List<String> late = records.getLast();
        assertEquals(List.of("2026-07-09", "2026-06-28", "x", "", "1", "70000", "0", "0", "0", "0", "-1", "-15000",
                "55000"), late);
        assertEquals(full().totals().netVnd(), records.stream().skip(1)
                .mapToLong(record -> Long.parseLong(record.getLast())).sum());
        String english = Buffer.buffer(file(new Order(full(), Optional.empty(), Form.CSV, true))).toString();
        assertTrue(english.startsWith("\ufeffEntered on,Business day,"), english.substring(0, 60));
    }

    @Test
    void formOfOneOutletShouldHoldItsLinesOnlyAndAddUpWithTheOther() {
        S1aForm first = S1aForm.of(full(), Optional.of(FIRST));
        S1aForm second = S1aForm.of(full(), Optional.of(SECOND));
        assertEquals("Quầy Đồng Xuân, 5 Đồng Xuân, Hoàn Kiếm, Hà Nội", second.place());
        assertEquals(31 * 600_000L, second.totalVnd());
        assertEquals(full().totals().netVnd(), first.totalVnd() + second.totalVnd() + 55_000);
    }

    @Test
    void renderShouldRefuseAtOnceWhenTooMuchWaits() {
        List<RenderBook.Outcome> outcomes = new ArrayList<>();
        List<Future<RenderBook.Outcome>> asked = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            asked.add(render.render(new Order(full(), Optional.empty(), Form.PDF, false)));
        }
        asked.forEach(future -> outcomes.add(await(future)));
        assertTrue(outcomes.stream().anyMatch(Overloaded.class::isInstance), outcomes.toString());
        assertTrue(outcomes.stream().anyMatch(Rendered.class::isInstance), outcomes.toString());
    }

    @Test
    void amountShouldBeWrittenInGroupsOfThree() {
        assertEquals("0", S1aForm.amount(0));
        assertEquals("999", S1aForm.amount(999));
        assertEquals("1.000", S1aForm.amount(1_000));
        assertEquals("-1.234.567", S1aForm.amount(-1_234_567));
        assertEquals("9.999.999.999.999", S1aForm.amount(9_999_999_999_999L));
    }
}
