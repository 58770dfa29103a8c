package vn.phopay.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.statement.StatementHead.Kind;
import vn.phopay.statement.StatementLine.Payer;
import vn.phopay.statement.StatementPart.Ended;

/** What is read out of camt.053 and camt.054, of every version. */
class CamtReaderTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13})
    void nextShouldGiveHeadLinesAndBalancesWhateverTheVersion(int version) throws Exception {
        CamtText camt = CamtText.day(version);
        Reading read = Reading.camt(camt.statement("S1", 7, "0123456789", 1_000L, 41_000L,
                camt.entry("FT1", 50_000, "CRDT", "BOOK",
                        camt.transaction("FT1", 50_000L, "NGUYEN VAN A", "PP7K3M", "9Q2X")),
                camt.entry("FT2", 10_000, "DBIT")).text());

        assertEquals(List.of(new StatementHead(Kind.CAMT053, "S1", "0123456789", 7L, LocalDate.of(2026, 11, 22),
                LocalDate.of(2026, 11, 22))), read.heads());
        StatementLine first = read.lines().getFirst();
        assertEquals("FT1", first.bankTrace());
        assertEquals("TXFT1", first.txId());
        assertEquals(50_000, first.amountVnd());
        assertEquals(Direction.CREDIT, first.direction());
        assertEquals("PP7K3M9Q2X", first.memo(), "Ustrd are joined without separator");
        assertNull(first.payerReference(), "NOTPROVIDED is no reference");
        assertEquals(new Payer("NGUYEN VAN A", "900012"), first.payer());
        assertEquals(Instant.parse("2026-11-22T02:15:00Z"), first.booking().at());
        assertTrue(first.booking().exact());
        assertEquals(Direction.DEBIT, read.lines().get(1).direction());
        assertEquals(List.of(new Ended(1_000L, 41_000L)), read.ends());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 13})
    void nextShouldReadNotifications(int version) throws Exception {
        CamtText camt = CamtText.notice(version);
        Reading read = Reading.camt(camt.statement("N1", 1, "111", null, null, camt.entry("FT1", 5, "CRDT")).text());
        assertEquals(Kind.CAMT054, read.heads().getFirst().kind());
        assertEquals(new Ended(null, null), read.ends().getFirst());
    }

    @ParameterizedTest
    @CsvSource({"7,PDNG", "7,INFO", "8,PDNG", "8,INFO", "13,FUTR"})
    void nextShouldPassOverWhatIsNoMoneyYet(int version, String status) throws Exception {
        CamtText camt = CamtText.day(version);
        Reading read = Reading.camt(camt.statement("S1", 1, "111", 0L, 5L,
                camt.entry("FT1", 9, "CRDT", status, camt.transaction("FT1", 9L, "A", "m")),
                camt.entry("FT2", 5, "CRDT"), camt.entry("FT3", 0, "CRDT")).text());
        assertEquals(List.of("FT2"), read.lines().stream().map(StatementLine::bankTrace).toList());
    }

    @Test
    void nextShouldReadTheStatusInEitherForm() throws Exception {
        CamtText camt = CamtText.day(7);
        String text = camt.statement("S1", 1, "111", 0L, 5L, camt.entry("FT1", 5, "CRDT")).text();
        assertEquals(1, Reading.camt(text).lines().size(), "the schema of version 07 has Sts/Cd");
        assertEquals(1, Reading.camt(text.replace("<Sts><Cd>BOOK</Cd></Sts>", "<Sts>BOOK</Sts>")).lines().size(),
                "and senders of it still write a text");
    }

    @Test
    void nextShouldGiveEachTransactionOfABatchWhenTheyAddUp() throws Exception {
        CamtText camt = CamtText.day(8);
        Reading read = Reading.camt(camt.statement("S1", 1, "111", 0L, 60L, camt.entry("B1", 60, "CRDT", "BOOK",
                "<Btch><NbOfTxs>3</NbOfTxs></Btch>" + camt.transaction("FT1", 10L, "A", "m1")
                        + camt.transaction("B1", 20L, "B", "m2") + camt.transaction(null, 30L, "C", "m3"))).text());
        assertEquals(List.of("FT1", "B1/2", "B1/3"), read.lines().stream().map(StatementLine::bankTrace).toList(),
                "what repeats the batch's reference is told apart by its place");
        assertEquals(List.of(10L, 20L, 30L), read.lines().stream().map(StatementLine::amountVnd).toList());
        assertEquals(List.of(1L, 2L, 3L), read.lines().stream().map(StatementLine::number).toList());
        assertTrue(read.undivided().isEmpty());
    }

    @Test
    void nextShouldGiveOneUndividedLineWhenABatchDoesNotAddUp() throws Exception {
        CamtText camt = CamtText.day(8);
        Reading read = Reading.camt(camt.statement("S1", 1, "111", 0L, 61L,
                camt.entry("B1", 60, "CRDT", "BOOK",
                        camt.transaction("FT1", 10L, "A", "m1") + camt.transaction("FT2", 20L, "B", "m2")),
                camt.entry("FT9", 1, "CRDT")).text());
        assertEquals(List.of(60L, 1L), read.lines().stream().map(StatementLine::amountVnd).toList());
        assertEquals(List.of(true, false), read.lines().stream().map(StatementLine::undivided).toList());
    }

    @Test
    void nextShouldTakeTheEntrysAmountWhenItsOnlyTransactionTellsNone() throws Exception {
        CamtText camt = CamtText.day(8);
        Reading read = Reading.camt(camt.statement("S1", 1, "111", 0L, 60L,
                camt.entry("B1", 60, "CRDT", "BOOK", camt.transaction(null, null, "A", "m1"))).text());
        assertEquals(60, read.lines().getFirst().amountVnd());
        assertEquals("B1", read.lines().getFirst().bankTrace());
        assertFalse(read.lines().getFirst().undivided());
    }

    @Test
    void nextShouldKnowAReversal() throws Exception {
        CamtText camt = CamtText.day(6);
        String reversal = camt.entry("FT1", 60, "DBIT").replace("<Sts>", "<RvslInd>true</RvslInd><Sts>");
        StatementLine line = Reading.camt(camt.statement("S1", 1, "111", 60L, 0L, reversal).text()).lines().getFirst();
        assertTrue(line.reversal());
        assertEquals(Direction.DEBIT, line.direction());
    }

    @Test
    void nextShouldPreferTheStructuredReference() throws Exception {
        CamtText camt = CamtText.day(9);
        String details = camt.transaction("FT1", 5L, "A", "free text").replace("<RmtInf>",
                "<RmtInf><Strd><CdtrRefInf><Ref>PPSTRUCTURED</Ref></CdtrRefInf></Strd>");
        StatementLine line = Reading.camt(camt.statement("S1", 1, "111", 0L, 5L,
                camt.entry("FT1", 5, "CRDT", "BOOK", details)).text()).lines().getFirst();
        assertEquals("PPSTRUCTURED", line.payerReference());
        assertEquals("free text", line.memo());
    }

    @Test
    void nextShouldReadSeveralStatementsOfOneFile() throws Exception {
        CamtText camt = CamtText.day(8);
        Reading read = Reading.camt(camt.statement("S1", 1, "111", 0L, 5L, camt.entry("FT1", 5, "CRDT"))
                .statement("S2", 4, "222", -7L, -7L).text());
        assertEquals(List.of("111", "222"), read.heads().stream().map(StatementHead::accountNumber).toList());
        assertEquals(List.of(new Ended(0L, 5L), new Ended(-7L, -7L)), read.ends());
    }

    @Test
    void nextShouldTellPagesOfOneStatementApart() throws Exception {
        CamtText camt = CamtText.day(8);
        String text = camt.statement("S1", 1, "111", 0L, 5L).text()
                .replace("<ElctrncSeqNb>", "<StmtPgntn><PgNb>2</PgNb></StmtPgntn><ElctrncSeqNb>");
        assertEquals("S1#2", Reading.camt(text).heads().getFirst().reference());
    }

    @Test
    void nextShouldReadDaysAndTimesWithoutZoneAsVietnamese() throws Exception {
        CamtText camt = CamtText.day(8);
        String entry = camt.entry("FT1", 5, "CRDT");
        String late = entry.replace("2026-11-22T09:15:00+07:00", "2026-11-22T23:59:59");
        String dayOnly = entry.replace("<DtTm>2026-11-22T09:15:00+07:00</DtTm>", "<Dt>2026-11-22</Dt>");
        List<StatementLine> lines =
                Reading.camt(camt.statement("S1", 1, "111", 0L, 10L, late, dayOnly).text()).lines();
        assertEquals(Instant.parse("2026-11-22T16:59:59Z"), lines.getFirst().booking().at());
        assertEquals(LocalDate.of(2026, 11, 22), lines.get(1).booking().businessDate());
        assertFalse(lines.get(1).booking().exact());
    }

    private static final String AMOUNT = "an amount must be whole đồng, at most 9999999999999";

    @ParameterizedTest
    @ValueSource(strings = {"5.50", "10000000000000", "-5", "5,000", "", "5e3"})
    void nextShouldRefuseAnAmountThatIsNotWholeDong(String amount) throws Exception {
        CamtText camt = CamtText.day(8);
        String entry = camt.entry("FT1", 5, "CRDT").replace(">5</Amt>", ">" + amount + "</Amt>");
        String text = camt.statement("S1", 1, "111", 0L, 5L, entry).text();
        assertEquals(AMOUNT,
                assertThrows(StatementUnreadableException.class, () -> Reading.camt(text)).detail());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Ccy=\"VND\">5<|Ccy=\"USD\">5<|the currency must be VND",
        "<Ccy>VND</Ccy>|<Ccy>EUR</Ccy>|the currency must be VND",
        "<CdtDbtInd>CRDT</CdtDbtInd><Sts>|<CdtDbtInd>C</CdtDbtInd><Sts>|CdtDbtInd must be CRDT or DBIT",
        "<Sts><Cd>BOOK</Cd></Sts>|''|an entry needs Amt, CdtDbtInd and Sts",
        "2026-11-22T09:15|1026-11-22T09:15|a date of 2000 to 2199 was expected",
        "<Id>111</Id>|<Id></Id>|a statement needs its account (Acct/Id/Othr/Id or IBAN) before its entries"})
    void nextShouldRefuseAndSayWhy(String part, String broken, String why) throws Exception {
        CamtText camt = CamtText.day(8);
        String sound = camt.statement("S1", 1, "111", 0L, 5L, camt.entry("FT1", 5, "CRDT")).text();
        assertTrue(sound.contains(part), "the text to break stands there");
        assertEquals(1, Reading.camt(sound).lines().size());
        StatementUnreadableException refused =
                assertThrows(StatementUnreadableException.class, () -> Reading.camt(sound.replace(part, broken)));
        assertEquals(why, refused.detail());
        assertTrue(refused.place().startsWith("line "), refused.place());
    }
}
