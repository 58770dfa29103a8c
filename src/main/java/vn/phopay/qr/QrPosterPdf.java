package vn.phopay.qr;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/**
 * The layout {@code a4-poster}: one A4 page with the code as filled rectangles (sharp at any resolution), the shop, the
 * account to compare, and how to pay in Vietnamese and English. Modules are 0.6 mm or more for every QR version.
 */
public final class QrPosterPdf {
    /** The name of this layout in links. */
    public static final String LAYOUT = "a4-poster";
    private static final int PAGE_WIDTH = 595;
    private static final int BAND_BOTTOM = 752;
    private static final int CODE_SIDE = 356;
    private static final int CODE_BOTTOM = 308;
    private static final int CENTI = 100;
    private static final PdfText.Column PAGE = new PdfText.Column(45, 505, true);
    private static final PdfText.Column LEFT = new PdfText.Column(45, 245, false);
    private static final PdfText.Column RIGHT = new PdfText.Column(306, 245, false);
    private static final List<String> STEPS_VI = List.of(
        "1. Mở ứng dụng ngân hàng hoặc ví điện tử, chọn Quét mã QR.",
        "2. Kiểm tra tên người nhận, nhập số tiền nếu cần.",
        "3. Xác nhận và cho người bán xem màn hình kết quả.");
    private static final List<String> STEPS_EN = List.of(
        "1. Open your bank or wallet app and choose Scan QR.",
        "2. Check the name of the payee; type the amount if asked.",
        "3. Confirm, and show the seller the result on your screen.");

    private QrPosterPdf() {
    }

    /**
     * The file; the same content and time give the same bytes. Takes tens of milliseconds: call it on a worker.
     *
     * @param createdAt the creation date written into the file
     */
    public static byte[] render(PosterContent content, Instant createdAt) {
        QrSymbol symbol = QrSymbol.of(content.payload());
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            describe(document, content, createdAt);
            try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
                PdfText regular = PdfText.with(document, stream, "NotoSans-Regular.ttf");
                PdfText bold = PdfText.with(document, stream, "NotoSans-Bold.ttf");
                drawTitle(stream, regular, bold);
                drawShop(bold, content);
                drawCode(stream, symbol);
                drawAccount(regular, bold, content);
                drawSteps(regular);
                drawAdvice(stream, regular, bold);
                drawFooter(regular, content);
            }
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing a PDF to memory failed", e);
        }
    }

    /** The document id would otherwise hold the time of saving. */
    private static void describe(PDDocument document, PosterContent content, Instant createdAt) {
        byte[] hash = QrPublicKey.sha256(content.payload().getBytes(StandardCharsets.UTF_8));
        document.setDocumentId(ByteBuffer.wrap(hash).getLong());
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle("VietQR " + content.serial());
        information.setProducer("phopay");
        information.setCreationDate(GregorianCalendar.from(createdAt.atZone(ZoneOffset.UTC)));
        document.setDocumentInformation(information);
    }

    private static void drawTitle(PDPageContentStream stream, PdfText regular, PdfText bold) throws IOException {
        stream.setNonStrokingColor(0.05f, 0.32f, 0.36f);
        stream.addRect(0, BAND_BOTTOM, PAGE_WIDTH + 1, 90);
        stream.fill();
        stream.setNonStrokingColor(1f);
        bold.write("QUÉT MÃ ĐỂ THANH TOÁN", 29, 800, PAGE);
        regular.write("Scan to pay", 16, 772, PAGE);
        stream.setNonStrokingColor(0f);
    }

    private static void drawShop(PdfText bold, PosterContent content) throws IOException {
        int size = bold.sizeThatFits(content.shopName(), 32, 12, new PdfText.Limits(PAGE.width(), 2));
        bold.write(content.shopName(), size, 712, PAGE);
    }

    /** Works in hundredths of a point, so that every module has exactly the same size. */
    private static void drawCode(PDPageContentStream stream, QrSymbol symbol) throws IOException {
        int modules = symbol.size() + 2 * QrSymbol.QUIET_ZONE;
        int module = CODE_SIDE * CENTI / modules;
        int left = (PAGE_WIDTH * CENTI - module * modules) / 2;
        int top = CODE_BOTTOM * CENTI + module * modules;
        stream.saveGraphicsState();
        stream.transform(Matrix.getScaleInstance(1f / CENTI, 1f / CENTI));
        for (int row = 0; row < symbol.size(); row++) {
            int bottom = top - (row + 1 + QrSymbol.QUIET_ZONE) * module;
            int column = 0;
            while (column < symbol.size()) {
                int end = QrSvg.endOfRun(symbol, column, row);
                if (end > column) {
                    int x = left + (column + QrSymbol.QUIET_ZONE) * module;
                    stream.addRect(x, bottom, (end - column) * module, module);
                }
                column = end + 1;
            }
        }
        stream.fill();
        stream.restoreGraphicsState();
    }

    private static void drawAccount(PdfText regular, PdfText bold, PosterContent content) throws IOException {
        int size = bold.sizeThatFits(content.accountName(), 18, 10, new PdfText.Limits(PAGE.width(), 1));
        bold.write(content.accountName(), size, 292, PAGE);
        regular.write(content.bankName() + "  ••••  " + content.accountLast4(), 15, 268, PAGE);
    }

    private static void drawSteps(PdfText regular) throws IOException {
        int y = 238;
        for (String step : STEPS_VI) {
            y = regular.write(step, 11, y, LEFT) - 2;
        }
        y = 238;
        for (String step : STEPS_EN) {
            y = regular.write(step, 11, y, RIGHT) - 2;
        }
    }

    private static void drawAdvice(PDPageContentStream stream, PdfText regular, PdfText bold) throws IOException {
        stream.setNonStrokingColor(1f, 0.94f, 0.78f);
        stream.addRect(45, 84, 505, 52);
        stream.fill();
        stream.setNonStrokingColor(0f);
        bold.write("Chỉ trả tiền khi tên trên điện thoại giống tên người nhận ở trên.", 13, 114, PAGE);
        regular.write("Pay only if the name on your phone is the payee's name above.", 12, 95, PAGE);
    }

    private static void drawFooter(PdfText regular, PosterContent content) throws IOException {
        int y = regular.write("Mã số / Serial: " + content.serial(), 10, 62, PAGE);
        if (content.checkUrl() != null) {
            regular.write("Kiểm tra mã / Check this code: " + content.checkUrl(), 10, y - 2, PAGE);
        }
    }
}
