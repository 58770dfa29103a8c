package vn.phopay.dayclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static vn.phopay.dayclose.ClosingFixture.day;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phopay.ops.InvariantResult;
import vn.phopay.ops.Invariants;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Whoever changes, deletes or adds a row behind a seal is found by {@code recheck}; so is who changes the seal. */
class SealedDaysTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("sealed_days").keepingInvariants();

    @BeforeAll
    static void seal() {
        ClosingFixture days = new ClosingFixture(DB);
        UUID payment = days.pay(DB.pool(), day(20), 50_000);
        days.fact(DB.pool(), payment, "REFUND", day(20));
        days.closeAnyhow(day(20));
        days.pay(DB.pool(), day(20), 7_000);
        days.pay(DB.pool(), day(21), 9_000);
        days.closeAnyhow(day(21));
        days.closeAnyhow(day(22));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        sealed-days-recompute-to-their-seals | UPDATE payment SET amount_vnd = 50001 WHERE amount_vnd = 50000
        sealed-days-recompute-to-their-seals | UPDATE payment SET account_number = '1' WHERE amount_vnd = 50000
        sealed-days-recompute-to-their-seals | UPDATE payment SET bank_reference = 'F' WHERE amount_vnd = 50000
        sealed-days-recompute-to-their-seals | UPDATE payment SET merchant_id = payment_id WHERE amount_vnd = 50000
        sealed-days-recompute-to-their-seals | UPDATE payment SET direction = 'DEBIT' WHERE amount_vnd = 50000
        sealed-days-recompute-to-their-seals | UPDATE payment SET business_date = '2026-11-21' WHERE amount_vnd = 50000
        sealed-days-recompute-to-their-seals | UPDATE payment SET booked_at = booked_at + interval '1 microsecond'
        sealed-days-recompute-to-their-seals | UPDATE payment SET twin_of = payment_id WHERE amount_vnd = 50000
        sealed-days-recompute-to-their-seals | UPDATE payment SET recorded_xid = 1
        sealed-days-recompute-to-their-seals | DELETE FROM payment WHERE amount_vnd = 7000
        sealed-days-recompute-to-their-seals | DELETE FROM payment_fact
        sealed-days-recompute-to-their-seals | UPDATE payment_fact SET amount_vnd = 2
        sealed-days-recompute-to-their-seals | UPDATE payment_fact SET actor_id = fact_id
        sealed-days-recompute-to-their-seals | UPDATE day_seal_total SET facts = 9 WHERE part_date = '2026-11-21'
        sealed-days-recompute-to-their-seals | DELETE FROM day_seal_total WHERE part_date = '2026-11-21'
        seals-are-a-chain | UPDATE day_seal_total SET facts = 9 WHERE part_date = '2026-11-21'
        seals-are-a-chain | DELETE FROM day_seal_total WHERE part_date = '2026-11-21'
        seals-are-a-chain | DELETE FROM day_seal WHERE business_date = '2026-11-21'
        seals-are-a-chain | DELETE FROM day_seal WHERE business_date = '2026-11-20'
        seals-are-a-chain | UPDATE day_seal SET horizon_xid = horizon_xid + 1 WHERE business_date = '2026-11-22'
        seals-are-a-chain | UPDATE day_seal SET business_date = '2026-11-23' WHERE business_date = '2026-11-22'
        seals-are-a-chain | UPDATE day_seal SET previous_hash = repeat('0', 64) WHERE business_date = '2026-11-22'
        """)
    void recheckShouldReportTheInvariantWhenARowBehindASealIsTouched(String invariant, String sql) {
        List<InvariantResult> results = checkAfter(sql);
        InvariantResult broken = results.stream().filter(result -> result.invariant().equals(invariant)).findFirst()
                .orElseThrow();
        assertFalse(broken.holds(), sql);
        assertFalse(broken.samples().stream().anyMatch(String::isBlank), broken.toString());
    }

    /** As somebody would who may switch triggers and foreign keys off; everything is rolled back. */
    private static List<InvariantResult> checkAfter(String sql) {
        SqlConnection connection = await(DB.pool().getConnection());
        try {
            Transaction transaction = await(connection.begin());
            int touched = await(connection.query("SET LOCAL session_replication_role = replica").execute()
                    .compose(off -> connection.query(sql).execute())).rowCount();
            assertEquals(true, touched > 0, sql);
            Future<List<InvariantResult>> results = Invariants.check(connection);
            List<InvariantResult> found = await(results);
            await(transaction.rollback());
            return found;
        } finally {
            await(connection.close());
        }
    }
}
