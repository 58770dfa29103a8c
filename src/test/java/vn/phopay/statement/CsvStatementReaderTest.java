package vn.phopay.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.statement.StatementLine.Payer;

/** What is read out of our CSV form. */
class CsvStatementReaderTest {
    private static final String HEADER =
            "date,time,reference,account,debit,credit,balance,memo,payer_name,payer_account";

    @Test
    void nextShouldReadEveryColumn() throws Exception {
        Reading read = Reading.csv("\uFEFF" + HEADER + "\r\n"
                + "2026-11-22,09:15:00,FT1,0123456789,,\"50,000\",150.000,"
                + "\"Phở, \"\"đặc biệt\"\"\nbàn 2\",NGUYEN VAN A,9000\r\n"
                + "22/11/2026,,FT2,0123456789,10000.00,,140000,,,\r\n");
        StatementLine first = read.lines().getFirst();
        assertEquals(new StatementLine(2, "FT1", null, 50_000, Direction.CREDIT, false,
                new StatementLine.Booking(Instant.parse("2026-11-22T02:15:00Z"), true, LocalDate.of(2026, 11, 22)),
                "Phở, \"đặc biệt\"\nbàn 2", null, new Payer("NGUYEN VAN A", "9000"), 150_000L, false), first);
        StatementLine second = read.lines().get(1);
        assertEquals(Direction.DEBIT, second.direction());
        assertEquals(10_000, second.amountVnd());
        assertFalse(second.booking().exact());
        assertEquals(LocalDate.of(2026, 11, 22), second.booking().businessDate());
        assertEquals("file", read.heads().getFirst().reference());
    }

    @Test
    void nextShouldTakeColumnsInAnyOrderAndLeaveOptionalOnesOut() throws Exception {
        StatementLine line = Reading.csv("Memo,credit,debit,account,reference,date\nm,5,,111,,2026-11-22").lines()
                .getFirst();
        assertNull(line.bankTrace());
        assertEquals("m", line.memo());
        assertEquals(Payer.UNKNOWN, line.payer());
    }

    @Test
    void nextShouldBeginAStatementWhereverTheAccountChanges() throws Exception {
        Reading read = Reading.csv("date,reference,account,debit,credit,memo\n2026-11-22,F1,111,,5,\n"
                + "2026-11-22,F2,222,,5,\n2026-11-22,F3,111,,5,\n");
        assertEquals(List.of("111", "222", "111"),
                read.heads().stream().map(StatementHead::accountNumber).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1|1", "50000|50000", "50,000|50000", "50.000|50000", "1.234.567|1234567",
        "1,234,567|1234567", "50000.00|50000", "50000,0|50000", "1,500.00|1500", "1.500,00|1500",
        "9,999,999,999,999|9999999999999"})
    void amountShouldBeRead(String text, long vnd) {
        assertEquals(vnd, CsvAmount.read(text).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"1.50", "'1,50'", "1.5", "50.0000", "'1,5000'", "12.34.567", "'1,234.567'", "'1.234,567'", "'1,234,00'",
        "1.000.00", "1e3", "' 1'", "'1 000'", "--1", "₫50", "'1234,567'", "1234.567", "0x10", "."})
    void amountShouldBeRefusedWhenItCouldBeReadInTwoWays(String text) {
        assertEquals(java.util.Optional.empty(), CsvAmount.read(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "FT1|,1.50|credit must be whole đồng, thousands grouped by , or . or not at all",
        "FT1|5,5|exactly one of debit and credit must be an amount",
        "FT1|,|exactly one of debit and credit must be an amount",
        "FT1|,-5|credit must be whole đồng, thousands grouped by , or . or not at all",
        "FT1|5|has 5 cells, the header has 6"})
    void nextShouldRefuseARowAndNameIt(String reference, String amounts, String why) {
        String text = "date,reference,account,debit,credit,memo\n2026-11-22,F0,111,,5,\n2026-11-22," + reference
                + ",111," + amounts + ",m\n";
        StatementUnreadableException refused =
                assertThrows(StatementUnreadableException.class, () -> Reading.csv(text));
        assertEquals("row 3", refused.place());
        assertEquals(why, refused.detail());
    }

    @Test
    void nextShouldRefuseAFileWithoutHeaderOrLines() {
        assertDetail("the file is empty; a header is required", "");
        assertDetail("there is a header and no line", HEADER + "\n");
        assertDetail("column 1 has none of the known names date, reference, account, debit, credit, memo, balance,"
                + " payer_account, payer_name, time", "2026-11-22,F1,111,,5,m\n");
        assertDetail("the column memo is missing; a header is required",
                "date,reference,account,debit,credit\n2026-11-22,F1,111,,5\n");
        assertDetail("the column date stands there twice", "date,date,reference,account,debit,credit,memo\n");
    }

    @Test
    void nextShouldRefuseWhatIsNotUtf8() {
        byte[] latin = (HEADER + "\n2026-11-22,,F1,111,,5,,Phở à,,\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] bad = new String(latin, StandardCharsets.ISO_8859_1).replace('?', 'à')
                .getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("is not UTF-8",
                assertThrows(StatementUnreadableException.class, () -> Reading.csv(bad)).detail());
    }

    private static void assertDetail(String detail, String text) {
        assertEquals(detail, assertThrows(StatementUnreadableException.class, () -> Reading.csv(text)).detail());
    }
}
