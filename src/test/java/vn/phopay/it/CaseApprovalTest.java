package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.it.CaseCity.assign;
import static vn.phopay.it.CaseCity.ignore;
import static vn.phopay.it.CaseCity.refund;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.identity.CaseId;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.PaymentRequestId;
import vn.phopay.identity.StaffId;
import vn.phopay.it.CaseCity.Staff;
import vn.phopay.payment.ReferenceCode;
import vn.phopay.reconciliation.CaseKind;
import vn.phopay.reconciliation.CloseSolvedCases;
import vn.phopay.reconciliation.Fingerprint;
import vn.phopay.reconciliation.Solved;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.ShopRows;
import vn.phopay.testing.TestBank;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** What takes a second person, over HTTP. */
class CaseApprovalTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("case_approval").keepingInvariants();

    private static CaseCity city;
    private static Staff lan;
    private static Staff mai;
    private static ShopRows.Shop hoa;
    private static ShopRows.Shop xuan;

    @BeforeAll
    static void start() {
        city = new CaseCity(DB);
        lan = city.staff("REGISTRAR");
        mai = city.staff("ADMIN");
        hoa = city.shop("2001", "002");
        xuan = city.shop("2002", "003");
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void resolveShouldWaitForASecondPersonWhenItMovesMoneyToAnotherMerchant() {
        String reference = city.pay("2001", 50_000, "sai " + xuan.code());
        String id = city.caseOf("WRONG_ACCOUNT", reference);
        JsonObject proposed = city.acted(202, lan, id, "resolve", assign(xuan));
        JsonObject pending = proposed.getJsonObject("pendingApproval");
        assertEquals("ASSIGN ACCOUNT_OF_ANOTHER theo biên lai " + lan.id(), pending.getString("action") + ' '
                + pending.getString("because") + ' ' + pending.getString("note") + ' '
                + pending.getString("proposedBy"));
        assertEquals("ACKNOWLEDGED", proposed.getString("status"));
        assertEquals(List.of(), city.facts(reference));
        JsonObject approved = city.acted(200, mai, id, "approve", new JsonObject().put("note", "đúng"));
        assertEquals("RESOLVED FIXED", approved.getString("status") + ' ' + approved.getString("resolution"));
        assertEquals(CaseCity.idOf(xuan), approved.getJsonObject("payment").getString("merchantId"));
        assertNull(approved.getJsonObject("pendingApproval"));
        assertEquals(List.of("ASSIGNMENT"), city.facts(reference));
        assertEquals(List.of("REGISTRAR case.propose: theo biên lai", "ADMIN case.approve: đúng"), city.audited(id));
        JsonObject details = detailsOf(id, "case.approve");
        assertEquals("FIXED ASSIGN", details.getString("resolution") + ' ' + details.getString("action"));
    }

    @Test
    void resolveShouldWaitForASecondPersonWhenAnAttributedPaymentMoves() {
        String reference = city.pay("777101", 50_000, "");
        city.acted(200, lan, city.caseOf("UNMATCHED", reference), "resolve", assign(hoa));
        String conflict = conflictOf(reference, "777101");
        assertEquals("RECON_DECISION_REFUSED",
                city.acted(409, lan, conflict, "resolve", assign(xuan)).getString("code"));
        assertEquals("LOSS_ACCEPTED", city.acted(202, lan, conflict, "resolve", ignore())
                .getJsonObject("pendingApproval").getString("because"));
        city.acted(200, mai, conflict, "approve", new JsonObject());
        assertEquals(List.of("ACCEPTANCE", "ASSIGNMENT"), city.facts(reference).stream().sorted().toList());
    }

    @Test
    void proposerShouldNotAnswerAlsoWithAnotherSession() {
        String id = aLoss();
        city.acted(202, mai, id, "resolve", ignore());
        assertEquals("RECON_SECOND_PERSON_NEEDED",
                city.acted(403, mai, id, "approve", new JsonObject()).getString("code"));
        assertEquals("RECON_SECOND_PERSON_NEEDED",
                city.acted(403, mai, id, "reject", new JsonObject().put("note", "n")).getString("code"));
        assertEquals("RECON_PROPOSAL_WAITS", city.acted(409, mai, id, "resolve", ignore()).getString("code"));
        assertEquals("RECON_PROPOSAL_WAITS", city.acted(409, lan, id, "resolve", refund()).getString("code"));
        assertEquals("ACKNOWLEDGED", city.read(lan, id).getString("status"));
    }

    @Test
    void rejectedProposalShouldLeaveTheCaseForAnotherDecision() {
        String id = aLoss();
        city.acted(202, lan, id, "resolve", ignore());
        assertEquals(400, city.act(mai, id, "reject", new JsonObject()).statusCode());
        JsonObject rejected = city.acted(200, mai, id, "reject", new JsonObject().put("note", "hỏi ngân hàng"));
        assertEquals("ACKNOWLEDGED", rejected.getString("status"));
        assertNull(rejected.getJsonObject("pendingApproval"));
        city.acted(202, mai, id, "resolve", ignore());
        city.acted(200, lan, id, "approve", new JsonObject());
        assertEquals(List.of("PROPOSE", "REJECT", "PROPOSE", "RESOLVE"), acts(id));
    }

    @Test
    void answersAtOnceShouldLeaveJustOneInForce() throws Exception {
        for (int round = 0; round < 5; round++) {
            String id = aLoss();
            city.acted(202, lan, id, "resolve", ignore());
            Staff other = city.staff("REGISTRAR");
            List<Integer> statuses = AtOnce.run(8, i -> city.act(i < 4 ? mai : other, id,
                    i % 2 == 0 ? "approve" : "reject", new JsonObject().put("note", "n")).statusCode());
            assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses.toString());
            assertEquals(7, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
            assertEquals(2, acts(id).size(), acts(id).toString());
        }
    }

    @Test
    void proposalsAtOnceShouldLeaveOneWaiting() throws Exception {
        String id = aLoss();
        List<Integer> statuses = AtOnce.run(6,
                i -> city.act(i % 2 == 0 ? lan : mai, id, "resolve", ignore()).statusCode());
        assertEquals(1, statuses.stream().filter(status -> status == 202).count(), statuses.toString());
        assertEquals(List.of("PROPOSE"), acts(id));
    }

    @Test
    void approvalShouldBeRefusedWhenThePaymentNoLongerAllowsIt() {
        String reference = city.pay("2001", 9_000, "sai " + xuan.code());
        String id = city.caseOf("WRONG_ACCOUNT", reference);
        city.acted(202, lan, id, "resolve", assign(xuan));
        city.run("UPDATE merchant SET status = 'REJECTED' WHERE merchant_id = $1", Tuple.of(xuan.merchant()));
        HttpResponse<String> refused = city.act(mai, id, "approve", new JsonObject());
        city.run("UPDATE merchant SET status = 'APPROVED' WHERE merchant_id = $1", Tuple.of(xuan.merchant()));
        assertEquals(400, refused.statusCode(), refused.body());
        assertEquals(List.of("PROPOSE"), acts(id));
        city.acted(200, mai, id, "approve", new JsonObject());
    }

    @Test
    void caseThatSolvesItselfShouldOvertakeItsProposal() {
        String reference = city.pay("2001", 8_000, "x");
        String id = conflictOf(reference, "2001");
        city.acted(202, lan, id, "resolve", ignore());
        assertEquals(List.of(id), solve(reference));
        JsonObject file = city.read(mai, id);
        assertEquals("RESOLVED AUTO", file.getString("status") + ' ' + file.getString("resolution"));
        assertEquals(List.of("PROPOSE", "OVERTAKEN", "RESOLVE"), acts(id));
        JsonObject last = file.getJsonArray("acts").getJsonObject(2);
        assertEquals("SYSTEM TOLD_APART", last.getJsonObject("actor").getString("role") + ' '
                + last.getString("because"));
        assertEquals("RECON_CASE_WRONG_STATE", city.acted(409, mai, id, "approve", new JsonObject()).getString("code"));
        assertEquals(List.of(), city.facts(reference));
    }

    @Test
    void caseShouldEndOnceWhenItSolvesItselfWhileStaffDecide() throws Exception {
        for (int round = 0; round < 5; round++) {
            String reference = city.pay("2001", 8_000, "x");
            String id = conflictOf(reference, "2001");
            city.acted(202, lan, id, "resolve", ignore());
            List<Boolean> won = AtOnce.run(2, i -> i == 0
                    ? city.act(mai, id, "approve", new JsonObject()).statusCode() == 200
                    : solve(reference).size() == 1);
            assertTrue(won.get(0) ^ won.get(1), won.toString());
            assertEquals(won.get(0) ? List.of("ACCEPTANCE") : List.of(), city.facts(reference));
        }
    }

    /** The writer of payments holds a request, then closes a case: staff who assign to that request wait first. */
    @Test
    void staffAndTheWriterOfPaymentsShouldNotWaitForEachOtherInACircle() throws Exception {
        UUID request = city.request(hoa, ReferenceCode.draw(new Random(31)).value(), 8_000, Instant.now());
        String reference = city.pay("777190", 8_000, "x");
        String id = city.caseOf("UNMATCHED", reference);
        JsonObject body = assign(hoa).put("paymentRequestId", new PaymentRequestId(request).toString());
        SqlConnection writer = await(DB.pool().getConnection());
        Transaction transaction = await(writer.begin());
        await(writer.preparedQuery("SELECT FROM payment_request WHERE payment_request_id = $1 FOR NO KEY UPDATE")
                .execute(Tuple.of(request)));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Integer> staff = CompletableFuture.supplyAsync(
                    () -> city.act(lan, id, "resolve", body).statusCode(), threads);
            Eventually.equal(true, CaseApprovalTest::isSomebodyWaiting);
            assertEquals(1, solve(writer, CaseKind.UNMATCHED, reference).size());
            await(transaction.commit());
            assertEquals(409, staff.get(30, TimeUnit.SECONDS));
        } finally {
            await(writer.close());
        }
    }

    private static boolean isSomebodyWaiting() {
        return city.rows("SELECT count(*) AS waiting FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
                + " WHERE NOT l.granted AND a.datname = current_database()", Tuple.tuple())
                .iterator().next().getLong("waiting") > 0;
    }

    private static List<String> solve(String reference) {
        return await(DB.pool().withTransaction(
                transaction -> close(transaction, CaseKind.CONFLICT, reference)));
    }

    private static List<String> solve(SqlConnection transaction, CaseKind kind, String reference) {
        return await(close(transaction, kind, reference));
    }

    private static Future<List<String>> close(
            SqlConnection transaction, CaseKind kind, String reference) {
        CloseSolvedCases close = new CloseSolvedCases(new IdSource(Clock.systemUTC()), Clock.systemUTC());
        Solved solved = new Solved(kind, Fingerprint.ofTransfer("mbbank", reference),
                Solved.Because.TOLD_APART, new JsonObject().put("told", "apart"));
        return close.close(transaction, List.of(solved))
                .map(closed -> closed.stream().map(CaseId::toString).toList());
    }

    private static String aLoss() {
        return conflictOf(city.pay("2001", 8_000, "x"), "2001");
    }

    /** The bank tells the same transfer with another amount. */
    private static String conflictOf(String reference, String account) {
        city.tell(TestBank.transaction(reference, account, 50_001, ""));
        return city.caseOf("CONFLICT", reference);
    }

    private static List<String> acts(String id) {
        return city.read(lan, id).getJsonArray("acts").stream()
                .map(act -> ((JsonObject) act).getString("act")).toList();
    }

    private static JsonObject detailsOf(String id, String action) {
        Row row = city.rows("SELECT details, actor_id FROM audit_entry WHERE subject_id = $1 AND action = $2",
                Tuple.of(id, action)).iterator().next();
        UUID actor = row.getUUID("actor_id");
        assertEquals(mai.id(), new StaffId(actor).toString());
        return row.getJsonObject("details");
    }
}
