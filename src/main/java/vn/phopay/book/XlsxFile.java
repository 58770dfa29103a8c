package vn.phopay.book;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An Office Open XML workbook with the few styles that a book needs. Written by hand because the libraries for it put
 * the present time into the file, and the same book is to give the same bytes.
 */
final class XlsxFile {
    static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PARTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    /** The earliest moment that a ZIP file can tell: it says nothing. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private XlsxFile() {}

    /** The file with these sheets. */
    static byte[] of(List<XlsxSheet> sheets) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
            add(zip, "[Content_Types].xml", contentTypes(sheets.size()));
            add(zip, "_rels/.rels", relations(List.of(relation(1, "officeDocument", "xl/workbook.xml"))));
            add(zip, "xl/workbook.xml", workbook(sheets));
            add(zip, "xl/_rels/workbook.xml.rels", workbookRelations(sheets.size()));
            add(zip, "xl/styles.xml", styles());
            for (int i = 0; i < sheets.size(); i++) {
                add(zip, "xl/worksheets/sheet" + (i + 1) + ".xml", sheets.get(i).toXml());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return file.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String contentTypes(int sheets) {
        String overrides = IntStream.rangeClosed(1, sheets)
                .mapToObj(i -> override("/xl/worksheets/sheet" + i + ".xml", "worksheet"))
                .collect(Collectors.joining());
        return XML + "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" ContentType=\""
                + "application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\""
                + " ContentType=\"application/xml\"/>" + override("/xl/workbook.xml", "sheet.main")
                + override("/xl/styles.xml", "styles") + overrides + "</Types>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + PARTS + type + "+xml\"/>";
    }

    private static String workbook(List<XlsxSheet> sheets) {
        String names = IntStream.range(0, sheets.size())
                .mapToObj(i -> "<sheet name=\"" + XlsxSheet.escaped(sheets.get(i).name()) + "\" sheetId=\"" + (i + 1)
                        + "\" r:id=\"rId" + (i + 1) + "\"/>")
                .collect(Collectors.joining());
        String titles = IntStream.range(0, sheets.size())
                .filter(i -> !sheets.get(i).repeated().isEmpty())
                .mapToObj(i -> "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"" + i + "\">'"
                        + XlsxSheet.escaped(sheets.get(i).name()) + "'!" + sheets.get(i).repeated() + "</definedName>")
                .collect(Collectors.joining());
        return XML + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>" + names + "</sheets>"
                + (titles.isEmpty() ? "" : "<definedNames>" + titles + "</definedNames>") + "</workbook>";
    }

    private static String workbookRelations(int sheets) {
        List<String> all = IntStream.rangeClosed(1, sheets)
                .mapToObj(i -> relation(i, "worksheet", "worksheets/sheet" + i + ".xml"))
                .collect(Collectors.toList());
        all.add(relation(sheets + 1, "styles", "styles.xml"));
        return relations(all);
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String relations(List<String> all) {
        return XML + "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + String.join("", all)
                + "</Relationships>";
    }

    /** One {@code xf} for each {@link XlsxSheet.Style}, in its order; number formats 3 and 14 are built in. */
    private static String styles() {
        String font = "<name val=\"Times New Roman\"/><family val=\"1\"/></font>";
        return XML + "<styleSheet xmlns=\"" + MAIN + "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\""
                + " formatCode=\"dd/mm/yyyy\"/></numFmts><fonts count=\"4\"><font><sz val=\"12\"/>" + font
                + "<font><b/><sz val=\"12\"/>" + font + "<font><b/><sz val=\"15\"/>" + font
                + "<font><i/><sz val=\"11\"/>" + font + "</fonts><fills count=\"2\"><fill><patternFill"
                + " patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders"
                + " count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border>"
                + side("left") + side("right") + side("top") + side("bottom") + "<diagonal/></border></borders>"
                + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
                + "</cellStyleXfs>"
                + "<cellXfs count=\"" + XlsxSheet.Style.values().length + "\">"
                + xf(0, 0, 0, "") + xf(0, 1, 0, "") + xf(0, 2, 0, "center") + xf(0, 0, 0, "center")
                + xf(0, 3, 0, "center") + xf(0, 3, 0, "right") + xf(0, 1, 1, "center") + xf(0, 0, 1, "left")
                + xf(164, 0, 1, "center") + xf(3, 0, 1, "right") + xf(0, 1, 1, "left") + xf(3, 1, 1, "right")
                + xf(3, 0, 1, "right")
                + "</cellXfs></styleSheet>";
    }

    private static String side(String name) {
        return "<" + name + " style=\"thin\"><color auto=\"1\"/></" + name + ">";
    }

    private static String xf(int format, int font, int border, String horizontal) {
        String alignment = horizontal.isEmpty() ? "/>"
                : " applyAlignment=\"1\"><alignment horizontal=\"" + horizontal + "\" vertical=\"center\""
                        + (border > 0 ? " wrapText=\"1\"" : "") + "/></xf>";
        return "<xf numFmtId=\"" + format + "\" fontId=\"" + font + "\" fillId=\"0\" borderId=\"" + border
                + "\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyBorder=\"1\"" + alignment;
    }
}
