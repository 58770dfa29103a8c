package vn.phopay.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables as people's programs write them. */
class SheetTest {
    private static final Sheet.Shape SHAPE = new Sheet.Shape(List.of("code", "name"), List.of("note"), 3);

    @Test
    void readShouldTakeMarkAndLineEndsWhenExcelWroteThem() {
        Sheet sheet = read("\ufeffCode ,name\r\n 00070 ,\"Phường \"\"Hoàn Kiếm\"\", nội thành\"\r\n\r\n00082,x\r\n");

        assertEquals(List.of(), sheet.faults());
        assertEquals("00070", sheet.rows().getFirst().get("code"));
        assertEquals("Phường \"Hoàn Kiếm\", nội thành", sheet.rows().getFirst().get("name"));
        assertEquals("", sheet.rows().getFirst().get("note"));
        assertEquals(List.of(2, 4), sheet.rows().stream().map(Sheet.Row::line).toList());
    }

    @Test
    void readShouldTakeSemicolonsWhenTheHeaderHasThem() {
        assertEquals("a, b", read("code;name\n1;a, b\n").rows().getFirst().get("name"));
    }

    @Test
    void readShouldCountLinesWhenACellHasSeveral() {
        Sheet sheet = read("code,name\n1,\"two\nlines\"\n2\n");

        assertEquals(List.of(SheetFault.of(4, "", SheetFault.Kind.CELLS, "1", "2")), sheet.faults());
    }

    @Test
    void readShouldComposeLettersWhenTheyCameInParts() {
        assertEquals("\u1ea1", read("code,name\n1,a\u0323\n").rows().getFirst().get("name"));
    }

    @Test
    void readShouldNameColumnsWhenTheyAreMissingUnknownOrTwice() {
        assertEquals(
                List.of(
                        SheetFault.of(1, "colour", SheetFault.Kind.COLUMN_UNKNOWN),
                        SheetFault.of(1, "code", SheetFault.Kind.COLUMN_TWICE),
                        SheetFault.of(1, "name", SheetFault.Kind.COLUMN_MISSING)),
                read("code,colour,code\n1,2,3\n").faults());
    }

    @Test
    void readShouldRefuseTheWholeWhenItIsNoTable() {
        assertEquals(SheetFault.Kind.EMPTY, only(read("")));
        assertEquals(SheetFault.Kind.EMPTY, only(read("code,name\n")));
        assertEquals(SheetFault.Kind.NOT_CSV, only(read("code,name\n1,\0\n")));
        assertEquals(SheetFault.Kind.NOT_UTF8,
                only(Sheet.read("code,name\n1,Phường\n".getBytes(StandardCharsets.UTF_16), SHAPE)));
        assertEquals(SheetFault.Kind.TOO_MANY, only(read("code,name\n1,a\n2,b\n3,c\n4,d\n")));
        assertEquals(3, read("code,name\n1,a\n2,b\n3,c\n").rows().size());
    }

    @Test
    void everyKindShouldHaveAsManyArgumentsAsItsWordsNameWhenItIsTold() {
        assertEquals("has 1 cells, the header 2",
                SheetFault.of(4, "", SheetFault.Kind.CELLS, "1", "2").detail());
        assertEquals("must not be before 2027-01-01",
                SheetFault.of(4, "valid_from", SheetFault.Kind.DAY_EARLY, "2027-01-01").detail());
    }

    private static SheetFault.Kind only(Sheet sheet) {
        assertEquals(1, sheet.faults().size());
        assertEquals(List.of(), sheet.rows());
        return sheet.faults().getFirst().kind();
    }

    private static Sheet read(String text) {
        return Sheet.read(text.getBytes(StandardCharsets.UTF_8), SHAPE);
    }
}
