package vn.phopay.profile;

import java.util.List;
import vn.phopay.db.Sql;

/**
 * The list of what is handed out. A feature that keeps something of a merchant adds its table here: one name and one
 * query. {@code ExportCoverageTest} fails on a table that names a merchant and is not exported.
 */
public final class ExportParts {
    private static final List<ExportPart> STANDARD = List.of(
            ExportPart.of("merchant", Sql.load("profile/export_merchant")),
            ExportPart.of("login", Sql.load("profile/export_login")),
            ExportPart.of("decisions", Sql.load("profile/export_decisions")),
            ExportPart.of("category_changes", Sql.load("profile/export_category_changes")),
            ExportPart.of("accounts", Sql.load("profile/export_accounts")),
            ExportPart.of("virtual_accounts", Sql.load("profile/export_virtual_accounts")),
            ExportPart.of("outlets", Sql.load("profile/export_outlets")),
            ExportPart.of("outlet_locations", Sql.load("profile/export_outlet_locations")),
            ExportPart.of("codes", Sql.load("profile/export_codes")),
            ExportPart.of("payment_requests", Sql.load("profile/export_payment_requests")),
            ExportPart.of("payments", Sql.load("profile/export_payments")),
            ExportPart.of("payment_facts", Sql.load("profile/export_payment_facts")),
            ExportPart.of("cases", Sql.load("profile/export_cases")),
            ExportPart.of("sessions", Sql.load("profile/export_sessions")),
            ExportPart.of("consents", Sql.load("profile/export_consents")),
            ExportPart.of("webhook_endpoints", Sql.load("profile/export_webhook_endpoints")),
            ExportPart.of("webhook_deliveries", Sql.load("profile/export_webhook_deliveries")),
            ExportPart.of("deletion_requests", Sql.load("profile/export_deletion_requests")),
            ExportPart.of("deletion_acts", Sql.load("profile/export_deletion_acts")),
            ExportPart.of("listener_phones", Sql.load("profile/export_listener_phones")),
            ExportPart.of("print_batches", Sql.load("profile/export_print_batches")),
            ExportPart.of("print_batch_codes", Sql.load("profile/export_print_batch_codes")),
            ExportPart.of("print_recalls", Sql.load("profile/export_print_recalls")),
            ExportPart.of("self_checks", Sql.load("profile/export_self_checks")),
            ExportPart.of("safety_reports", Sql.load("profile/export_safety_reports")),
            ExportPart.of("premises", Sql.load("profile/export_premises")),
            ExportPart.of("onboarding", Sql.load("profile/export_onboarding")),
            ExportPart.of("book_days", Sql.load("profile/export_book_days")),
            ExportPart.of("book_items", Sql.load("profile/export_book_items")),
            ExportPart.of("cash_entries", Sql.load("profile/export_cash_entries")),
            ExportPart.of("book_months", Sql.load("profile/export_book_months")),
            new ExportPart(
                    "audit_entries", Sql.load("profile/export_audit_entries"), ExportPart.Key.ID_AND_PUBLIC_ID));

    private ExportParts() {}

    /** Every part, in the order of the file. */
    public static List<ExportPart> standard() {
        return STANDARD;
    }
}
