package vn.phopay.reconciliation;

import org.jspecify.annotations.Nullable;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.PaymentRequestId;

/**
 * What a member of staff decides about a case.
 *
 * @param action what is to be done
 * @param outlet whose the money is, with {@link CaseAction#ASSIGN}
 * @param paymentRequest the request that it pays, with {@link CaseAction#ASSIGN}
 * @param note why; never blank
 */
public record Decision(
        CaseAction action, @Nullable OutletId outlet, @Nullable PaymentRequestId paymentRequest, String note) {
    /** Longest note, in characters. */
    public static final int NOTE_LENGTH_MAX = 1_000;

    /** An assignment names an outlet or a request, nothing else does. */
    public Decision {
        boolean named = outlet != null || paymentRequest != null;
        if (note.isBlank() || named != (action == CaseAction.ASSIGN)) {
            throw new IllegalArgumentException("a decision says why, and an assignment to whom");
        }
    }

    /** The same decision for another reason. */
    Decision because(String why) {
        return new Decision(action, outlet, paymentRequest, why);
    }
}
