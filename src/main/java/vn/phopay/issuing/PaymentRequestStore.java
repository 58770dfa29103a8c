package vn.phopay.issuing;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.phopay.db.Sql;
import vn.phopay.identity.AccountId;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.PaymentId;
import vn.phopay.identity.PaymentRequestId;
import vn.phopay.money.Money;
import vn.phopay.payment.PaymentOutcome;
import vn.phopay.payment.ReferenceCode;
import vn.phopay.time.BusinessDay;

/** Payment requests in the database. Every future fails only on a database fault. */
public final class PaymentRequestStore {
    private static final Sql INSERT = Sql.load("issuing/insert_payment_request");
    private static final Sql READ = Sql.load("issuing/read_payment_request");
    private static final Sql LOCK = Sql.load("issuing/lock_payment_request");
    private static final Sql CANCEL = Sql.load("issuing/cancel_payment_request");
    private static final Sql EXPIRE = Sql.load("issuing/expire_payment_requests");
    private static final Sql LIST_CREDITS = Sql.load("issuing/list_request_credits");

    /** One request. */
    public Future<Optional<PaymentRequest>> find(SqlClient client, PaymentRequestId id) {
        return READ.execute(client, Tuple.of(id.value())).map(rows -> Rows.first(rows, PaymentRequestStore::toRequest));
    }

    /** The credits that name a request, in the order in which they were recorded. */
    public Future<List<RequestPayment>> credits(SqlClient client, PaymentRequestId id) {
        return LIST_CREDITS.execute(client, Tuple.of(id.value()))
                .map(rows -> Rows.all(rows, PaymentRequestStore::toCredit));
    }

    /**
     * One request, whose row stays as it is until {@code transaction} ends. Whoever records a payment to it takes the
     * same lock first, so credits read in a later statement are all there are.
     */
    Future<Optional<PaymentRequest>> lock(SqlClient transaction, PaymentRequestId id) {
        return LOCK.execute(transaction, Tuple.of(id.value()))
                .map(rows -> Rows.first(rows, PaymentRequestStore::toRequest));
    }

    /** Keeps a request and gives it as kept: with the tolerance that its merchant has set by now. */
    Future<PaymentRequest> insert(SqlClient transaction, PaymentRequest request) {
        PaymentRequest.Terms terms = request.terms();
        Tuple parameters = Tuple.of(
                request.id().value(),
                request.owner().merchant().value(),
                request.owner().outlet().value(),
                request.owner().account().value(),
                request.reference().value(),
                request.code().serial());
        parameters.addString(request.code().payload())
                .addString(request.code().keyId())
                .addLong(terms.amount().amountVnd())
                .addString(terms.description().orElse(null))
                .addString(terms.orderRef().orElse(null))
                .addOffsetDateTime(Rows.timestamp(terms.createdAt()))
                .addOffsetDateTime(Rows.timestamp(terms.expiresAt()))
                .addLocalDate(BusinessDay.of(terms.createdAt()));
        return INSERT.execute(transaction, parameters).map(rows -> new PaymentRequest(
                request.id(), request.owner(), request.reference(), request.code(),
                terms.withTolerance(rows.iterator().next().getLong("amount_tolerance_vnd")),
                request.cancelledAt(), request.expiredAt()));
    }

    Future<Void> cancel(SqlClient transaction, PaymentRequestId id, Instant now) {
        return CANCEL.execute(transaction, Tuple.of(id.value(), Rows.timestamp(now))).mapEmpty();
    }

    Future<Integer> expire(SqlClient client, Instant now, int rowsMax) {
        return EXPIRE.execute(client, Tuple.of(Rows.timestamp(now), rowsMax)).map(rows -> rows.rowCount());
    }

    private static PaymentRequest toRequest(Row row) {
        return new PaymentRequest(
                new PaymentRequestId(row.getUUID("payment_request_id")),
                new QrCode.Owner(
                        new MerchantId(row.getUUID("merchant_id")),
                        new OutletId(row.getUUID("outlet_id")),
                        new AccountId(row.getUUID("account_id"))),
                new ReferenceCode(row.getString("reference")),
                new PaymentRequest.Code(row.getString("serial"), row.getString("payload"), row.getString("key_id")),
                new PaymentRequest.Terms(
                        new Money(row.getLong("amount_vnd")),
                        row.getLong("amount_tolerance_vnd"),
                        Optional.ofNullable(row.getString("description")),
                        Optional.ofNullable(row.getString("order_ref")),
                        Rows.instant(row, "created_at"),
                        Rows.instant(row, "expires_at")),
                Rows.optionalInstant(row, "cancelled_at"),
                Rows.optionalInstant(row, "expired_at"));
    }

    private static RequestPayment toCredit(Row row) {
        return new RequestPayment(
                new PaymentId(row.getUUID("payment_id")),
                row.getString("bank_code"),
                row.getString("bank_reference"),
                row.getLong("amount_vnd"),
                PaymentOutcome.valueOf(row.getString("outcome")),
                row.getBoolean("reversed"),
                row.getLong("refunded_vnd"),
                new RequestPayment.Times(Rows.instant(row, "booked_at"), Rows.instant(row, "recorded_at")));
    }
}
