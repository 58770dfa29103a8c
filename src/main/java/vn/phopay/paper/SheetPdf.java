package vn.phopay.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDFormContentStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;
import vn.phopay.qr.QrSymbol;
import vn.phopay.time.BusinessDay;

/**
 * A print job as one PDF: text that can be searched and copied, codes as filled rectangles that stay sharp at any
 * resolution. The file asks to be printed at its own size, because a module that a printer shrinks is not read any
 * more.
 */
public final class SheetPdf {
    private static final float UM_PER_POINT = 25_400f / 72f;
    /** How far along a quarter circle's tangent the control point of its Bézier curve lies. */
    private static final float ARC = 0.5523f;
    private static final float BYTE = 255f;

    private final PDDocument document;
    private final Map<FontFile, PDType0Font> fontToEmbedded = new HashMap<>();
    private final Map<QrSymbol, PDFormXObject> symbolToForm = new HashMap<>();

    private SheetPdf(PDDocument document) {
        this.document = document;
    }

    /** The file; the same job gives the same bytes. Takes tens of milliseconds a sheet: call it on a worker. */
    public static byte[] render(PrintRun job) {
        try (PDDocument document = new PDDocument()) {
            SheetPdf pdf = new SheetPdf(document);
            pdf.describe(job);
            for (Drawing drawing : Drawings.of(job)) {
                pdf.draw(drawing);
            }
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing a PDF to memory failed", e);
        }
    }

    private void describe(PrintRun job) {
        PDDocumentInformation information = new PDDocumentInformation();
        CodeFace first = job.faces().getFirst();
        information.setTitle(first.shopName() + " – VietQR " + first.serial());
        information.setSubject(job.layout().layoutName());
        information.setProducer("phopay");
        information.setCreationDate(GregorianCalendar.from(
                job.imprint().printedOn().atStartOfDay(BusinessDay.ZONE)));
        document.setDocumentInformation(information);
        document.setDocumentId(id(job));
        document.getDocumentCatalog().setLanguage("vi-VN");
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        preferences.setPrintScaling(PDViewerPreferences.PRINT_SCALING.None);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }

    /** The document id would otherwise hold the time of saving. */
    private static long id(PrintRun job) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(job.toString().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void draw(Drawing drawing) throws IOException {
        PDPage page = new PDPage(new PDRectangle(points(drawing.widthUm()), points(drawing.heightUm())));
        document.addPage(page);
        try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
            for (Mark mark : drawing.marks()) {
                draw(stream, mark, drawing.heightUm());
            }
        }
    }

    private void draw(PDPageContentStream stream, Mark mark, int pageHeightUm) throws IOException {
        switch (mark) {
            case Mark.Fill fill -> drawFill(stream, fill, pageHeightUm);
            case Mark.Polygon polygon -> drawPolygon(stream, polygon, pageHeightUm);
            case Mark.Words words -> drawWords(stream, words, pageHeightUm);
            case Mark.Code code -> drawCode(stream, code, pageHeightUm);
        }
    }

    private static void drawFill(PDPageContentStream stream, Mark.Fill fill, int pageHeightUm) throws IOException {
        Area area = fill.area();
        float left = points(area.leftUm());
        float right = points(area.rightUm());
        float top = points(pageHeightUm - area.topUm());
        float bottom = points(pageHeightUm - area.bottomUm());
        setInk(stream, fill.ink());
        if (fill.radiusUm() == 0) {
            stream.addRect(left, bottom, right - left, top - bottom);
        } else {
            float radius = points(fill.radiusUm());
            float slack = radius * (1 - ARC);
            stream.moveTo(left + radius, bottom);
            stream.lineTo(right - radius, bottom);
            stream.curveTo(right - slack, bottom, right, bottom + slack, right, bottom + radius);
            stream.lineTo(right, top - radius);
            stream.curveTo(right, top - slack, right - slack, top, right - radius, top);
            stream.lineTo(left + radius, top);
            stream.curveTo(left + slack, top, left, top - slack, left, top - radius);
            stream.lineTo(left, bottom + radius);
            stream.curveTo(left, bottom + slack, left + slack, bottom, left + radius, bottom);
        }
        stream.fill();
    }

    private static void drawPolygon(PDPageContentStream stream, Mark.Polygon polygon, int pageHeightUm)
            throws IOException {
        setInk(stream, polygon.ink());
        boolean first = true;
        for (Mark.Point point : polygon.points()) {
            float x = points(point.xUm());
            float y = points(pageHeightUm - point.yUm());
            if (first) {
                stream.moveTo(x, y);
            } else {
                stream.lineTo(x, y);
            }
            first = false;
        }
        stream.fill();
    }

    private void drawWords(PDPageContentStream stream, Mark.Words words, int pageHeightUm) throws IOException {
        setInk(stream, words.type().ink());
        stream.beginText();
        stream.newLineAtOffset(points(words.start().xUm()), points(pageHeightUm - words.start().yUm()));
        for (Face.Run run : words.type().face().runs(words.text())) {
            stream.setFont(embedded(run.font()), points(words.type().sizeUm()));
            stream.showText(run.text());
        }
        stream.endText();
    }

    private void drawCode(PDPageContentStream stream, Mark.Code code, int pageHeightUm) throws IOException {
        float module = points(code.moduleUm());
        int quiet = QrSymbol.QUIET_ZONE * code.moduleUm();
        stream.saveGraphicsState();
        stream.transform(new Matrix(module, 0, 0, module,
                points(code.area().leftUm() + quiet), points(pageHeightUm - code.area().bottomUm() + quiet)));
        stream.drawForm(form(code.symbol()));
        stream.restoreGraphicsState();
    }

    /** The modules of a symbol, each one unit wide, drawn once however often it is printed. */
    private PDFormXObject form(QrSymbol symbol) throws IOException {
        PDFormXObject known = symbolToForm.get(symbol);
        if (known != null) {
            return known;
        }
        PDFormXObject form = new PDFormXObject(document);
        form.setBBox(new PDRectangle(symbol.size(), symbol.size()));
        form.setResources(new PDResources());
        try (PDFormContentStream stream = new PDFormContentStream(form)) {
            stream.setNonStrokingColor(0f);
            for (Run run : runs(symbol)) {
                stream.addRect(run.column(), symbol.size() - 1 - run.row(), run.length(), 1);
            }
            stream.fill();
        }
        symbolToForm.put(symbol, form);
        return form;
    }

    private record Run(int column, int row, int length) {}

    private static List<Run> runs(QrSymbol symbol) {
        return symbol.darkRuns((column, row, length) -> new Run(column, row, length));
    }

    /** Only the letters in use end up in the file. */
    private PDType0Font embedded(FontFile font) throws IOException {
        PDType0Font known = fontToEmbedded.get(font);
        if (known != null) {
            return known;
        }
        try (InputStream file = font.open()) {
            PDType0Font embedded = PDType0Font.load(document, file, true);
            fontToEmbedded.put(font, embedded);
            return embedded;
        }
    }

    private static void setInk(PDPageContentStream stream, Ink ink) throws IOException {
        if (ink.isGrey()) {
            stream.setNonStrokingColor(ink.red() / BYTE);
        } else {
            stream.setNonStrokingColor(ink.red() / BYTE, ink.green() / BYTE, ink.blue() / BYTE);
        }
    }

    private static float points(int um) {
        return um / UM_PER_POINT;
    }
}
