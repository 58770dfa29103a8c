package vn.phopay.payment;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.util.Optional;
import vn.phopay.identity.IdSource;
import vn.phopay.reconciliation.CaseEffects;
import vn.phopay.reconciliation.Decision;

/** Makes what was decided about a case a fact of its payment. */
public final class SettleCase implements CaseEffects {
    private final AssignPayment assign;
    private final RecordRefund refund;
    private final RecordAcceptance acceptance;

    /** Names facts by {@code ids}; {@code clock} tells the business day of a decision. */
    public SettleCase(IdSource ids, Clock clock) {
        this.assign = new AssignPayment(ids, clock);
        this.refund = new RecordRefund(ids);
        this.acceptance = new RecordAcceptance(ids, clock);
    }

    @Override
    public Effect apply(SqlConnection transaction, Settlement settlement) {
        return switch (settlement.decision().action()) {
            case ASSIGN -> assign(transaction, settlement);
            case REFUND -> refund(transaction, settlement);
            case IGNORE -> accept(transaction, settlement);
            case CONFIRM -> new Refused("Only a report is confirmed, and a payment is none.");
        };
    }

    /** A request tells its outlet too, so it is named alone. */
    private Effect assign(SqlConnection transaction, Settlement settlement) {
        Decision decision = settlement.decision();
        Assignment assignment = new Assignment(
                settlement.payment(),
                decision.paymentRequest() == null ? Optional.ofNullable(decision.outlet()) : Optional.empty(),
                Optional.ofNullable(decision.paymentRequest()),
                settlement.caseId().value(), settlement.actor(), evidence(settlement));
        return switch (assign.assign(transaction, assignment)) {
            case AssignPayment.Assigned done -> new Applied();
            case AssignPayment.AlreadyThere before -> new Applied();
            case AssignPayment.NotAssignable no -> new Refused("The payment is no money that came in and counts.");
            case AssignPayment.TargetUnknown no -> new Refused("The outlet or request is no longer there.");
            case AssignPayment.NotFound no -> new Refused("The payment is no longer there.");
        };
    }

    /** All that is left of the payment went back. */
    private Effect refund(SqlConnection transaction, Settlement settlement) {
        RecordRefund.Outcome whole = refund(transaction, settlement, settlement.amountVnd());
        RecordRefund.Outcome outcome = whole instanceof RecordRefund.TooMuch(long leftVnd) && leftVnd > 0
                ? refund(transaction, settlement, leftVnd)
                : whole;
        return switch (outcome) {
            case RecordRefund.Recorded done -> new Applied();
            case RecordRefund.AlreadyRecorded before -> new Applied();
            case RecordRefund.TooMuch none -> new Refused("Nothing is left of the payment to give back.");
            case RecordRefund.KeyTaken other -> new Refused("Another refund was recorded for this case.");
            case RecordRefund.NotRefundable no -> new Refused("The payment is no money that came in and counts.");
            case RecordRefund.NotFound no -> new Refused("The payment is no longer there.");
        };
    }

    private RecordRefund.Outcome refund(SqlConnection transaction, Settlement settlement, long amountVnd) {
        return refund.record(transaction, new Refund(settlement.payment(), settlement.caseId().toString(), amountVnd,
                settlement.at(), settlement.caseId().value(), settlement.actor(), evidence(settlement)));
    }

    private Effect accept(SqlConnection transaction, Settlement settlement) {
        acceptance.record(transaction, new RecordAcceptance.Acceptance(settlement.payment(),
                settlement.caseId().toString(), settlement.caseId().value(), settlement.actor(), evidence(settlement)));
        return new Applied();
    }

    private static JsonObject evidence(Settlement settlement) {
        return new JsonObject()
                .put("caseId", settlement.caseId().toString())
                .put("action", settlement.decision().action().name())
                .put("note", settlement.decision().note());
    }
}
