package vn.phopay.dayclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static vn.phopay.dayclose.ClosingFixture.ACCOUNT;
import static vn.phopay.dayclose.ClosingFixture.day;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.dayclose.ClosingFixture.Line;
import vn.phopay.identity.PaymentId;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** The report of a day explains its drift to the đồng. */
class ReportDayTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("report_day").keepingInvariants();

    private static UUID missing;
    private static ReportDay.Report report;

    @BeforeAll
    static void read() {
        ClosingFixture days = new ClosingFixture(DB);
        missing = days.pay(DB.pool(), day(20), 50_000);
        UUID differs = days.pay(DB.pool(), day(20), 9_000);
        UUID paid = days.pay(DB.pool(), day(20), 700);
        UUID statement = days.statement(day(20), day(20), "BALANCED");
        days.line(statement, new Line(differs, "AMOUNT_MISMATCH", 8_000, "CREDIT", day(20)));
        days.line(statement, new Line(paid, "MATCHED", 700, "CREDIT", day(20)));
        days.line(statement, new Line(null, "AMBIGUOUS", 600, "CREDIT", day(20)));
        days.run("INSERT INTO recon_case (case_id, kind, fingerprint, period, bank_code, payment_id, evidence,"
                + " opened_at) VALUES (gen_random_uuid(), 'MISSING_IN_STATEMENT', 'f', '2026-11-20', 'mbbank',"
                + " '" + missing + "', '{\"amount\":50000}', now())");
        days.run("INSERT INTO recon_case (case_id, kind, fingerprint, period, bank_code, evidence, opened_at)"
                + " SELECT gen_random_uuid(), 'STATEMENT_AMBIGUOUS', 'g', '2026-11-20', 'mbbank',"
                + " jsonb_build_object('accountNumber', '" + ACCOUNT + "', 'line', line_no), now()"
                + " FROM statement_line WHERE result = 'AMBIGUOUS'");
        report = await(new ReportDay(days.stores).report(DB.pool(), day(20)));
    }

    @Test
    void reportShouldListEveryDifferenceOfTheDriftTheLargestFirst() {
        assertEquals(new JsonObject().put("net", "50400").put("absolute", "51600"),
                report.day().getJsonObject("drift"));
        assertEquals(List.of("50000", "1000", "-600"),
                report.differences().stream().map(one -> one.getString("difference")).toList());
        assertEquals(new PaymentId(missing).toString(), report.differences().getFirst().getString("paymentId"));
    }

    @Test
    void reportShouldNameTheCaseThatExplainsADifferenceOrNone() {
        assertEquals("MISSING_IN_STATEMENT", explanation(0).getString("kind"));
        assertNull(explanation(1));
        assertEquals("STATEMENT_AMBIGUOUS", explanation(2).getString("kind"));
    }

    @Test
    void reportShouldListEveryOpenCase() {
        assertEquals(List.of("MISSING_IN_STATEMENT", "STATEMENT_AMBIGUOUS"),
                report.cases().stream().map(one -> one.getString("kind")).sorted().toList());
        assertEquals(1, report.day().getJsonObject("openCases").getInteger("STATEMENT_AMBIGUOUS"));
    }

    private static JsonObject explanation(int difference) {
        return report.differences().get(difference).getJsonObject("explainedBy");
    }
}
