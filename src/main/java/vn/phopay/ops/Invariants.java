package vn.phopay.ops;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.List;
import vn.phopay.adoption.RecomputeAdoption;
import vn.phopay.db.Sql;

/**
 * Rechecks what must hold of the whole database: each payment counted once, nothing dangling, every fold equal to its
 * facts. Each check is one statement, hence one snapshot, so it holds while payments come in. It reads whole tables and
 * writes nothing.
 */
public final class Invariants {
    private static final List<Invariant> ALL = List.of(
            new Invariant("one-payment-per-key", Sql.load("ops/check_one_payment_per_key")),
            new Invariant("payments-have-their-key", Sql.load("ops/check_payments_have_their_key")),
            new Invariant("keys-have-their-payment", Sql.load("ops/check_keys_have_their_payment")),
            new Invariant("payments-have-their-delivery", Sql.load("ops/check_payments_have_their_delivery")),
            new Invariant("payments-belong-together", Sql.load("ops/check_payments_belong_together")),
            new Invariant("outcomes-fit-attribution", Sql.load("ops/check_outcomes_fit_attribution")),
            new Invariant("references-name-their-code", Sql.load("ops/check_references_name_their_code")),
            new Invariant("codes-have-their-reference", Sql.load("ops/check_codes_have_their_reference")),
            new Invariant("codes-belong-together", Sql.load("ops/check_codes_belong_together")),
            new Invariant("twins-have-their-payment", Sql.load("ops/check_twins")),
            new Invariant("assignments-belong-together", Sql.load("ops/check_assignments")),
            new Invariant("refunds-do-not-exceed", Sql.load("ops/check_refunds")),
            new Invariant("virtual-accounts-belong-together", Sql.load("ops/check_virtual_accounts")),
            new Invariant("reversals-are-told", Sql.load("ops/check_reversals_are_told")),
            new Invariant("reversed-payments-are-reversed", Sql.load("ops/check_reversed_payments")),
            new Invariant("business-date-is-the-day-of-booking", Sql.load("ops/check_business_dates")),
            new Invariant("cases-name-a-payment", Sql.load("ops/check_cases_name_a_payment")),
            new Invariant("cases-end-once", Sql.load("ops/check_cases_end_once")),
            new Invariant("cases-have-evidence", Sql.load("ops/check_cases_have_evidence")),
            new Invariant("proposals-take-two", Sql.load("ops/check_proposals_take_two")),
            new Invariant("losses-take-two", Sql.load("ops/check_losses_take_two")),
            new Invariant("decisions-have-their-fact", Sql.load("ops/check_decisions_have_their_fact")),
            new Invariant("statement-sums-equal-lines", Sql.load("ops/check_statement_sums")),
            new Invariant("statement-lines-agree-with-payments", Sql.load("ops/check_statement_lines")),
            new Invariant("balanced-statements-balance", Sql.load("ops/check_statement_balances")),
            new Invariant("lines-wait-only-while-imported", Sql.load("ops/check_pending_lines")),
            new Invariant("webhook-numbers-have-no-gap", Sql.load("ops/check_webhook_numbers")),
            new Invariant("events-have-their-webhook", Sql.load("ops/check_events_have_their_webhook")),
            new Invariant("webhooks-have-their-event", Sql.load("ops/check_webhooks_have_their_event")),
            new Invariant("webhooks-are-looked-after", Sql.load("ops/check_webhooks_are_looked_after")),
            new Invariant("webhook-attempts-add-up", Sql.load("ops/check_webhook_attempts")),
            new Invariant("seals-are-a-chain", Sql.load("ops/check_seals_are_a_chain")),
            new Invariant("sealed-days-recompute-to-their-seals", Sql.load("ops/check_sealed_days")),
            new Invariant("green-checks-are-of-own-codes", Sql.load("ops/check_self_checks")),
            new Invariant("reports-have-their-case", Sql.load("ops/check_safety_reports")),
            new Invariant("books-equal-their-facts", Sql.load("ops/check_books")),
            new Invariant("closed-months-hold", Sql.load("ops/check_closed_months")),
            new Invariant("figures-equal-recomputation", Sql.load("ops/check_figures")));

    private static final String ROLLUPS = "rollups-equal-recomputation";
    private static final int SAMPLES_MAX = 10;

    private Invariants() {}

    /** Checks all, one after the other; fails only where the database cannot answer. */
    public static Future<List<InvariantResult>> check(SqlClient client) {
        Future<List<InvariantResult>> results = Future.succeededFuture(new ArrayList<>());
        for (Invariant invariant : ALL) {
            results = results.compose(done -> check(client, invariant).map(result -> with(done, result)));
        }
        return results
                .compose(done -> CheckTransfers.run(client).map(result -> with(done, result)))
                .compose(done -> checkRollups(client).map(result -> with(done, result)));
    }

    private static List<InvariantResult> with(List<InvariantResult> results, InvariantResult result) {
        results.add(result);
        return results;
    }

    private static Future<InvariantResult> check(SqlClient client, Invariant invariant) {
        return invariant.check().execute(client).map(rows -> toResult(invariant, rows));
    }

    private static InvariantResult toResult(Invariant invariant, RowSet<Row> rows) {
        long offenders = 0;
        List<String> samples = new ArrayList<>();
        for (Row row : rows) {
            offenders = row.getLong("offenders");
            samples.add(row.getString("offender"));
        }
        return new InvariantResult(invariant.name(), offenders, samples);
    }

    /** Counts offenders up to a hundred. */
    private static Future<InvariantResult> checkRollups(SqlClient client) {
        return new RecomputeAdoption().offenders(client).map(offenders -> new InvariantResult(
                ROLLUPS, offenders.size(), offenders.stream().limit(SAMPLES_MAX).map(Object::toString).toList()));
    }
}
