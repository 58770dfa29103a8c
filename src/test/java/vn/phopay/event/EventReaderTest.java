package vn.phopay.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.identity.MerchantId;
import vn.phopay.testing.ShopRows;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Who is told what of every kind of fact. */
class EventReaderTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("event_reader");

    private static final EventReader READER = new EventReader();
    private static final String PAYMENT = "INSERT INTO payment (payment_id, bank_code, bank_reference, direction,"
            + " reversal_of, account_number, amount_vnd, memo, booked_at, received_at, business_date, outcome,"
            + " merchant_id, outlet_id, twin_of) VALUES ($1, $2, $3, $4, $5, '1', 1000, '', now(), now(),"
            + " date '2026-11-23', $6, $7, $8, $9)";

    private static ShopRows.Shop first;
    private static ShopRows.Shop second;
    private long startXid;

    @BeforeAll
    static void insertShops() {
        ShopRows rows = new ShopRows(DB.pool());
        first = rows.insert("970422", "8001");
        second = rows.insert("970422", "8002");
    }

    @BeforeEach
    void rememberStart() {
        startXid = await(READER.horizon(DB.pool()));
    }

    @Test
    void assignmentShouldBeToldToWhoGetsThePaymentAndToWhoLosesIt() {
        UUID payment = credit("A", "A1", first);
        fact(payment, "ASSIGNMENT", 1, second);
        assertEquals(List.of("payment.received A1 UNMATCHED null", "payment.unassigned A1 UNMATCHED null"),
                told(first));
        assertEquals(List.of("payment.assigned A1 OUTLET " + second.outlet()), told(second));
    }

    @Test
    void assignmentShouldBeToldOnceWhenThePaymentStaysWithItsMerchant() {
        UUID payment = credit("A", "B1", first);
        fact(payment, "ASSIGNMENT", 1, first);
        assertEquals(List.of("payment.received B1 OUTLET " + first.outlet(), "payment.assigned B1 OUTLET "
                + first.outlet()), told(first));
    }

    @Test
    void assignmentShouldNotBeToldWhenAnEarlierOneHolds() {
        UUID payment = payment("A", "C1", "'CREDIT'", null, null);
        fact(payment, "ASSIGNMENT", 1, first);
        fact(payment, "ASSIGNMENT", -1, second);
        assertEquals(List.of("payment.assigned C1 OUTLET " + first.outlet()), told(first));
        assertEquals(List.of(), told(second));
    }

    @Test
    void refundShouldBeToldToWhoHasThePayment() {
        UUID payment = credit("A", "D1", first);
        fact(payment, "ASSIGNMENT", 1, second);
        fact(payment, "REFUND", null, null);
        fact(payment, "ACCEPTANCE", null, null);
        assertEquals(List.of("payment.assigned D1 OUTLET " + second.outlet(),
                "payment.refunded D1 OUTLET " + second.outlet()), told(second));
        assertEquals(2, told(first).size());
    }

    @Test
    void twinShouldBeToldToNobodyAndItsReversalToWhoHasThePaymentThatCounts() {
        UUID counted = credit("A", "E1", first);
        UUID twin = payment("B", "E2", "'CREDIT'", null, counted);
        UUID reversal = payment("B", "RE2", "'DEBIT'", "E2", null);
        key("A", "E1", counted);
        key("B", "E2", twin);
        run("INSERT INTO payment_reversal (bank_code, original_reference, account_number, amount_vnd,"
                + " reversal_payment_id, via) VALUES ('B', 'E2', '1', 1000, $1, 'REFERENCE'),"
                + " ('A', 'E1', '1', 1000, $1, 'TWIN')", reversal);
        assertEquals(List.of("payment.received E1 OUTLET " + first.outlet(),
                "payment.reversed E1 OUTLET " + first.outlet()), told(first));
    }

    @Test
    void windowShouldEndAfterTheTransactionOfItsLastPayment() {
        for (int i = 0; i < 5; i++) {
            credit("A", "F" + i, first);
        }
        List<MerchantId> listeners = List.of(new MerchantId(first.merchant()));
        EventWindow window = await(READER.window(DB.pool(), startXid, 3, listeners));
        assertEquals(3, window.events().size());
        EventWindow rest = await(READER.window(DB.pool(), window.uptoXid(), 100, listeners));
        assertEquals(2, rest.events().size());
        assertEquals(List.of(), await(READER.window(DB.pool(), rest.uptoXid(), 100, listeners)).events());
    }

    @Test
    void positionShouldBeReadAsItIsWrittenAndNothingElse() {
        EventPosition position = new EventPosition(42, first.merchant());
        assertEquals(position, EventPosition.parse(position.toString()).orElseThrow());
        for (String text : List.of("", "42", "42.", ".x", "42." + "z".repeat(36), "-1." + first.merchant(),
                "9999999999999999999." + first.merchant(), position + " ")) {
            assertEquals(true, EventPosition.parse(text).isEmpty(), text);
        }
    }

    private List<String> told(ShopRows.Shop shop) {
        long horizon = await(READER.horizon(DB.pool()));
        List<MerchantEvent> events = await(READER.after(DB.pool(), new EventReader.Span(
                new MerchantId(shop.merchant()), EventPosition.startOf(startXid), horizon, 100)));
        EventWindow window = await(READER.window(
                DB.pool(), startXid, 1_000, List.of(new MerchantId(shop.merchant()))));
        assertEquals(events, window.events(), "both ways to read agree");
        return events.stream().map(event -> event.kind().word() + " " + event.payment().bankReference() + " "
                + event.payment().outcome() + " " + outlet(event)).toList();
    }

    private static Object outlet(MerchantEvent event) {
        return event.payment().attribution().outletId();
    }

    private static UUID credit(String bank, String reference, ShopRows.Shop shop) {
        UUID id = UUID.randomUUID();
        run(PAYMENT, id, bank, reference, "CREDIT", null, "OUTLET", shop.merchant(), shop.outlet(), null);
        return id;
    }

    private static UUID payment(String bank, String reference, String direction, String reversalOf, UUID twinOf) {
        UUID id = UUID.randomUUID();
        boolean debit = direction.equals("'DEBIT'");
        run(PAYMENT, id, bank, reference, debit ? "DEBIT" : "CREDIT", reversalOf, debit ? "REVERSED" : "UNMATCHED",
                null, null, twinOf);
        return id;
    }

    private static void fact(UUID payment, String kind, Integer sequence, ShopRows.Shop shop) {
        run("INSERT INTO payment_fact (fact_id, payment_id, kind, fact_key, sequence, outcome, amount_vnd, merchant_id,"
                + " outlet_id, evidence, business_date) VALUES (gen_random_uuid(), $1, $2, gen_random_uuid()::text, $3,"
                + " $4, $5, $6, $7, '{}', date '2026-11-23')", payment, kind, sequence,
                sequence == null ? null : "OUTLET", kind.equals("REFUND") ? 10L : null,
                shop == null ? null : shop.merchant(), shop == null ? null : shop.outlet());
    }

    private static void key(String bank, String reference, UUID payment) {
        run("INSERT INTO payment_key (bank_code, bank_reference, meaning_hash, payment_id) VALUES ($1, $2, '', $3)",
                bank, reference, payment);
    }

    private static void run(String sql, Object... parameters) {
        Tuple tuple = Tuple.tuple();
        for (Object parameter : parameters) {
            tuple.addValue(parameter);
        }
        await(DB.pool().preparedQuery(sql).execute(tuple));
    }
}
