package vn.phopay.http.payment;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.payment.CsvText;
import vn.phopay.payment.PaymentFields;
import vn.phopay.payment.PaymentReader;
import vn.phopay.payment.PaymentView;

/**
 * GET /api/v1/payments.csv?outletId=&amp;from=&amp;to=&amp;outcome=: recorded payments as one file. It is read page by
 * page, so that no other call waits long; a file that would be too long is refused instead of cut.
 */
public final class GetPaymentsCsv implements Endpoint {
    /** Most payments in one file; about 5 MB. */
    public static final int ROWS_MAX = 20_000;

    private static final EndpointSpec SPEC = EndpointSpec.get("/api/v1/payments.csv", Access.SESSION);
    private static final int PAGE_ROWS = 1_000;
    private static final List<String> HEADER = List.of(
            "id", "bankCode", "bankReference", "amount", "currency", "direction", "memo", "outcome", "bookedAt",
            "receivedAt", "recordedAt", "businessDate", "outletId", "qrId", "paymentRequestId", "reversed",
            "payerAccount", "source", "bankTrace", "virtualAccount", "twinOf", "assigned", "refundedAmount",
            "suggestedPaymentRequestId");

    private final PaymentQuery query;
    private final PaymentReader reader;
    private final Pool pool;
    private final int rowsMax;

    /** Reads by {@code reader} what {@code query} lets the caller see, {@link #ROWS_MAX} payments at most. */
    public GetPaymentsCsv(PaymentQuery query, PaymentReader reader, Pool pool) {
        this(query, reader, pool, ROWS_MAX);
    }

    GetPaymentsCsv(PaymentQuery query, PaymentReader reader, Pool pool, int rowsMax) {
        this.query = query;
        this.reader = reader;
        this.pool = pool;
        this.rowsMax = rowsMax;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        PaymentReader.Filter filter = query.filter(call);
        Buffer file = Buffer.buffer(CsvText.line(HEADER));
        return query.scope(pool, call, filter)
                .compose(scope -> append(new Reading(scope, filter, file), Optional.empty(), 0))
                .map(done -> Reply.bytes(200, "text/csv; charset=utf-8; header=present", file)
                        .with("content-disposition",
                                "attachment; filename=\"payments-" + filter.from() + "-" + filter.to() + ".csv\"")
                        .with("cache-control", "no-store"));
    }

    private record Reading(PaymentReader.Scope scope, PaymentReader.Filter filter, Buffer file) {}

    private Future<Void> append(Reading reading, Optional<PaymentReader.Cursor> after, int rowsBefore) {
        PaymentReader.PageRequest request =
                new PaymentReader.PageRequest(after, Math.min(PAGE_ROWS, rowsMax - rowsBefore));
        return reader.list(pool, reading.scope(), reading.filter(), request).compose(page -> {
            page.items().forEach(payment -> append(reading.file(), payment));
            int rows = rowsBefore + page.items().size();
            if (page.next().isPresent() && rows >= rowsMax) {
                return Future.failedFuture(ProblemException.ofField(
                        "?from", "more than " + rowsMax + " payments: choose fewer days"));
            }
            return page.next().isPresent()
                    ? append(reading, page.next(), rows) : Future.succeededFuture();
        });
    }

    private static void append(Buffer file, PaymentView payment) {
        file.appendString(CsvText.line(PaymentFields.of(payment).values()));
    }
}
