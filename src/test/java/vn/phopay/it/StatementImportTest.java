package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.phopay.statement.CamtText;
import vn.phopay.testing.InvariantsAfter;
import vn.phopay.testing.ShopRows;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Statements over HTTP against the whole service: what lines lead to, whatever else was told before or after. */
class StatementImportTest {
    private static final String ACCOUNT = "0123456789";
    private static final String AT = "2026-11-22T09:15:00+07:00";

    private TestDatabase database;
    private TestApp app;
    private StatementBench bench;
    private ShopRows.Shop shop;

    @BeforeEach
    void start() {
        database = TestPostgres.newDatabase("statement_import");
        shop = new ShopRows(database.pool()).insert("970422", ACCOUNT);
        app = TestApp.start(database, java.time.Clock.systemUTC(), Map.of(
                "PHOPAY_STATEMENT_IMPORT_INTERVAL_MS", "10", "PHOPAY_STATEMENT_CHUNK_LINES", "3"));
        bench = new StatementBench(app, database, app.bank("mbbank", "970422"));
    }

    @AfterEach
    void stop() {
        app.close();
        InvariantsAfter.check(database.pool());
        database.close();
    }

    @Test
    void importShouldMatchRecoverAndReportEachLine() {
        bench.callback(StatementBench.transaction("FT1", ACCOUNT, 50_000, AT),
                StatementBench.transaction("FT2", ACCOUNT, 20_000, AT));
        CamtText camt = CamtText.day(8);
        JsonObject upload = bench.importXml(camt.statement("S1", 1, ACCOUNT, 0L, 108_000L,
                camt.entry("FT1", 50_000, "CRDT"), camt.entry("FT2", 21_000, "CRDT"),
                camt.entry("FT3", 30_000, "CRDT", "BOOK",
                        camt.transaction("FT3", 30_000L, "A", "tra tien " + shop.code().value())),
                camt.entry("FT4", 7_000, "CRDT")).text());

        assertEquals("IMPORTED", upload.getString("status"), upload.encode());
        assertEquals(4, upload.getLong("lines"));
        assertEquals(1, upload.getLong("matched"));
        assertEquals(2, upload.getLong("recovered"));
        assertEquals(1, upload.getLong("amountMismatch"));
        assertEquals(0, upload.getLong("duplicates"));
        assertEquals("BALANCED", upload.getJsonArray("statements").getJsonObject(0).getString("status"));
        assertEquals(List.of("FT3 OUTLET STATEMENT", "FT4 ACCOUNT STATEMENT"), bench.query(
                "SELECT bank_reference, outcome, source FROM payment WHERE source = 'STATEMENT' ORDER BY 1"));
        assertEquals(List.of("AMOUNT_MISMATCH OPEN"), bench.cases());
        assertEquals(107_000, bench.counted());
    }

    @Test
    void callbackShouldCountOnceWhenItsLineWasRecoveredBefore() {
        CamtText camt = CamtText.day(8);
        bench.importXml(camt.statement("S1", 1, ACCOUNT, 0L, 50_000L, camt.entry("FT1", 50_000, "CRDT")).text());
        JsonObject result = bench.callback(StatementBench.transaction("FT1", ACCOUNT, 50_000, AT)).getJsonObject(0);
        assertEquals("DUPLICATE", result.getString("status"));
        assertEquals(50_000, bench.counted());
    }

    @Test
    void importShouldBeOneWhenTheSameStatementComesTwice() {
        CamtText camt = CamtText.day(8);
        String text = camt.statement("S1", 1, ACCOUNT, 0L, 50_000L, camt.entry("FT1", 50_000, "CRDT")).text();
        HttpResponse<String> first = bench.upload(text, "application/xml");
        HttpResponse<String> second = bench.upload(text, "application/xml");
        assertEquals(first.body(), second.body(), "the same bytes");
        assertEquals("/api/v1/statements/" + new JsonObject(first.body()).getString("id"),
                first.headers().firstValue("location").orElseThrow());
        bench.imported(first);
        JsonObject reprinted = bench.importXml(text.replace("<MsgId>M1</MsgId>", "<MsgId>M2</MsgId>"));
        assertEquals(1, reprinted.getLong("duplicates"), "the same bank, account and Stmt/Id in other bytes");
        assertEquals(0, reprinted.getLong("recovered"));
        assertEquals(List.of("1"), bench.query("SELECT count(*) FROM statement_line"));
        assertEquals(50_000, bench.counted());
        assertEquals(2, bench.list("?bankCode=mbbank").getJsonArray("items").size());
        assertEquals(0, bench.list("?bankCode=other").getJsonArray("items").size());
    }

    @Test
    void importShouldReportDuplicatesWhenANoticeToldTheLineBefore() {
        CamtText notice = CamtText.notice(8);
        bench.importXml(notice.statement("N1", 1, ACCOUNT, null, null, notice.entry("FT1", 50_000, "CRDT")).text());
        CamtText day = CamtText.day(8);
        JsonObject upload = bench.importXml(day.statement("S1", 1, ACCOUNT, 0L, 51_000L,
                day.entry("FT1", 50_000, "CRDT"), day.entry("FT2", 1_000, "CRDT")).text());
        assertEquals(1, upload.getLong("duplicates"));
        assertEquals(1, upload.getLong("recovered"));
        assertEquals("BALANCED", upload.getJsonArray("statements").getJsonObject(0).getString("status"));
        assertEquals(51_000, bench.counted());
    }

    @Test
    void importShouldMatchByCodeThenByPayerAndNeverGuess() {
        bench.callback(
                StatementBench.transaction("X1", ACCOUNT, 50_000, AT).put("memo", shop.code().value()),
                StatementBench.transaction("X2", ACCOUNT, 20_000, AT).put("payerAccount", "900011"),
                StatementBench.transaction("X3", ACCOUNT, 5_000, AT),
                StatementBench.transaction("X4", ACCOUNT, 9_000, "2026-11-22T07:00:00+07:00"));
        CamtText camt = CamtText.day(8);
        JsonObject upload = bench.importXml(camt.statement("S1", 1, ACCOUNT, 0L, 84_000L,
                camt.entry("FT1", 50_000, "CRDT", "BOOK",
                        camt.transaction("FT1", 50_000L, null, "MBVCB." + shop.code().value() + ".CT")),
                camt.entry("FT2", 20_000, "CRDT", "BOOK", camt.transaction("FT2", 20_000L, "x".repeat(11), "m")),
                camt.entry("FT3", 5_000, "CRDT"),
                camt.entry("FT4", 9_000, "CRDT")).text());
        assertEquals(List.of("FT1 MATCHED X1", "FT2 MATCHED X2", "FT3 AMBIGUOUS null", "FT4 RECOVERED FT4"),
                bench.query("SELECT l.bank_trace, l.result, p.bank_reference FROM statement_line l"
                        + " LEFT JOIN payment p ON p.payment_id = l.payment_id ORDER BY 1"), upload.encode());
        assertEquals(List.of("STATEMENT_AMBIGUOUS OPEN"), bench.cases());
    }

    @Test
    void importShouldBeAmbiguousWhenTwoLinesOfOnePayerFitOnePayment() {
        bench.callback(StatementBench.transaction("X1", ACCOUNT, 20_000, AT).put("payerAccount", "900011"));
        CamtText camt = CamtText.day(8);
        bench.importXml(camt.statement("S1", 1, ACCOUNT, 0L, 40_000L,
                camt.entry("FT1", 20_000, "CRDT", "BOOK", camt.transaction("FT1", 20_000L, "x".repeat(11), "m")),
                camt.entry("FT2", 20_000, "CRDT", "BOOK", camt.transaction("FT2", 20_000L, "x".repeat(11), "m")))
                .text());
        assertEquals(List.of("AMBIGUOUS", "AMBIGUOUS"), bench.query("SELECT result FROM statement_line"));
    }

    @Test
    void reversalLineShouldTakeBackItsPayment() {
        bench.callback(StatementBench.transaction("FT1", ACCOUNT, 50_000, AT).put("memo", shop.code().value()));
        CamtText camt = CamtText.day(8);
        String reversal = camt.entry("FT1", 50_000, "DBIT").replace("<Sts>", "<RvslInd>true</RvslInd><Sts>");
        JsonObject upload = bench.importXml(camt.statement("S1", 1, ACCOUNT, 0L, 0L,
                camt.entry("FT1", 50_000, "CRDT"), reversal).text());
        assertEquals(1, upload.getLong("matched"));
        assertEquals(1, upload.getLong("recovered"));
        assertEquals(List.of("DEBIT REVERSED FT1"), bench.query(
                "SELECT direction, outcome, reversal_of FROM payment WHERE source = 'STATEMENT'"));
        assertEquals(List.of("FT1"), bench.query("SELECT original_reference FROM payment_reversal"));
    }

    @Test
    void reversalLineShouldTakeBackByItsTraceWhatTheCallbackCalledOtherwise() {
        bench.callback(StatementBench.transaction("77001", ACCOUNT, 50_000, AT).put("bankTrace", "FT1")
                .put("memo", shop.code().value()));
        CamtText camt = CamtText.day(8);
        String reversal = camt.entry("FT1", 50_000, "DBIT").replace("<Sts>", "<RvslInd>true</RvslInd><Sts>");
        bench.importXml(camt.statement("S1", 1, ACCOUNT, 0L, 0L, camt.entry("FT1", 50_000, "CRDT"), reversal).text());
        assertEquals(List.of("DEBIT REVERSED null"), bench.query(
                "SELECT direction, outcome, reversal_of FROM payment WHERE source = 'STATEMENT'"));
        assertEquals(List.of("77001"), bench.query("SELECT original_reference FROM payment_reversal"));
    }

    @Test
    void importShouldKeepLinesAndOpenACaseWhenBalancesDoNotAddUpUntilCorrected() {
        CamtText camt = CamtText.day(8);
        JsonObject upload = bench.importXml(camt.statement("S1", 1, ACCOUNT, 0L, 99L,
                camt.entry("FT1", 50_000, "CRDT")).text());
        assertEquals("UNBALANCED", upload.getJsonArray("statements").getJsonObject(0).getString("status"));
        assertEquals(1, upload.getLong("recovered"));
        assertEquals(List.of("STATEMENT_UNBALANCED OPEN"), bench.cases());
        CamtText corrected = CamtText.day(8);
        bench.importXml(corrected.statement("S1-corrected", 2, ACCOUNT, 0L, 50_000L,
                corrected.entry("FT1", 50_000, "CRDT")).text());
        assertEquals(List.of("STATEMENT_UNBALANCED RESOLVED"), bench.cases());
        assertEquals(50_000, bench.counted());
    }

    @Test
    void gapShouldOpenACaseThatClosesWhenTheMissingStatementComes() {
        CamtText camt = CamtText.day(8);
        bench.importXml(CamtText.day(8).statement("S1", 1, ACCOUNT, 0L, 0L).text());
        bench.importXml(CamtText.day(8).statement("S4", 4, ACCOUNT, 0L, 0L).text());
        assertEquals(List.of("STATEMENT_GAP OPEN", "STATEMENT_GAP OPEN"), bench.cases());
        bench.importXml(CamtText.day(8).statement("S3", 3, ACCOUNT, 0L, 0L).text());
        assertEquals(List.of("STATEMENT_GAP OPEN", "STATEMENT_GAP RESOLVED"), bench.cases());
        bench.importXml(camt.statement("S2", 2, ACCOUNT, 0L, 0L).text());
        assertEquals(List.of("STATEMENT_GAP RESOLVED", "STATEMENT_GAP RESOLVED"), bench.cases());
    }

    @Test
    void importShouldReadCsvWithoutReferencesAndTellASecondExtractApart() {
        String head = "date,time,reference,account,debit,credit,balance,memo\n";
        String morning = "2026-11-22,09:15:00,," + ACCOUNT + ",,50.000,150.000,com\n"
                + "2026-11-22,09:20:00,," + ACCOUNT + ",10.000,,140.000,mua rau\n";
        String evening = "2026-11-22,19:00:00,," + ACCOUNT + ",,\"1,000\",141000,tra da\n";
        JsonObject first = bench.importCsv(head + morning);
        assertEquals(2, first.getLong("recovered"), first.encode());
        assertEquals(100_000, first.getJsonArray("statements").getJsonObject(0).getLong("opening"));
        JsonObject second = bench.importCsv(head + morning + evening);
        assertEquals(2, second.getLong("duplicates"), second.encode());
        assertEquals(1, second.getLong("recovered"));
        assertEquals("BALANCED", second.getJsonArray("statements").getJsonObject(0).getString("status"));
        assertEquals(51_000, bench.counted());
    }

    @Test
    void uploadShouldFailWholeWhenALaterLineCannotBeRead() {
        CamtText camt = CamtText.day(8);
        String text = camt.statement("S1", 1, ACCOUNT, 0L, 0L, camt.entry("FT1", 50_000, "CRDT"),
                camt.entry("FT2", 50_000, "CRDT").replace("VND", "USD")).text();
        JsonObject upload = bench.importXml(text);
        assertEquals("FAILED", upload.getString("status"));
        assertEquals("the currency must be VND", upload.getJsonObject("fault").getString("detail"));
        assertEquals(List.of("0"), bench.query("SELECT count(*) FROM statement_line"));
        assertEquals(List.of("0"), bench.query("SELECT count(*) FROM payment"));
    }

}
