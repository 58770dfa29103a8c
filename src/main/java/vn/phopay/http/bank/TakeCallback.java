package vn.phopay.http.bank;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.phopay.bank.Bank;
import vn.phopay.bank.BankDirectory;
import vn.phopay.bank.BankTallies;
import vn.phopay.bank.CallbackRequest;
import vn.phopay.bank.DeliveryResult;
import vn.phopay.bank.Dialect;
import vn.phopay.bank.Dialect.Authentication.Authentic;
import vn.phopay.bank.Dialect.Reading;
import vn.phopay.bank.Dialects;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.http.Call;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.identity.IdSource;
import vn.phopay.payment.DatabaseUnavailableException;
import vn.phopay.payment.Delivery;
import vn.phopay.payment.RecordDelivery;
import vn.phopay.payment.RecordDelivery.NoPayment;

/**
 * What every address of callbacks has in common. The order of work: size and room, signature over the raw bytes,
 * reading, one transaction, COMMIT, answer; and each answer in the words of the sender's dialect.
 */
public final class TakeCallback {
    private final BankDirectory banks;
    private final Dialects dialects;
    private final RecordDelivery record;
    private final IdSource ids;
    private final Limits limits;
    private final BankTallies tallies;

    /**
     * What bounds a callback.
     *
     * @param bodyBytesMax largest body in bytes
     * @param retryAfter what a refused sender is asked to wait
     */
    public record Limits(int bodyBytesMax, Duration retryAfter) {}

    /** Takes callbacks of {@code banks}, each in its own dialect; {@code tallies} hear what became of them. */
    public TakeCallback(
            BankDirectory banks,
            Dialects dialects,
            RecordDelivery record,
            IdSource ids,
            Limits limits,
            BankTallies tallies) {
        this.banks = banks;
        this.dialects = dialects;
        this.record = record;
        this.ids = ids;
        this.limits = limits;
        this.tallies = tallies;
    }

    /** Largest body in bytes. */
    int bodyBytesMax() {
        return limits.bodyBytesMax();
    }

    /** What a sender hears before its body is read, where there is no room for it. */
    Optional<Reply> refuseEarly(Map<String, String> pathParameters) {
        return record.accepts() ? Optional.empty() : Optional.of(speak(pathParameters,
                new DeliveryResult.Unavailable()));
    }

    /** A refusal of somebody else's, in the words of the sender's dialect. */
    Reply rephrase(Reply reply, ProblemCode code, Map<String, String> pathParameters) {
        Optional<DeliveryResult> result = switch (code) {
            case REQUEST_TOO_LARGE -> Optional.of(new DeliveryResult.TooLarge());
            case REQUEST_TIMED_OUT -> Optional.of(new DeliveryResult.Unavailable());
            case INTERNAL_FAULT -> Optional.of(new DeliveryResult.Failed(List.of()));
            default -> Optional.empty();
        };
        return result.flatMap(known -> dialectAt(pathParameters).flatMap(dialect -> dialect.answer(known))
                        .map(answer -> CallbackReply.of(answer, known, limits.retryAfter())))
                .orElse(reply);
    }

    /** Takes one call at the address {@code door}. */
    Future<Reply> take(Call call, String method, String door) {
        CallbackRequest request = new CallbackRequest(method, call.rawQuery(), call.headers(), call.rawBody());
        Visit visit = new Visit(call, request, door);
        return banks.find(call.path("code"))
                .flatMap(bank -> takeFrom(bank, visit))
                // The bank or its key may have been made on another instance a moment ago.
                .orElseGet(() -> banks.refreshBeforeRefusal().compose(done -> takeOrRefuse(visit)));
    }

    private record Visit(Call call, CallbackRequest request, String door) {}

    private Future<Reply> takeOrRefuse(Visit visit) {
        Bank bank = banks.find(visit.call.path("code"))
                .orElseThrow(() -> new ProblemException(ProblemCode.BANK_UNKNOWN, "No bank has this code."));
        return takeFrom(bank, visit)
                .orElseGet(() -> Future.succeededFuture(reply(bank, new DeliveryResult.Refused())));
    }

    /** Empty where the call is not the bank's own. */
    private Optional<Future<Reply>> takeFrom(Bank bank, Visit visit) {
        Dialect dialect = dialects.of(bank);
        if (!dialect.door().equals(visit.door)) {
            return now(Reply.problem(ProblemCode.REQUEST_NOT_FOUND, "This bank speaks at another address."));
        }
        if (dialect.isPing(visit.request)) {
            return now(reply(bank, new DeliveryResult.Pinged()));
        }
        if (!dialect.method().equals(visit.request.method())) {
            ProblemCode code = ProblemCode.REQUEST_METHOD_NOT_ALLOWED;
            return now(Reply.problem(code, code.title() + ".").with("allow", dialect.method()));
        }
        return dialect.authenticate(bank.keys(), visit.request, visit.call.receivedAt()) instanceof Authentic authentic
                ? Optional.of(read(visit, bank, authentic))
                : Optional.empty();
    }

    private static Optional<Future<Reply>> now(Reply reply) {
        return Optional.of(Future.succeededFuture(reply));
    }

    private Future<Reply> read(Visit visit, Bank bank, Authentic authentic) {
        if (bank.suspended()) {
            return Future.succeededFuture(reply(bank, new DeliveryResult.Suspended()));
        }
        Delivery delivery = new Delivery(ids.next(), bank.code(), bank.bin(), authentic.deliveryName(),
                authentic.signedAt(), authentic.key().id(), visit.call.receivedAt(), visit.request.evidence());
        return switch (dialects.of(bank).read(visit.request)) {
            case Reading.Transactions read -> record(bank, delivery, read.notices());
            case Reading.Probe probe -> keep(bank, delivery, NoPayment.PROBE, new DeliveryResult.Acknowledged());
            case Reading.NotPaid none -> keep(bank, delivery, NoPayment.NOT_PAID, new DeliveryResult.Acknowledged());
            case Reading.Malformed malformed ->
                keep(bank, delivery, NoPayment.MALFORMED, new DeliveryResult.Unreadable(malformed.faults()));
        };
    }

    private Future<Reply> keep(Bank bank, Delivery delivery, NoPayment why, DeliveryResult result) {
        return record.keep(delivery, why).map(kept -> reply(bank, result));
    }

    private Future<Reply> record(Bank bank, Delivery delivery, List<TransactionNotice> notices) {
        return record.record(delivery, notices)
                .map(outcomes -> reply(bank, CallbackReply.resultOf(notices, outcomes)))
                .recover(fault -> fault instanceof DatabaseUnavailableException
                        ? Future.succeededFuture(reply(bank, new DeliveryResult.Unavailable()))
                        : Future.failedFuture(fault));
    }

    private Reply reply(Bank bank, DeliveryResult result) {
        tallies.count(bank.code(), result);
        return CallbackReply.of(dialects.of(bank), result, limits.retryAfter());
    }

    /** Speaks to a sender of whom only the address is known. */
    private Reply speak(Map<String, String> pathParameters, DeliveryResult result) {
        return dialectAt(pathParameters)
                .map(dialect -> CallbackReply.of(dialect, result, limits.retryAfter()))
                .orElseGet(() -> CallbackReply.problem(result, limits.retryAfter()));
    }

    private Optional<Dialect> dialectAt(Map<String, String> pathParameters) {
        return Optional.ofNullable(pathParameters.get("code")).flatMap(banks::find).map(dialects::of);
    }
}
