package vn.phopay.merchant;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.phopay.db.Sql;
import vn.phopay.db.SqlOutcome;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.time.BusinessDay;

/** Merchants in the database. Every future fails only on a database fault. */
public final class MerchantStore {
    private static final String TAX_CODE_UNIQUE = "merchant_tax_code_uq";
    private static final String PHONE_UNIQUE = "merchant_phone_uq";
    private static final String SECOND_PERSON = "merchant_second_person";
    private static final Sql INSERT = Sql.load("merchant/insert_merchant");
    private static final Sql READ_TAX_CODE_TAKEN = Sql.load("merchant/read_tax_code_taken");
    private static final Sql READ = Sql.load("merchant/read_merchant");
    private static final Sql LOCK = Sql.load("merchant/lock_merchant");
    private static final Sql UPDATE_STATUS = Sql.load("merchant/update_status");
    private static final Sql UPDATE_PROFILE = Sql.load("merchant/update_profile");
    private static final Sql TOUCH = Sql.load("merchant/touch_merchant");
    private static final Sql INSERT_TRANSITION = Sql.load("merchant/insert_transition");
    private static final Sql READ_LAST_TRANSITION = Sql.load("merchant/read_last_transition");
    private static final Sql READ_OUTLET_WITH_MERCHANT = Sql.load("merchant/read_outlet_with_merchant");

    /** What came of writing a profile. */
    public enum Writing {
        /** Written. */
        WRITTEN,
        /** Another merchant has the tax code. */
        TAX_CODE_TAKEN,
        /** Another merchant has the phone number. */
        PHONE_TAKEN
    }

    /**
     * A merchant that is added.
     *
     * @param id its id
     * @param at when
     * @param assistedBy the member of staff who registered it for its owner; null where it did so itself
     */
    record Addition(MerchantId id, Instant at, @Nullable UUID assistedBy) {}

    /**
     * A merchant's last step, for its owner.
     *
     * @param to where it led
     * @param at when
     * @param reason why, where somebody said so
     */
    public record LastStep(MerchantStatus to, Instant at, Optional<String> reason) {}

    /** What issuing a code must know about an outlet; empty where there is no such outlet. */
    public Future<Optional<OutletView>> outletWithMerchant(SqlClient client, OutletId outlet) {
        return READ_OUTLET_WITH_MERCHANT.execute(client, Tuple.of(outlet.value()))
                .map(rows -> first(rows).map(MerchantRows::toOutletView));
    }

    /** One merchant. */
    public Future<Optional<Merchant>> find(SqlClient client, MerchantId id) {
        return READ.execute(client, Tuple.of(id.value())).map(rows -> first(rows).map(MerchantRows::toMerchant));
    }

    /** One merchant, whose row nobody else changes until {@code transaction} ends. */
    Future<Optional<Merchant>> lock(SqlClient transaction, MerchantId id) {
        return LOCK.execute(transaction, Tuple.of(id.value())).map(rows -> first(rows).map(MerchantRows::toMerchant));
    }

    /**
     * Adds a pending merchant, whom the member of staff {@code assistedBy} helped to register. Where it is refused
     * nothing was written and the transaction goes on.
     */
    Future<Writing> insert(SqlClient transaction, Addition added, Profile profile) {
        Tuple parameters = toTuple(added.id(), profile)
                .addOffsetDateTime(MerchantRows.timestamp(added.at()))
                .addUUID(added.assistedBy());
        return INSERT.execute(transaction, parameters)
                .compose(rows -> rows.rowCount() == 1
                        ? Future.succeededFuture(Writing.WRITTEN)
                        : readRefusal(transaction, profile));
    }

    /** Writes a changed profile. Where it is refused the transaction is lost and must be rolled back. */
    Future<Writing> update(SqlClient transaction, MerchantId id, Profile profile) {
        return UPDATE_PROFILE.execute(transaction, toTuple(id, profile).addLong(profile.amountToleranceVnd()))
                .map(Writing.WRITTEN)
                .recover(MerchantStore::toWriting);
    }

    /**
     * Moves a locked merchant and keeps the step. False where whoever approves it helped to register it: then the
     * transaction is lost and must be rolled back.
     */
    Future<Boolean> move(SqlClient transaction, MerchantId id, Transition step) {
        Tuple parameters = Tuple.of(
                id.value(), step.to().name(), MerchantRows.timestamp(step.at()), step.actor().id());
        return UPDATE_STATUS.execute(transaction, parameters)
                .compose(moved -> keep(transaction, id, step))
                .map(true)
                .recover(fault -> SqlOutcome.broke(fault, SECOND_PERSON)
                        ? Future.succeededFuture(false)
                        : Future.failedFuture(fault));
    }

    /** Keeps a step. */
    Future<Void> keep(SqlClient transaction, MerchantId id, Transition step) {
        Tuple parameters = Tuple.of(
                id.value(),
                step.from().map(MerchantStatus::name).orElse(null),
                step.to().name(),
                MerchantRows.timestamp(step.at()),
                BusinessDay.of(step.at()),
                step.actor().id());
        parameters.addString(step.actor().role()).addString(step.reason().orElse(null));
        return INSERT_TRANSITION.execute(transaction, parameters).mapEmpty();
    }

    /** Counts a change of a locked merchant, its outlets or accounts: whoever read it before must read it again. */
    Future<Void> touch(SqlClient transaction, MerchantId id, Instant now) {
        return TOUCH.execute(transaction, Tuple.of(id.value(), MerchantRows.timestamp(now))).mapEmpty();
    }

    /** A merchant's last step. */
    Future<LastStep> lastStep(SqlClient client, MerchantId id) {
        return READ_LAST_TRANSITION.execute(client, Tuple.of(id.value())).map(rows -> {
            Row row = rows.iterator().next();
            return new LastStep(
                    MerchantStatus.valueOf(row.getString("to_status")),
                    MerchantRows.instant(row, "recorded_at"),
                    Optional.ofNullable(row.getString("reason")));
        });
    }

    private static Future<Writing> readRefusal(SqlClient transaction, Profile profile) {
        return READ_TAX_CODE_TAKEN.execute(transaction, Tuple.of(profile.taxCode().value()))
                .map(rows -> rows.iterator().next().getBoolean("taken") ? Writing.TAX_CODE_TAKEN : Writing.PHONE_TAKEN);
    }

    private static Future<Writing> toWriting(Throwable fault) {
        if (SqlOutcome.broke(fault, TAX_CODE_UNIQUE)) {
            return Future.succeededFuture(Writing.TAX_CODE_TAKEN);
        }
        return SqlOutcome.broke(fault, PHONE_UNIQUE)
                ? Future.succeededFuture(Writing.PHONE_TAKEN)
                : Future.failedFuture(fault);
    }

    private static Tuple toTuple(MerchantId id, Profile profile) {
        Tuple parameters = Tuple.of(
                id.value(),
                profile.legalName(),
                profile.displayName(),
                profile.taxCode().value(),
                profile.phone().e164(),
                profile.category().value());
        return parameters.addString(profile.language().code()).addString(profile.searchText());
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst();
    }
}
