package vn.phopay.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.phopay.testing.ShopRows;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Each invariant holds of sound rows, and is reported when a row is broken on purpose in a transaction of its own. */
class InvariantsTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("invariants").keepingInvariants();

    private static final String PAYMENT = "00000000-0000-7000-8000-0000000000";
    private static final String INSERT_PAYMENT = "INSERT INTO payment (payment_id, bank_code, bank_reference,"
            + " delivery_id, direction, reversal_of, account_number, amount_vnd, memo, booked_at, received_at,"
            + " business_date, outcome, merchant_id, outlet_id, qr_id)";

    /** A closed month of a book that is closed through none; more is broken by {@code BooksRecheckTest}. */
    private static final String INSERT_MONTH = "WITH opened AS (INSERT INTO book (merchant_id) SELECT merchant_id"
            + " FROM merchant LIMIT 1 RETURNING merchant_id) INSERT INTO book_month SELECT merchant_id, '2026-10-01',"
            + " NULL, now(), merchant_id, 0, 0, 0, 0, 0, '{}',"
            + " encode(sha256(convert_to('phopay-book-1' || chr(10) || '{}', 'UTF8')), 'hex') FROM opened";

    @BeforeAll
    static void insertSoundRows() {
        ShopRows shops = new ShopRows(DB.pool());
        ShopRows.Shop shop = shops.insert("970422", "111");
        shops.insert("970422", "222");
        run("INSERT INTO delivery (delivery_id, bank_code, webhook_id, signed_at, bank_key_id, received_at, verdict,"
                + " raw_body) VALUES ('" + PAYMENT + "00', 'mbbank', 'm', now(), gen_random_uuid(), now(),"
                + " 'RECORDED', '')");
        credit("01", "F1", "OUTLET", shop);
        credit("02", "F2", "REVERSED", shop);
        pay("03", "F3", "'DEBIT', 'F2'", "REVERSED", shop);
        run("INSERT INTO payment_reversal (bank_code, original_reference, account_number, amount_vnd,"
                + " reversal_payment_id) SELECT bank_code, reversal_of, account_number, amount_vnd, payment_id"
                + " FROM payment WHERE bank_reference = 'F3'");
        run("INSERT INTO bank (bank_code, bin, name, created_at) VALUES ('mbbank', '970422', 'x', now()),"
                + " ('sepay', '970422', 'x', now())");
        credit("04", "F4", "OUTLET", shop);
        run("UPDATE payment SET bank_trace = 'FT4' WHERE bank_reference = 'F4'");
        run("INSERT INTO payment (payment_id, bank_code, bank_reference, direction, account_number, amount_vnd, memo,"
                + " booked_at, received_at, business_date, outcome, bank_trace, twin_of) SELECT '" + PAYMENT + "05',"
                + " 'sepay', 'S4', direction, account_number, amount_vnd, memo, booked_at, received_at, business_date,"
                + " outcome, bank_trace, payment_id FROM payment WHERE bank_reference = 'F4'");
        run("INSERT INTO payment_key VALUES ('sepay', 'S4', '', '" + PAYMENT + "05')");
        run("INSERT INTO payment_fact (fact_id, payment_id, kind, fact_key, sequence, outcome, merchant_id, outlet_id,"
                + " evidence, business_date) VALUES (gen_random_uuid(), '" + PAYMENT + "04', 'ASSIGNMENT', 'a', 1,"
                + " 'OUTLET', '" + shop.merchant() + "', '" + shop.outlet() + "', '{}', '2026-11-23')");
        run("INSERT INTO payment_fact (fact_id, payment_id, kind, fact_key, amount_vnd, evidence, business_date)"
                + " VALUES (gen_random_uuid(), '" + PAYMENT + "04', 'REFUND', 'r', 50000, '{}', '2026-11-23')");
        run("INSERT INTO virtual_account (bank_bin, account_number, account_id, merchant_id, created_at)"
                + " SELECT bank_bin, '9990', account_id, merchant_id, now() FROM merchant_account"
                + " WHERE account_number = '111'");
        run(aCase("'mbbank', '" + PAYMENT + "01'"));
        insertWebhooks(shop);
        insertSoundStatement();
    }

    private static void insertSoundStatement() {
        String id = "'" + PAYMENT + "70'";
        run("INSERT INTO statement_upload (upload_id, bank_code, format, sha256, size_bytes, status, received_at,"
                + " received_by) VALUES (" + id + ", 'mbbank', 'CAMT', decode(repeat('00', 32), 'hex'), 1, 'IMPORTED',"
                + " now(), gen_random_uuid())");
        run("INSERT INTO statement (statement_id, upload_id, bank_code, account_number, reference, kind, opening_vnd,"
                + " closing_vnd, status, told_lines, credits_vnd, matched) VALUES (" + id + ", " + id + ", 'mbbank',"
                + " '111', 'S1', 'CAMT053', 0, 50000, 'BALANCED', 1, 50000, 1)");
        run("INSERT INTO statement_line (statement_id, line_no, account_number, direction, is_reversal, amount_vnd,"
                + " booked_at, is_exact, business_date, memo, result, payment_id) VALUES (" + id + ", 1, '111',"
                + " 'CREDIT', false, 50000, now(), true, '2026-11-23', '', 'MATCHED', '" + PAYMENT + "01')");
    }

    private static String aCase(String bankAndPayment) {
        return "INSERT INTO recon_case (case_id, kind, fingerprint, period, bank_code, payment_id, evidence, opened_at)"
                + " VALUES (gen_random_uuid(), 'CONFLICT', gen_random_uuid(), '2026-11-22', " + bankAndPayment
                + ", '{\"amount\": 1}', now())";
    }

    /** An act of the one sound case by one and the same person; {@code answers} is the act that it answers. */
    private static String act(String what, String action, String resolution, String answers) {
        String answered = "(SELECT act_id FROM case_act WHERE act = '" + answers + "')";
        return "INSERT INTO case_act (act_id, case_id, act, acted_at, actor_id, actor_role, action, resolution, note,"
                + " evidence, answers_act_id, answers_actor_id) SELECT gen_random_uuid(), case_id, '" + what
                + "', now(), '" + PAYMENT + "aa', 'ADMIN', " + quoted(action) + ", " + quoted(resolution)
                + ", 'n', '{\"a\": 1}', " + (answers == null ? "NULL, NULL" : answered + ", '" + PAYMENT + "aa'")
                + " FROM recon_case";
    }

    private static String fact(String kind, String merchant) {
        boolean assigns = "ASSIGNMENT".equals(kind);
        return "INSERT INTO payment_fact (fact_id, payment_id, kind, fact_key, sequence, outcome, merchant_id, case_id,"
                + " evidence, business_date) SELECT gen_random_uuid(), payment_id, '" + kind + "', 'k', "
                + (assigns ? "1, 'ACCOUNT'" : "NULL, NULL") + ", " + merchant + ", case_id, '{}', '2026-11-23'"
                + " FROM recon_case";
    }

    private static String quoted(String value) {
        return value == null ? "NULL" : "'" + value + "'";
    }

    private static String thawed(String sql) {
        return "ALTER TABLE recon_case DISABLE TRIGGER recon_case_frozen; "
                + "ALTER TABLE case_act DISABLE TRIGGER case_act_frozen; " + sql;
    }

    /** An endpoint that was told of one payment and pinged once. */
    private static void insertWebhooks(ShopRows.Shop shop) {
        run("INSERT INTO webhook_endpoint (endpoint_id, merchant_id, url, events, created_at, updated_at)"
                + " VALUES ('" + PAYMENT + "00', '" + shop.merchant() + "', 'https://x.example/', '{payment.*}', now(),"
                + " now())");
        run("INSERT INTO webhook_queue (endpoint_id, last_sequence, due_at) VALUES ('" + PAYMENT + "00', 2, now())");
        credit("06", "F6", "OUTLET", shop);
        run("INSERT INTO webhook_delivery (delivery_id, endpoint_id, sequence, event_id, event_type, event_xid,"
                + " event_key, payment_id, payload, next_attempt_at, give_up_at, created_at)"
                + " SELECT '" + PAYMENT + "01', '" + PAYMENT + "00', 1, 'e', event_kind, recorded_xid, event_key,"
                + " payment_id, '{}', now(), now(), now() FROM merchant_event WHERE payment_id = '" + PAYMENT + "06'");
        run("INSERT INTO webhook_delivery (delivery_id, endpoint_id, sequence, event_id, event_type, payload, status,"
                + " attempts, give_up_at, created_at, finished_at) VALUES ('" + PAYMENT + "02', '" + PAYMENT + "00', 2,"
                + " 'p', 'ping', '{}', 'DELIVERED', 1, now(), now(), now())");
        run("INSERT INTO webhook_attempt VALUES ('" + PAYMENT + "02', 1, now(), 5, 200, NULL, '')");
        run("UPDATE webhook_watermark SET relayed_xid = pg_current_xact_id()::text::bigint");
    }

    static Stream<Arguments> breaks() {
        return Stream.of(breaksOfPayments(), breaksOfLaterFacts(), breaksOfCases(), breaksOfSafety(),
                        breaksOfStatements())
                .flatMap(all -> all);
    }

    private static Stream<Arguments> breaksOfLaterFacts() {
        String strangers = "(SELECT merchant_id FROM merchant_account WHERE account_number = '222')";
        return Stream.of(
                Arguments.of("twins-have-their-payment",
                        "UPDATE payment SET twin_of = gen_random_uuid() WHERE twin_of IS NOT NULL"),
                Arguments.of("twins-have-their-payment",
                        "UPDATE payment SET amount_vnd = 1 WHERE twin_of IS NOT NULL"),
                Arguments.of("twins-have-their-payment", "UPDATE bank SET bin = '970436' WHERE bank_code = 'sepay'"),
                Arguments.of("transfers-equal-their-fold", "UPDATE payment SET twin_of = NULL"),
                Arguments.of("transfers-equal-their-fold", "DELETE FROM payment_reversal"),
                Arguments.of("assignments-belong-together",
                        "UPDATE payment_fact SET merchant_id = " + strangers + " WHERE kind = 'ASSIGNMENT'"),
                Arguments.of("assignments-belong-together",
                        "UPDATE payment_fact SET sequence = 2 WHERE kind = 'ASSIGNMENT'"),
                Arguments.of("assignments-belong-together",
                        "UPDATE payment_fact SET payment_id = '" + PAYMENT + "05' WHERE kind = 'ASSIGNMENT'"),
                Arguments.of("refunds-do-not-exceed",
                        "UPDATE payment_fact SET amount_vnd = 50001 WHERE kind = 'REFUND'"),
                Arguments.of("refunds-do-not-exceed",
                        "UPDATE payment_fact SET payment_id = '" + PAYMENT + "05' WHERE kind = 'REFUND'"),
                Arguments.of("virtual-accounts-belong-together",
                        "UPDATE virtual_account SET merchant_id = " + strangers),
                Arguments.of("reversals-are-told", "UPDATE payment_reversal SET amount_vnd = 1"),
                Arguments.of("reversals-are-told", "UPDATE payment_reversal SET via = 'TRACE'"),
                Arguments.of("reversals-are-told", "UPDATE payment_reversal SET via = 'TWIN'"));
    }

    private static Stream<Arguments> breaksOfPayments() {
        String where = " WHERE payment_id = '" + PAYMENT + "01'";
        String strangers = "(SELECT merchant_id FROM merchant_account WHERE account_number = '222')";
        return Stream.of(
                Arguments.of("one-payment-per-key",
                        "UPDATE payment SET bank_reference = 'F1' WHERE bank_reference = 'F2'"),
                Arguments.of("payments-have-their-key", "DELETE FROM payment_key WHERE bank_reference = 'F1'"),
                Arguments.of("keys-have-their-payment",
                        "INSERT INTO payment_key VALUES ('mbbank', 'F9', '', gen_random_uuid())"),
                Arguments.of("payments-have-their-delivery", "DELETE FROM delivery"),
                Arguments.of("payments-have-their-delivery", "UPDATE delivery SET verdict = 'MALFORMED'"),
                Arguments.of("payments-belong-together", "UPDATE payment SET merchant_id = " + strangers + where),
                Arguments.of("payments-belong-together", "UPDATE payment SET outlet_id = gen_random_uuid()" + where),
                Arguments.of("payments-belong-together", "UPDATE payment SET qr_id = gen_random_uuid()" + where),
                Arguments.of("payments-belong-together",
                        "UPDATE payment SET payment_request_id = gen_random_uuid()" + where),
                Arguments.of("outcomes-fit-attribution", "UPDATE payment SET outcome = 'UNMATCHED'" + where),
                Arguments.of("outcomes-fit-attribution", "UPDATE payment SET outcome = 'MATCHED'" + where),
                Arguments.of("outcomes-fit-attribution", "UPDATE payment SET outcome = 'ACCOUNT'" + where),
                Arguments.of("outcomes-fit-attribution", "UPDATE payment SET qr_id = NULL" + where),
                Arguments.of("references-name-their-code", "UPDATE reference SET qr_id = gen_random_uuid()"),
                Arguments.of("references-name-their-code", "UPDATE reference SET merchant_id = " + strangers),
                Arguments.of("codes-have-their-reference", "DELETE FROM reference"),
                Arguments.of("codes-belong-together", "UPDATE qr_code SET merchant_id = " + strangers),
                Arguments.of("reversals-are-told", "UPDATE payment_reversal SET original_reference = 'F1'"),
                Arguments.of("reversals-are-told",
                        "UPDATE payment_reversal SET reversal_payment_id = gen_random_uuid()"),
                Arguments.of("reversed-payments-are-reversed", "UPDATE payment SET outcome = 'REVERSED'" + where),
                Arguments.of("reversed-payments-are-reversed",
                        "UPDATE payment SET amount_vnd = 1 WHERE bank_reference = 'F2'"),
                Arguments.of("business-date-is-the-day-of-booking",
                        "UPDATE payment SET business_date = '2026-11-21'" + where));
    }

    private static Stream<Arguments> breaksOfCases() {
        String strangers = "(SELECT merchant_id FROM merchant_account WHERE account_number = '222')";
        return Stream.of(
                Arguments.of("cases-name-a-payment", aCase("'mbbank', gen_random_uuid()")),
                Arguments.of("cases-name-a-payment", aCase("'other', '" + PAYMENT + "01'")),
                Arguments.of("cases-end-once", thawed("UPDATE recon_case SET status = 'RESOLVED',"
                        + " resolution = 'FIXED', resolved_at = now()")),
                Arguments.of("cases-end-once", act("RESOLVE", "IGNORE", "ACCEPTED", null)),
                Arguments.of("cases-have-evidence", thawed("UPDATE recon_case SET evidence = '{}'")),
                Arguments.of("cases-have-evidence", "ALTER TABLE case_act DROP CONSTRAINT case_act_actor_named,"
                        + " DROP CONSTRAINT case_act_decision_says_what; " + act("EVIDENCE", null, null, null)
                        + "; " + thawed("UPDATE case_act SET evidence = '{}' WHERE act = 'EVIDENCE'")),
                Arguments.of("proposals-take-two", act("PROPOSE", "IGNORE", null, null)),
                Arguments.of("proposals-take-two", "ALTER TABLE case_act DROP CONSTRAINT case_act_second_person; "
                        + act("PROPOSE", "IGNORE", null, null) + "; "
                        + act("RESOLVE", "IGNORE", "ACCEPTED", "PROPOSE")),
                Arguments.of("proposals-take-two", "ALTER TABLE case_act DROP CONSTRAINT case_act_second_person; "
                        + act("ACKNOWLEDGE", null, null, null) + "; "
                        + act("RESOLVE", "IGNORE", "ACCEPTED", "ACKNOWLEDGE")),
                Arguments.of("losses-take-two", act("RESOLVE", "IGNORE", "ACCEPTED", null)),
                Arguments.of("losses-take-two", fact("ASSIGNMENT", strangers) + "; "
                        + act("RESOLVE", "ASSIGN", "FIXED", null)),
                Arguments.of("decisions-have-their-fact", act("RESOLVE", "REFUND", "FIXED", null)),
                Arguments.of("decisions-have-their-fact", act("RESOLVE", "ASSIGN", "FIXED", null)),
                Arguments.of("decisions-have-their-fact", act("RESOLVE", "IGNORE", "ACCEPTED", null)),
                Arguments.of("decisions-have-their-fact", fact("ACCEPTANCE", "NULL")));
    }

    private static Stream<Arguments> breaksOfSafety() {
        String check = "INSERT INTO self_check (check_id, merchant_id, attempt_key, outlet_id, qr_id, verdict, way,"
                + " session_kind, checked_at, business_date) SELECT gen_random_uuid(), %s, gen_random_uuid(),"
                + " outlet_id,"
                + " qr_id, 'GREEN', 'CAMERA', 'OWNER', '2026-11-23T18:00:00Z', '%s' FROM qr_code LIMIT 1";
        return Stream.of(
                Arguments.of("green-checks-are-of-own-codes", check.formatted("(SELECT m.merchant_id FROM merchant m"
                        + " WHERE m.merchant_id <> qr_code.merchant_id LIMIT 1)", "2026-11-24")),
                Arguments.of("green-checks-are-of-own-codes", check.formatted("merchant_id", "2026-11-23")),
                Arguments.of("reports-have-their-case",
                        "INSERT INTO safety_submission VALUES (gen_random_uuid(), gen_random_uuid(), NULL)"),
                Arguments.of("reports-have-their-case", "INSERT INTO recon_case (case_id, kind, fingerprint, period,"
                        + " evidence, opened_at) VALUES (gen_random_uuid(), 'CODE_TAMPERED', 'x', '2026-11-23',"
                        + " '{\"districtCode\": \"002\"}', now())"));
    }

    private static Stream<Arguments> breaksOfStatements() {
        String strangers = "(SELECT merchant_id FROM merchant_account WHERE account_number = '222')";
        return Stream.of(
                Arguments.of("statement-sums-equal-lines", "UPDATE statement SET told_lines = 2"),
                Arguments.of("statement-sums-equal-lines", "UPDATE statement SET recovered = 1"),
                Arguments.of("statement-lines-agree-with-payments", "UPDATE statement_line SET amount_vnd = 1"),
                Arguments.of("statement-lines-agree-with-payments", "UPDATE statement_line SET account_number = '2'"),
                Arguments.of("statement-lines-agree-with-payments", "UPDATE statement_line SET result = 'RECOVERED'"),
                Arguments.of("statement-lines-agree-with-payments",
                        "UPDATE statement_line SET payment_id = gen_random_uuid()"),
                Arguments.of("statement-lines-agree-with-payments",
                        "UPDATE statement_line SET result = 'AMOUNT_MISMATCH'"),
                Arguments.of("balanced-statements-balance", "UPDATE statement SET closing_vnd = 1"),
                Arguments.of("balanced-statements-balance", "UPDATE statement SET status = 'UNBALANCED'"),
                Arguments.of("lines-wait-only-while-imported",
                        "INSERT INTO statement_line_pending (upload_id, statement_id, line_no, account_number,"
                                + " direction, is_reversal, amount_vnd, booked_at, is_exact, business_date, memo)"
                                + " SELECT statement_id, statement_id, 9, '1', 'CREDIT', false, 1, now(), true,"
                                + " business_date, '' FROM statement_line"),
                Arguments.of("webhook-numbers-have-no-gap",
                        "UPDATE webhook_delivery SET sequence = 3 WHERE sequence = 2"),
                Arguments.of("webhook-numbers-have-no-gap", "UPDATE webhook_queue SET last_sequence = 3"),
                Arguments.of("events-have-their-webhook", "DELETE FROM webhook_delivery WHERE sequence = 1"),
                Arguments.of("events-have-their-webhook",
                        "UPDATE webhook_delivery SET event_type = 'payment.refunded' WHERE sequence = 1"),
                Arguments.of("webhooks-have-their-event",
                        "UPDATE webhook_delivery SET event_key = gen_random_uuid() WHERE sequence = 1"),
                Arguments.of("webhooks-have-their-event", "UPDATE webhook_endpoint SET merchant_id = " + strangers),
                Arguments.of("webhooks-have-their-event", "UPDATE webhook_watermark SET relayed_xid = 0"),
                Arguments.of("webhooks-have-their-event", "UPDATE payment SET merchant_id = NULL, outlet_id = NULL,"
                        + " qr_id = NULL, twin_of = payment_id WHERE bank_reference = 'F6'"),
                Arguments.of("webhooks-are-looked-after", "UPDATE webhook_queue SET due_at = NULL"),
                Arguments.of("webhooks-are-looked-after", "UPDATE webhook_queue SET due_at = now() + interval '1 s'"),
                Arguments.of("webhooks-are-looked-after", "UPDATE webhook_endpoint SET deleted_at = now()"),
                Arguments.of("webhook-attempts-add-up", "DELETE FROM webhook_attempt"),
                Arguments.of("webhook-attempts-add-up", "UPDATE webhook_attempt SET status_code = 500"),
                Arguments.of("seals-are-a-chain", insertSeal(1)),
                Arguments.of("sealed-days-recompute-to-their-seals", insertSeal(Long.MAX_VALUE)),
                Arguments.of("books-equal-their-facts", "INSERT INTO book_day (merchant_id, book_month, entered_date,"
                        + " business_date, payments) SELECT merchant_id, '2026-11-01', '2026-11-22', '2026-11-22', 1"
                        + " FROM merchant LIMIT 1"),
                Arguments.of("closed-months-hold", INSERT_MONTH),
                Arguments.of("figures-equal-recomputation", "DELETE FROM figure_mark;"
                        + " INSERT INTO figure_day VALUES ('2026-11-20', NULL, now())"),
                Arguments.of("figures-equal-recomputation", "INSERT INTO figure VALUES ('district-002', 'MONTH',"
                        + " '2026-11-01', '{\"transactions\": 1, \"amountVnd\": 50000}', now())"),
                Arguments.of("rollups-equal-recomputation",
                        "INSERT INTO place_day VALUES ('district-002', '2026-11-22', 1, 50000)"));
    }

    /** A seal that follows none and counted nothing; more is broken by {@code SealedDaysTest}. */
    private static String insertSeal(long horizon) {
        return "INSERT INTO day_seal SELECT '2026-11-23', 'x', encode(sha256(convert_to('phopay-seal-1' || chr(10) ||"
                + " '{}', 'UTF8')), 'hex'), '{}', repeat('0', 128), 0, " + horizon + ", now(), gen_random_uuid()";
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void checkShouldReportTheInvariantWhenARowBreaksIt(String invariant, String sql) {
        List<InvariantResult> results = checkAfter(sql);
        InvariantResult broken = results.stream()
                .filter(result -> result.invariant().equals(invariant))
                .findFirst()
                .orElseThrow();
        assertFalse(broken.holds(), sql);
        assertFalse(broken.samples().isEmpty());
        assertTrue(broken.samples().stream().noneMatch(String::isBlank), broken.toString());
    }

    @Test
    void checkShouldFindNothingWhenAllIsSound() {
        List<InvariantResult> results = await(Invariants.check(DB.pool()));
        assertTrue(results.stream().allMatch(InvariantResult::holds), results.toString());
        Set<String> broken = breaks().map(b -> (String) b.get()[0]).collect(Collectors.toSet());
        assertEquals(results.stream().map(InvariantResult::invariant).collect(Collectors.toSet()), broken,
                "every invariant is broken by a test");
    }

    @Test
    void checkShouldCountAllOffendersAndShowTen() {
        InvariantResult broken = checkAfter("INSERT INTO payment_key SELECT 'mbbank', 'K' || i, '', gen_random_uuid()"
                + " FROM generate_series(1, 25) i").stream().filter(r -> !r.holds()).findFirst().orElseThrow();
        assertEquals("keys-have-their-payment", broken.invariant());
        assertEquals(25, broken.offenders());
        assertEquals(10, broken.samples().size());
    }

    private static List<InvariantResult> checkAfter(String sql) {
        return await(DB.pool().withConnection(connection -> connection.begin().compose(transaction ->
                connection.query(sql).execute().compose(done -> check(connection, transaction)))));
    }

    private static Future<List<InvariantResult>> check(SqlConnection connection, Transaction transaction) {
        return Invariants.check(connection).compose(results -> transaction.rollback().map(results));
    }

    private static void credit(String id, String reference, String outcome, ShopRows.Shop shop) {
        pay(id, reference, "'CREDIT', NULL", outcome, shop);
    }

    private static void pay(
            String id, String reference, String way, String outcome, ShopRows.Shop shop) {
        run(INSERT_PAYMENT + " VALUES ('" + PAYMENT + id + "', 'mbbank', '" + reference + "', '" + PAYMENT + "00', "
                + way + ", '111', 50000, '', '2026-11-22T17:00:00Z', now(), '2026-11-23', '" + outcome + "', '"
                + shop.merchant() + "', '" + shop.outlet() + "', '" + shop.qr() + "')");
        run("INSERT INTO payment_key VALUES ('mbbank', '" + reference + "', '', '" + PAYMENT + id + "')");
    }

    private static void run(String sql) {
        await(DB.pool().query(sql).execute());
    }
}
