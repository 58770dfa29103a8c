package vn.phopay.http.bank;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.phopay.bank.Bank;
import vn.phopay.bank.BankDirectory;
import vn.phopay.bank.Dialect;
import vn.phopay.bank.Dialect.Authentication;
import vn.phopay.bank.Dialect.Authentication.Authentic;
import vn.phopay.bank.Dialect.Reading;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Problem;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.identity.IdSource;
import vn.phopay.payment.DatabaseUnavailableException;
import vn.phopay.payment.Delivery;
import vn.phopay.payment.RecordDelivery;

/**
 * {@code POST /api/v1/banks/{code}/callbacks}: records payment facts, each exactly once. The order of work: size and
 * room, signature over the raw bytes, reading, one transaction, COMMIT, answer.
 */
public final class PostBankCallback implements Endpoint {
    private final EndpointSpec spec;
    private final BankDirectory banks;
    private final Map<String, Dialect> nameToDialect;
    private final RecordDelivery record;
    private final IdSource ids;
    private final Duration retryAfter;

    /**
     * What bounds a callback.
     *
     * @param bodyBytesMax largest body in bytes
     * @param retryAfter what a refused sender is asked to wait
     */
    public record Limits(int bodyBytesMax, Duration retryAfter) {}

    /** Takes callbacks of {@code banks}, each in its own dialect. */
    public PostBankCallback(
            BankDirectory banks, Map<String, Dialect> nameToDialect, RecordDelivery record, IdSource ids,
            Limits limits) {
        this.spec = EndpointSpec.post("/api/v1/banks/{code}/callbacks", Access.ANYONE)
                .withBodyBytesMax(limits.bodyBytesMax());
        this.banks = banks;
        this.nameToDialect = Map.copyOf(nameToDialect);
        this.record = record;
        this.ids = ids;
        this.retryAfter = limits.retryAfter();
    }

    @Override
    public EndpointSpec spec() {
        return spec;
    }

    @Override
    public Optional<Reply> refuseEarly() {
        return record.accepts() ? Optional.empty() : Optional.of(overloaded());
    }

    @Override
    public Future<Reply> handle(Call call) {
        Optional<Bank> bank = banks.find(call.path("code"));
        Authentication now = bank.map(known -> authenticate(known, call)).orElseGet(Authentication.Refused::new);
        if (now instanceof Authentic authentic) {
            return take(call, bank.orElseThrow(), authentic);
        }
        // The bank or its key may have been made on another instance a moment ago.
        return banks.refreshBeforeRefusal().compose(done -> takeOrRefuse(call));
    }

    private Future<Reply> takeOrRefuse(Call call) {
        Bank bank = banks.find(call.path("code"))
                .orElseThrow(() -> new ProblemException(ProblemCode.BANK_UNKNOWN, "No bank has this code."));
        if (authenticate(bank, call) instanceof Authentic authentic) {
            return take(call, bank, authentic);
        }
        return Future.succeededFuture(Reply.problem(
                ProblemCode.BANK_SIGNATURE_REFUSED, "The signature is missing, wrong or too old; nothing was kept."));
    }

    private Authentication authenticate(Bank bank, Call call) {
        return dialectOf(bank).authenticate(bank.keys(), call.headers(), call.rawBody(), call.receivedAt());
    }

    private Dialect dialectOf(Bank bank) {
        Dialect dialect = nameToDialect.get(bank.dialect());
        if (dialect == null) {
            throw new IllegalStateException("no dialect " + bank.dialect());
        }
        return dialect;
    }

    private Future<Reply> take(Call call, Bank bank, Authentic authentic) {
        if (bank.suspended()) {
            return Future.succeededFuture(
                    Reply.problem(ProblemCode.BANK_SUSPENDED, "This bank is suspended; nothing was kept."));
        }
        Delivery delivery = new Delivery(ids.next(), bank.code(), bank.bin(), authentic.deliveryName(),
                authentic.signedAt(), authentic.key().id(), call.receivedAt(), call.rawBody());
        return switch (dialectOf(bank).read(call.rawBody())) {
            case Reading.Transactions read -> record(delivery, read.notices());
            case Reading.Malformed malformed -> record.keepMalformed(delivery).map(kept -> malformed(malformed));
        };
    }

    private Future<Reply> record(Delivery delivery, List<TransactionNotice> notices) {
        return record.record(delivery, notices)
                .map(outcomes -> CallbackReply.of(notices, outcomes))
                .recover(fault -> fault instanceof DatabaseUnavailableException
                        ? Future.succeededFuture(overloaded())
                        : Future.failedFuture(fault));
    }

    private static Reply malformed(Reading.Malformed malformed) {
        List<Problem.FieldError> errors = malformed.faults().stream()
                .map(fault -> new Problem.FieldError(fault.pointer(), fault.detail()))
                .toList();
        return new Problem(ProblemCode.BANK_DELIVERY_MALFORMED,
                "No transaction was recorded; the raw delivery is kept as evidence.", errors).toReply();
    }

    private Reply overloaded() {
        return Reply.problem(ProblemCode.REQUEST_OVERLOADED, "Nothing of this call counts as kept; send it again.")
                .with("retry-after", Long.toString(retryAfter.toSeconds()));
    }
}
