package vn.phopay.statement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment that a line without a known reference may be about: same account, amount and direction.
 *
 * @param place which line of those asked for, from 0
 * @param byCode whether it was paid for a code that the line names
 * @param apartSeconds how far apart they were booked
 * @param near whether that is known to be ten minutes at most
 * @param samePayer whether one payer paid both; null where that is not known
 * @param toldBy the statement whose line is this payment's; null while none is
 * @param sameLine whether that line reads as this one does
 * @param rivals further waiting lines of the payment's payer that fit it as well
 */
record AlikePayment(
        int place,
        UUID paymentId,
        boolean byCode,
        long apartSeconds,
        boolean near,
        @Nullable Boolean samePayer,
        @Nullable UUID toldBy,
        boolean sameLine,
        long rivals) {
    boolean isFree() {
        return toldBy == null;
    }
}
