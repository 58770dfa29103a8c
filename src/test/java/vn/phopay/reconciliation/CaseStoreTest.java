package vn.phopay.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.reconciliation.CaseRows.NOW;
import static vn.phopay.reconciliation.CaseRows.gap;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.db.SqlOutcome;
import vn.phopay.identity.CaseId;
import vn.phopay.identity.IdSource;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

class CaseStoreTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("case_store").keepingInvariants();

    private static final Clock CLOCK = Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC);
    private static final CaseRows CASES = new CaseRows(DB.pool());
    private static final CloseSolvedCases CLOSE = new CloseSolvedCases(new IdSource(CLOCK), CLOCK);

    @Test
    void openShouldOpenOneWhenTheSameTroubleIsToldFiftyTimesAtOnce() throws Exception {
        AtOnce.run(50, i -> {
            CASES.open(gap("once"));
            return i;
        });
        assertEquals("OPEN", CASES.only("once").getString("status"));
        assertEquals(List.of(), CASES.acts("once"));
    }

    @Test
    void openShouldKeepItsEvidenceAndAddWhatIsToldLaterOnce() {
        NewCase first = gap("later");
        CASES.open(first);
        CASES.open(gap("later"), gap("later", "8"), gap("later", "8"));
        CASES.open(gap("later", "8"), gap("other"));
        assertEquals(first.evidence(), CASES.only("later").getJsonObject("evidence"));
        assertEquals(List.of("EVIDENCE"), CASES.acts("later"));
        assertEquals("OPEN", CASES.only("other").getString("status"));
    }

    @Test
    void openShouldStopAddingEvidenceAtAHundredPieces() {
        CASES.open(gap("flood"));
        for (int i = 0; i < 120; i++) {
            CASES.open(gap("flood", "again" + i));
        }
        assertEquals(100, CASES.acts("flood").size());
    }

    @Test
    void openShouldLeaveAResolvedCaseResolvedWhenItIsToldAgain() {
        CASES.open(gap("again"));
        assertEquals(1, close("again").size());
        CASES.open(gap("again", "9"));
        assertEquals("RESOLVED", CASES.only("again").getString("status"));
        assertEquals(List.of("RESOLVE AUTO STATEMENT_CAME", "EVIDENCE"), CASES.acts("again"));
    }

    @Test
    void closeShouldSayWhyAndKeepWhatSolvedItWhenTheTroubleIsGone() {
        CASES.open(gap("gone"));
        CaseId id = new CaseId(CASES.only("gone").getUUID("case_id"));
        assertEquals(List.of(id), close("gone"));
        assertEquals(List.of(), close("gone"), "it is closed once");
        Row closed = CASES.only("gone");
        assertEquals("RESOLVED AUTO 2", closed.getString("status") + ' ' + closed.getString("resolution") + ' '
                + closed.getLong("version"));
        assertEquals(NOW.plusSeconds(60), closed.getOffsetDateTime("resolved_at").toInstant());
        Row act = CASES.rows("SELECT * FROM case_act WHERE case_id = $1", id.value()).getFirst();
        assertEquals("The missing statement came.", act.getString("note"));
        assertEquals(new JsonObject().put("statement", "S1"), act.getJsonObject("evidence"));
        Row audited = CASES.rows("SELECT * FROM audit_entry WHERE subject_id = $1", id.toString()).getFirst();
        assertEquals("SYSTEM case.solve The missing statement came.", audited.getString("actor_role") + ' '
                + audited.getString("action") + ' ' + audited.getString("reason"));
    }

    @Test
    void closeShouldHappenOnceWhenManyTellItAtOnce() throws Exception {
        CASES.open(gap("race"));
        List<Integer> closed = AtOnce.run(20, i -> close("race").size());
        assertEquals(1, closed.stream().mapToInt(Integer::intValue).sum());
        assertEquals(List.of("RESOLVE AUTO STATEMENT_CAME"), CASES.acts("race"));
    }

    @Test
    void closeShouldLeaveOtherCasesWhenNoneIsOfThatTrouble() {
        CASES.open(gap("stays"));
        assertEquals(List.of(), close("nobody's"));
        assertEquals("OPEN", CASES.only("stays").getString("status"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE recon_case SET evidence = '{}' WHERE fingerprint = 'frozen'",
        "UPDATE recon_case SET kind = 'STATEMENT_AMBIGUOUS' WHERE fingerprint = 'frozen'",
        "UPDATE recon_case SET fingerprint = 'x' WHERE fingerprint = 'frozen'",
        "UPDATE recon_case SET period = period + 1 WHERE fingerprint = 'frozen'",
        "UPDATE recon_case SET bank_code = NULL WHERE fingerprint = 'frozen'",
        "UPDATE recon_case SET payment_id = gen_random_uuid() WHERE fingerprint = 'frozen'",
        "UPDATE recon_case SET opened_at = now() WHERE fingerprint = 'frozen'",
        "UPDATE recon_case SET status = 'OPEN', resolution = NULL, resolved_at = NULL WHERE fingerprint = 'frozen'",
        "DELETE FROM recon_case WHERE fingerprint = 'frozen'"})
    void databaseShouldRefuseToChangeWhatACaseWasOpenedWith(String sql) {
        CASES.open(gap("frozen"));
        close("frozen");
        assertEquals("recon_case_frozen", refusal(sql));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE case_act SET note = 'x'", "DELETE FROM case_act"})
    void databaseShouldRefuseToChangeAnAct(String sql) {
        CASES.open(gap("act"));
        close("act");
        assertEquals("case_act_frozen", refusal(sql));
    }

    @Test
    void databaseShouldRefuseAProposerWhoAnswersHimself() {
        CASES.open(gap("alone"));
        UUID caseId = CASES.only("alone").getUUID("case_id");
        UUID proposer = UUID.randomUUID();
        UUID proposal = UUID.randomUUID();
        String insert = "INSERT INTO case_act (act_id, case_id, act, acted_at, actor_id, actor_role, action,"
                + " resolution, note, answers_act_id, answers_actor_id)"
                + " VALUES ($1, $2, $3, now(), $4, 'ADMIN', $5, $6, 'n', $7, $8)";
        Tuple self = Tuple.of(UUID.randomUUID(), caseId, "RESOLVE", proposer, "IGNORE", "ACCEPTED")
                .addUUID(proposal).addUUID(proposer);
        Tuple lying = Tuple.of(UUID.randomUUID(), caseId, "RESOLVE", proposer, "IGNORE", "ACCEPTED")
                .addUUID(proposal).addUUID(UUID.randomUUID());
        await(DB.pool().withConnection(connection -> connection.begin().compose(transaction ->
                connection.preparedQuery(insert)
                        .execute(Tuple.of(proposal, caseId, "PROPOSE", proposer, "IGNORE", null)
                                .addUUID(null).addUUID(null))
                        .compose(done -> connection.query("SAVEPOINT s").execute())
                        .compose(done -> connection.preparedQuery(insert).execute(self).transform(refused -> {
                            assertTrue(SqlOutcome.broke(refused.cause(), "case_act_second_person"));
                            return connection.query("ROLLBACK TO s").execute();
                        }))
                        .compose(done -> connection.preparedQuery(insert).execute(lying).transform(refused -> {
                            assertTrue(SqlOutcome.broke(refused.cause(), "case_act_answers_fk"));
                            return transaction.rollback();
                        })))));
    }

    private static List<CaseId> close(String fingerprint) {
        Solved solved = new Solved(CaseKind.STATEMENT_GAP, fingerprint, Solved.Because.STATEMENT_CAME,
                new JsonObject().put("statement", "S1"));
        return await(DB.pool().withTransaction(transaction -> CLOSE.close(transaction, List.of(solved))));
    }

    private static String refusal(String sql) {
        PgException refused = assertThrows(PgException.class, () -> await(DB.pool().query(sql).execute()));
        return SqlOutcome.brokenConstraint(refused).orElse("");
    }
}
