package vn.phopay.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.testing.ShopRows;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** What the database itself refuses about wishes to be forgotten, whoever writes it. */
class DeletionRulesTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("deletion_rules");

    private static final AtomicInteger SERIAL = new AtomicInteger(1_000);

    private static ShopRows rows;

    private final UUID request = UUID.randomUUID();
    private final UUID proposal = UUID.randomUUID();
    private final UUID proposer = UUID.randomUUID();
    private UUID merchant;

    @BeforeAll
    static void open() {
        rows = new ShopRows(DB.pool());
    }

    @BeforeEach
    void ask() {
        merchant = rows.insert("970422", "01234" + SERIAL.incrementAndGet()).merchant();
        insertRequest(request);
        insertAct(proposal, "PROPOSE", proposer, null, null, "requested_at");
    }

    @Test
    void databaseShouldRefuseASingleHandAnEarlyDayAndABorrowedName() {
        broken("deletion_act_second_person",
                () -> insertAct(UUID.randomUUID(), "EXECUTE", proposer, proposal, proposer, "due_at"));
        broken("deletion_act_not_early", () -> insertAct(
                UUID.randomUUID(), "EXECUTE", UUID.randomUUID(), proposal, proposer, "due_at - interval '1 us'"));
        broken("deletion_act_answers_fk", () -> insertAct(
                UUID.randomUUID(), "EXECUTE", proposer, proposal, UUID.randomUUID(), "due_at"));
        broken("deletion_act_execution_answers",
                () -> insertAct(UUID.randomUUID(), "EXECUTE", proposer, null, null, "due_at"));
        insertAct(UUID.randomUUID(), "EXECUTE", UUID.randomUUID(), proposal, proposer, "due_at");
    }

    @Test
    void databaseShouldKeepOneWishWithOneEnd() {
        broken("deletion_request_open_uq", () -> insertRequest(UUID.randomUUID()));
        broken("deletion_act_proposed_once_uq",
                () -> insertAct(UUID.randomUUID(), "PROPOSE", UUID.randomUUID(), null, null, "due_at"));
        insertAct(UUID.randomUUID(), "REFUSE", proposer, null, null, "due_at");
        broken("deletion_act_ends_once_uq", () -> insertAct(
                UUID.randomUUID(), "EXECUTE", UUID.randomUUID(), proposal, proposer, "due_at"));
        run("UPDATE deletion_request SET status = 'REFUSED', ended_at = now() WHERE deletion_id = $1", request);
        broken("deletion_request_frozen", () -> run(
                "UPDATE deletion_request SET status = 'OPEN', ended_at = NULL WHERE deletion_id = $1", request));
    }

    @ParameterizedTest
    @ValueSource(strings = {"due_at = now()", "requested_at = now()", "reason = 'x'", "merchant_id = deletion_id"})
    void databaseShouldKeepWhatAWishWasMadeWith(String change) {
        broken("deletion_request_frozen",
                () -> run("UPDATE deletion_request SET " + change + " WHERE deletion_id = $1", request));
        broken("deletion_request_frozen", () -> run("DELETE FROM deletion_request WHERE deletion_id = $1", request));
        broken("deletion_act_frozen", () -> run("UPDATE deletion_act SET note = 'y' WHERE act_id = $1", proposal));
    }

    private void insertRequest(UUID id) {
        run("INSERT INTO deletion_request (deletion_id, merchant_id, requested_at, due_at)"
                + " VALUES ($1, $2, now(), now() + interval '30 days')", id, merchant);
    }

    private void insertAct(UUID act, String kind, UUID actor, UUID answers, UUID of, String at) {
        run("INSERT INTO deletion_act (act_id, deletion_id, due_at, act, acted_at, actor_id, actor_role, note,"
                + " answers_act_id, answers_actor_id) SELECT $1, deletion_id, due_at, $3, " + at
                + ", $4, 'ADMIN', 'x', $5, $6 FROM deletion_request WHERE deletion_id = $2",
                act, request, kind, actor, answers, of);
    }

    private static void broken(String constraint, Runnable work) {
        Throwable fault = assertThrows(Throwable.class, work::run);
        while (fault.getCause() != null) {
            fault = fault.getCause();
        }
        assertEquals(constraint, fault instanceof PgException refused ? refused.getConstraint() : fault.toString());
    }

    private static void run(String sql, Object... parameters) {
        await(DB.pool().preparedQuery(sql).execute(Tuple.from(parameters)));
    }
}
