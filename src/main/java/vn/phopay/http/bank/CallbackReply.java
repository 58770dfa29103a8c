package vn.phopay.http.bank;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.phopay.bank.DeliveryResult;
import vn.phopay.bank.DeliveryResult.Novelty;
import vn.phopay.bank.DeliveryResult.Told;
import vn.phopay.bank.Dialect;
import vn.phopay.bank.Dialect.Fault;
import vn.phopay.bank.DialectAnswer;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.http.Problem;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;
import vn.phopay.payment.RecordOutcome;
import vn.phopay.payment.RecordOutcome.AlreadyRecorded;
import vn.phopay.payment.RecordOutcome.ConflictingDuplicate;
import vn.phopay.payment.RecordOutcome.NotRecorded;
import vn.phopay.payment.RecordOutcome.Recorded;

/** The answer to a callback: what its dialect says, or else the service's own problem document. */
final class CallbackReply {
    private CallbackReply() {}

    /** What {@code result} reads like to a sender of {@code dialect}. */
    static Reply of(Dialect dialect, DeliveryResult result, Duration retryAfter) {
        return dialect.answer(result)
                .map(answer -> of(answer, result, retryAfter))
                .orElseGet(() -> problem(result, retryAfter));
    }

    /** A dialect's answer; whoever goes by HTTP status also hears when to send again. */
    static Reply of(DialectAnswer answer, DeliveryResult result, Duration retryAfter) {
        boolean again = result instanceof DeliveryResult.Unavailable && answer.status() >= 500;
        return again ? of(answer).retryAfter(retryAfter) : of(answer);
    }

    /** A dialect's answer as it is. */
    static Reply of(DialectAnswer answer) {
        Map<String, String> headers =
                answer.contentType().isEmpty() ? Map.of() : Map.of("content-type", answer.contentType());
        return new Reply(answer.status(), headers, answer.body());
    }

    /** The service's own words. */
    static Reply problem(DeliveryResult result, Duration retryAfter) {
        return switch (result) {
            case DeliveryResult.Refused refused -> Reply.problem(ProblemCode.BANK_SIGNATURE_REFUSED,
                    "The signature is missing, wrong or too old; nothing was kept.");
            case DeliveryResult.Unreadable unreadable -> new Problem(ProblemCode.BANK_DELIVERY_MALFORMED,
                    "No transaction was recorded; the raw delivery is kept as evidence.",
                    errors(unreadable.faults())).toReply();
            case DeliveryResult.TooLarge large ->
                Reply.problem(ProblemCode.REQUEST_TOO_LARGE, ProblemCode.REQUEST_TOO_LARGE.title() + ".");
            case DeliveryResult.Suspended suspended ->
                Reply.problem(ProblemCode.BANK_SUSPENDED, "This bank is suspended; nothing was kept.");
            case DeliveryResult.Unavailable unavailable -> Reply.problem(ProblemCode.REQUEST_OVERLOADED,
                    "Nothing of this call counts as kept; send it again.").retryAfter(retryAfter);
            case DeliveryResult.Failed failed -> new Problem(ProblemCode.PAYMENT_NOT_RECORDED,
                    "The transactions named in errors were not recorded; the others were.",
                    errors(failed.faults())).toReply();
            case DeliveryResult.Recorded recorded -> Reply.noContent();
            case DeliveryResult.Acknowledged acknowledged -> Reply.noContent();
            case DeliveryResult.Pinged pinged -> Reply.noContent();
        };
    }

    /** What recording {@code notices} came to. */
    static DeliveryResult resultOf(List<TransactionNotice> notices, List<RecordOutcome> outcomes) {
        List<Told> told = new ArrayList<>(notices.size());
        List<Fault> faults = new ArrayList<>(0);
        for (int i = 0; i < notices.size(); i++) {
            String reference = notices.get(i).bankReference();
            switch (outcomes.get(i)) {
                case Recorded done ->
                    told.add(new Told(reference, Novelty.STORED, done.payment(), done.outcome().name()));
                case AlreadyRecorded done ->
                    told.add(new Told(reference, Novelty.DUPLICATE, done.payment(), done.outcome().name()));
                case ConflictingDuplicate done ->
                    told.add(new Told(reference, Novelty.CONFLICT, done.payment(), done.outcome().name()));
                case NotRecorded refused ->
                    faults.add(new Fault("/transactions/" + i, "was refused by the database"));
            }
        }
        return faults.isEmpty() ? new DeliveryResult.Recorded(told) : new DeliveryResult.Failed(faults);
    }

    private static List<Problem.FieldError> errors(List<Fault> faults) {
        return faults.stream().map(fault -> new Problem.FieldError(fault.pointer(), fault.detail())).toList();
    }
}
