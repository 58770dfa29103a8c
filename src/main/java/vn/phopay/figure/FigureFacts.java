package vn.phopay.figure;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.db.Sql;
import vn.phopay.figure.DayScopes.Scope;

/**
 * Reads what happened on a business day, and what stood at its end, into the figures of the day. Waits on futures:
 * call it
 * on a virtual thread, in one transaction with one snapshot.
 */
final class FigureFacts {
    private static final Sql READ_STANDING = Sql.load("figure/read_standing");
    private static final Sql READ_ACTIVE = Sql.load("figure/read_active");
    private static final Sql READ_CREDITS = Sql.load("figure/read_credits");
    private static final Sql READ_FIRST_PAYMENTS = Sql.load("figure/read_first_payments");
    private static final Sql READ_REQUESTS = Sql.load("figure/read_requests");
    private static final Sql READ_REGISTRATIONS = Sql.load("figure/read_registrations");
    private static final Sql READ_REPORTS = Sql.load("figure/read_reports");
    private static final Sql READ_BANK_PAYMENTS = Sql.load("figure/read_bank_payments");
    private static final Sql READ_BANK_TROUBLES = Sql.load("figure/read_bank_troubles");

    /** Below which amount a band ends; the last one has no end. */
    private static final List<Long> BAND_ENDS_VND = List.of(20_000L, 50_000L, 100_000L, 200_000L, 500_000L);
    private static final List<Measure> BANDS = List.of(
            Measure.TICKET_BAND_1, Measure.TICKET_BAND_2, Measure.TICKET_BAND_3,
            Measure.TICKET_BAND_4, Measure.TICKET_BAND_5, Measure.TICKET_BAND_6);

    private final SqlConnection connection;
    private final LocalDate day;
    private final DayFigures figures;
    private final Map<UUID, OffsetDateTime> outletToFirstPaidAt = new HashMap<>();

    FigureFacts(SqlConnection connection, LocalDate day, DayFigures figures) {
        this.connection = connection;
        this.day = day;
        this.figures = figures;
    }

    void read() {
        ActivityBits bits = new ActivityBits(day);
        rows(READ_STANDING, Tuple.of(day, bits.months(), bits.days28(), bits.days30(), bits.before30()))
                .forEach(this::addStanding);
        rows(READ_ACTIVE, Tuple.of(day, bits.months(), bits.days7(), bits.days30())).forEach(this::addActive);
        rows(READ_CREDITS, Tuple.of(day)).forEach(this::addCredits);
        rows(READ_FIRST_PAYMENTS, Tuple.of(day)).forEach(this::addFirstPayment);
        rows(READ_REQUESTS, Tuple.of(day)).forEach(this::addRequests);
        rows(READ_REGISTRATIONS, Tuple.of(day)).forEach(this::addRegistration);
        rows(READ_REPORTS, Tuple.of(day)).forEach(this::addReport);
        rows(READ_BANK_PAYMENTS, Tuple.of(day)).forEach(this::addBankPayments);
        rows(READ_BANK_TROUBLES, Tuple.of(day)).forEach(this::addBankTroubles);
    }

    /** When the outlets were paid whose first payment was booked on the day; known once the day was read. */
    Map<UUID, OffsetDateTime> outletToFirstPaidAt() {
        return outletToFirstPaidAt;
    }

    private RowSet<Row> rows(Sql sql, Tuple parameters) {
        return Future.await(sql.execute(connection, parameters));
    }

    private void addStanding(Row row) {
        FigureCell cell = FigureCell.of(row);
        String status = Objects.requireNonNullElse(row.getString("status"), "");
        boolean registered = !status.isEmpty() && !status.equals("REJECTED");
        boolean approved = status.equals("APPROVED");
        if (registered) {
            addMerchants(cell, Measure.REGISTERED_MERCHANTS, row);
            figures.add(cell, Measure.REGISTERED_OUTLETS, row.getLong("outlets"));
        }
        if (approved) {
            addMerchants(cell, Measure.APPROVED_MERCHANTS, row);
            figures.add(cell, Measure.OUTLETS_WITH_CODE, row.getLong("coded"));
            figures.add(cell, Measure.SELF_CHECKED_OUTLETS_7, row.getLong("checked"));
        }
        figures.add(cell, Measure.HABITUAL_OUTLETS_28, row.getLong("habitual"));
        figures.add(cell, Measure.ACTIVE_OUTLETS_BEFORE_30, row.getLong("before_active"));
        figures.add(cell, Measure.CHURNED_OUTLETS, row.getLong("churned"));
        figures.add(cell, Measure.LAPSED_OUTLETS, row.getLong("lapsed"));
        figures.add(cell, Measure.RETURNED_OUTLETS, row.getLong("returned"));
    }

    /** Merchants of one cell come added up; one of several cells must count once in what the cells have in common. */
    private void addMerchants(FigureCell cell, Measure measure, Row row) {
        String merchant = row.getString("merchant");
        if (merchant == null) {
            figures.add(cell, measure, row.getLong("merchants"));
        } else {
            figures.addOnce(cell, measure, merchant);
        }
    }

    private void addActive(Row row) {
        FigureCell cell = FigureCell.of(row);
        String outlet = row.getString("outlet");
        addActive(cell, Measure.ACTIVE_OUTLETS_7, outlet, row.getLong("active7"));
        addActive(cell, Measure.ACTIVE_OUTLETS_30, outlet, row.getLong("active30"));
    }

    private void addActive(FigureCell cell, Measure measure, @Nullable String outlet, long outlets) {
        if (outlet == null) {
            figures.add(cell, measure, outlets);
        } else if (outlets > 0) {
            figures.addOnce(cell, measure, outlet);
        }
    }

    private void addCredits(Row row) {
        FigureCell cell = FigureCell.of(row);
        long amountVnd = row.getLong("amount_vnd");
        long payments = row.getLong("payments");
        figures.add(cell, Measure.TRANSACTIONS, payments);
        figures.add(cell, Measure.AMOUNT_VND, Math.multiplyExact(amountVnd, payments));
        figures.add(cell, band(amountVnd), payments);
        figures.add(cell, Measure.DYNAMIC_TRANSACTIONS, row.getLong("dynamic"));
        if (figures.scopes().inZone(cell.street())) {
            figures.add(cell, Measure.ZONE_TRANSACTIONS, payments);
            figures.add(cell, Measure.ZONE_HOURS_TRANSACTIONS, row.getLong("open"));
        }
        figures.sketch(cell, SketchName.TICKET, amountVnd, payments);
    }

    private static Measure band(long amountVnd) {
        int band = 0;
        while (band < BAND_ENDS_VND.size() && amountVnd >= BAND_ENDS_VND.get(band)) {
            band++;
        }
        return BANDS.get(band);
    }

    private void addFirstPayment(Row row) {
        FigureCell cell = FigureCell.of(row);
        figures.add(cell, Measure.FIRST_PAYMENTS, 1);
        figures.sketch(cell, SketchName.FIRST_PAYMENT, row.getLong("minutes"), 1);
        outletToFirstPaidAt.put(row.getUUID("outlet_id"), row.getOffsetDateTime("paid_at"));
    }

    private void addRequests(Row row) {
        FigureCell cell = FigureCell.of(row);
        figures.add(cell, Measure.REQUESTS_ISSUED, row.getLong("issued"));
        figures.add(cell, Measure.REQUESTS_PAID, row.getLong("paid"));
    }

    private void addRegistration(Row row) {
        FigureCell cell = FigureCell.of(row);
        figures.addOnce(cell, Measure.REGISTRATIONS, row.getString("merchant"));
        if (row.getBoolean("assisted")) {
            figures.addOnce(cell, Measure.ASSISTED_REGISTRATIONS, row.getString("merchant"));
        }
    }

    private void addReport(Row row) {
        FigureCell cell = FigureCell.of(row);
        if (row.getString("kind").equals("REPORTED")) {
            figures.add(cell, Measure.REPORTS, 1);
            return;
        }
        figures.add(cell, Measure.REPORTS_CONFIRMED, row.getBoolean("confirmed") ? 1 : 0);
        figures.sketch(cell, SketchName.REPORT, row.getLong("minutes"), 1);
    }

    private void addBankPayments(Row row) {
        bank(row).ifPresent(bank -> {
            figures.add(bank, Measure.RECEIVED, row.getLong("received"));
            figures.add(bank, Measure.RECEIVED_CREDITS, row.getLong("credits"));
            figures.add(bank, Measure.MATCHED, row.getLong("matched"));
            figures.sketch(bank, SketchName.DELAY, row.getLong("delay_seconds"), row.getLong("received"));
        });
    }

    private void addBankTroubles(Row row) {
        bank(row).ifPresent(bank -> {
            figures.add(bank, Measure.BAD_SIGNATURES, row.getLong("bad_signatures"));
            figures.add(bank, Measure.DUPLICATES, row.getLong("duplicates"));
            figures.add(bank, Measure.UNMATCHED_OPEN, row.getLong("cases"));
            Optional.ofNullable(row.getLong("hours_median"))
                    .ifPresent(hours -> figures.add(bank, Measure.UNMATCHED_AGE_HOURS_MEDIAN, hours));
        });
    }

    private Optional<Scope> bank(Row row) {
        return figures.scopes().find(row.getString("scope_id"));
    }
}
