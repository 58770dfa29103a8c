package vn.phopay.release;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import vn.phopay.metric.ScopeKind;

/** The report of a release, in Vietnamese, as A4 pages. It says nothing that the data files do not say. */
final class ReportPdf {
    private static final PdfBook.Colour TILE_NONE = new PdfBook.Colour(238, 238, 238);
    private static final int TILE_WIDTH = 71;
    private static final int TILE_HEIGHT = 44;
    private static final int TILES = 7;
    private static final int SECTION_ROOM = 120;

    private final ReleaseContent content;
    private final String dataHash;
    private final PdfBook book;
    private int y = PdfBook.TOP;

    private ReportPdf(ReleaseContent content, String dataHash, PdfBook book) {
        this.content = content;
        this.dataHash = dataHash;
        this.book = book;
    }

    /** The file; {@code dataHash} is the SHA-256 of the list of the data files' hashes, printed on it. */
    static Buffer render(ReleaseContent content, String dataHash) {
        try (PDDocument document = new PDDocument()) {
            PdfBook book = new PdfBook(document);
            String title = "Thanh toán không tiền mặt ở Hà Nội, " + month(content);
            book.describe(title, dataHash, content.draftedOn());
            ReportPdf report = new ReportPdf(content, dataHash, book);
            report.draw();
            return Buffer.buffer(book.close("phopay · bản phát hành " + content.number() + " · SHA-256 dữ liệu "
                    + dataHash.substring(0, 16) + "…"));
        } catch (IOException e) {
            throw new UncheckedIOException("writing a PDF to memory failed", e);
        }
    }

    private static String month(ReleaseContent content) {
        return "tháng " + content.number().month().getMonthValue() + " năm " + content.number().month().getYear();
    }

    private void draw() throws IOException {
        drawTitle();
        drawKeyFigures();
        drawCartogram();
        drawRanking();
        ReportTable.Columns columns = new ReportTable.Columns(List.of("Tên", "Cửa hàng đăng ký",
                "Điểm bán hoạt động", "Tỷ lệ", "Lượt giao dịch", "Giá trị (đ)"), List.of(170, 66, 66, 52, 65, 80));
        drawTable("Theo quận, huyện, thị xã", ScopeKind.DISTRICT, columns);
        drawTable("Theo không gian đi bộ và tuyến phố chương trình", ScopeKind.ZONE, columns);
        drawTable("Theo phường, xã", ScopeKind.WARD, columns);
        drawChanges();
        drawMethod();
    }

    private void drawTitle() throws IOException {
        book.text("Số liệu mở · phopay", PdfBook.Style.SMALL, PdfBook.LEFT, y);
        y -= 30;
        book.text("Thanh toán không tiền mặt ở Hà Nội", PdfBook.Style.TITLE, PdfBook.LEFT, y);
        y -= 22;
        String month = month(content);
        book.text(Character.toUpperCase(month.charAt(0)) + month.substring(1),
                PdfBook.Style.HEADING, PdfBook.LEFT, y);
        y -= 18;
        book.text("Bản phát hành " + content.number() + ", lập ngày " + ReportText.day(content.draftedOn())
                + ". Giấy phép CC BY 4.0.", PdfBook.Style.BODY, PdfBook.LEFT, y);
        y -= 12;
        if (content.correction().isPresent()) {
            ReleaseContent.Correction correction = content.correction().get();
            y = book.wrapped("Bản này đính chính bản " + correction.corrects() + ". Lý do: " + correction.reasons(),
                    PdfBook.Style.STRONG, box(y - 4));
        }
        y -= 8;
    }

    private void drawKeyFigures() throws IOException {
        Map<String, ReleaseCell> city = content.of(ScopeKind.CITY).values().stream().findFirst().orElse(Map.of());
        List<String> names = List.of("Cửa hàng đã đăng ký", "Điểm bán hoạt động", "Tỷ lệ hoạt động",
                "Lượt giao dịch", "Giá trị giao dịch");
        List<String> metrics = List.of(
                "registeredMerchants", "activeOutlets30", "adoptionRate", "transactions", "amount");
        int width = PdfBook.WIDTH / metrics.size();
        for (int i = 0; i < metrics.size(); i++) {
            PdfBook.Box box = new PdfBook.Box(PdfBook.LEFT + i * width, y - 50, width - 6, 50);
            book.fill(box, new PdfBook.Colour(250, 243, 240));
            String value = ReportText.of(city.get(metrics.get(i)));
            PdfBook.Style style = new PdfBook.Style(value.length() > 12 ? 9 : 14, true, 20);
            book.text(value, style, box.x() + 6, y - 22);
            book.text(names.get(i), new PdfBook.Style(7, false, 90), box.x() + 6, y - 40);
        }
        y -= 68;
        ReleaseRanking ranking = ReleaseRanking.of(content);
        y = book.wrapped("Cao nhất: " + names(ranking.highest(), false), PdfBook.Style.STRONG, box(y));
        y = book.wrapped("Tiến bộ nhất: " + (content.previous().isEmpty()
                ? "chưa có bản phát hành của tháng trước để so sánh." : names(ranking.mostImproved(), true)),
                PdfBook.Style.STRONG, box(y));
        y -= 14;
    }

    private static String names(List<ReleaseRanking.Row> rows, boolean improved) {
        return rows.isEmpty() ? "không có." : rows.stream()
                .map(row -> row.district().name() + " (" + (improved
                        ? ReportText.points(row.change()) + " điểm phần trăm"
                        : row.rate().map(ReportText::percent).orElse("")) + ")")
                .collect(Collectors.joining(", ")) + ".";
    }

    private void drawCartogram() throws IOException {
        y = heading("Tỷ lệ điểm kinh doanh hoạt động theo quận, huyện, thị xã");
        int top = y + 6;
        Map<ReleaseScope, Map<String, ReleaseCell>> districts = content.of(ScopeKind.DISTRICT);
        for (Map.Entry<ReleaseScope, Map<String, ReleaseCell>> entry : districts.entrySet()) {
            ReleaseScope.Tile tile = entry.getKey().tile();
            if (tile.column() >= 0) {
                drawTile(entry.getKey(), Optional.ofNullable(entry.getValue().get("adoptionRate")),
                        new PdfBook.Box(PdfBook.LEFT + tile.column() * TILE_WIDTH,
                                top - (tile.row() + 1) * TILE_HEIGHT, TILE_WIDTH - 3, TILE_HEIGHT - 3));
            }
        }
        y = top - TILES * TILE_HEIGHT - 10;
        book.text("Ô càng đậm tỷ lệ càng cao; con số nằm trong ô. “" + ReportText.WITHHELD + "”: không công bố; “"
                + ReportText.UNKNOWN + "”: chưa có mẫu số. Vị trí ô chỉ gần đúng.",
                PdfBook.Style.SMALL, PdfBook.LEFT, y);
        y -= 20;
    }

    private void drawTile(ReleaseScope district, Optional<ReleaseCell> rate, PdfBook.Box box) throws IOException {
        Optional<BigDecimal> value = rate.flatMap(ReleaseCell::value);
        int shade = value.map(found -> found.min(BigDecimal.ONE).movePointRight(2).intValue()).orElse(0);
        book.fill(box, value.isEmpty() ? TILE_NONE
                : new PdfBook.Colour(252 - shade * 89 / 100, 236 - shade * 120 / 100, 230 - shade * 130 / 100));
        String name = district.name().replaceFirst("^(Quận|Huyện|Thị xã) ", "");
        int middle = box.x() + box.width() / 2;
        PdfBook.Style small = new PdfBook.Style(8, false, 10);
        book.centred(book.cut(name, small, box.width() - 4), small, middle, box.y() + 25);
        book.centred(ReportText.of(rate.orElse(null)), new PdfBook.Style(10, true, 10), middle, box.y() + 9);
    }

    private void drawRanking() throws IOException {
        newPage();
        y = heading("Xếp hạng");
        ReportTable table = new ReportTable(book, new ReportTable.Columns(
                List.of("Hạng", "Quận, huyện, thị xã", "Tỷ lệ", "Tháng trước", "Thay đổi", "Ghi chú"),
                List.of(38, 165, 60, 70, 66, 100)), this::newPage);
        y = table.head(y);
        for (ReleaseRanking.Row row : ReleaseRanking.of(content).rows()) {
            String note = (row.highest() ? "Cao nhất " : "") + (row.mostImproved() ? "Tiến bộ nhất" : "");
            y = table.row(y, List.of(row.rank().map(String::valueOf).orElse(ReportText.UNKNOWN),
                    row.district().name(), row.rate().map(ReportText::percent).orElse(ReportText.UNKNOWN),
                    row.before().rate().map(ReportText::percent).orElse(ReportText.UNKNOWN),
                    ReportText.points(row.change()), note.strip()));
        }
        y -= 6;
        y = book.wrapped("Thứ hạng chỉ tính từ tỷ lệ đã công bố: bằng một cộng số quận, huyện có tỷ lệ cao hơn."
                + " Thay đổi tính bằng điểm phần trăm so với bản công bố mới nhất của tháng trước.",
                PdfBook.Style.SMALL, box(y));
    }

    private void drawTable(String title, ScopeKind kind, ReportTable.Columns columns) throws IOException {
        if (content.of(kind).isEmpty()) {
            return;
        }
        y -= 16;
        if (y < PdfBook.BOTTOM + SECTION_ROOM) {
            newPage();
        }
        y = heading(title);
        ReportTable table = new ReportTable(book, columns, this::newPage);
        y = table.head(y);
        for (Map.Entry<ReleaseScope, Map<String, ReleaseCell>> entry : content.of(kind).entrySet()) {
            Map<String, ReleaseCell> cells = entry.getValue();
            y = table.row(y, List.of(entry.getKey().name(), ReportText.of(cells.get("registeredMerchants")),
                    ReportText.of(cells.get("activeOutlets30")), ReportText.of(cells.get("adoptionRate")),
                    ReportText.of(cells.get("transactions")),
                    ReportText.of(cells.get("amount")).replace(" đ", "")));
        }
    }

    private void drawChanges() throws IOException {
        if (content.correction().isEmpty()) {
            return;
        }
        newPage();
        y = heading("Những số đã thay đổi so với bản " + content.correction().get().corrects());
        ReportTable table = new ReportTable(book, new ReportTable.Columns(
                List.of("Phạm vi", "Chỉ số", "Trước", "Sau"), List.of(150, 200, 75, 74)), this::newPage);
        y = table.head(y);
        ChangeWords words = new ChangeWords(content);
        for (ReleaseContent.Change change : content.correction().get().changes()) {
            y = table.row(y, words.of(change));
        }
    }

    private void drawMethod() throws IOException {
        y -= 20;
        if (y < PdfBook.BOTTOM + 2 * SECTION_ROOM) {
            newPage();
        }
        y = heading("Cách tính, phần bị ẩn và cách kiểm tra");
        for (String paragraph : ReportMethod.paragraphs(content, dataHash)) {
            if (y < PdfBook.BOTTOM + 60) {
                newPage();
            }
            y = book.wrapped(paragraph, PdfBook.Style.BODY, box(y)) - 4;
        }
    }

    private int heading(String title) throws IOException {
        book.text(title, PdfBook.Style.HEADING, PdfBook.LEFT, y);
        return y - 18;
    }

    private int newPage() throws IOException {
        book.turn();
        y = PdfBook.TOP;
        return y;
    }

    private static PdfBook.Box box(int y) {
        return new PdfBook.Box(PdfBook.LEFT, y, PdfBook.WIDTH, 0);
    }
}
