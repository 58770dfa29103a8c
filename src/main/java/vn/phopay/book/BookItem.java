package vn.phopay.book;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.PaymentId;

/**
 * What stands apart in a book, one by one: money that a bank took back, money that the merchant gave back, and whatever
 * came after its month was closed.
 *
 * @param kind what it is
 * @param entered the day under which it stands
 * @param business the day to which it belongs
 * @param outlet the outlet; empty where the payment names none
 * @param late whether its own month was closed before it came
 * @param amountVnd what it adds to the column of its kind; less than none where it takes something away again
 * @param payment the payment that it is about
 */
public record BookItem(Kind kind, LocalDate entered, LocalDate business, Optional<OutletId> outlet, boolean late,
                       long amountVnd, Paid payment) {
    /** The columns of a book. */
    public enum Kind {
        /** Money came. */
        RECEIVED,
        /** A bank took it back. */
        REVERSED,
        /** The merchant gave it back. */
        REFUNDED
    }

    /** The payment: what its bank calls it, when it was booked, on which business day, and how much it was. */
    public record Paid(PaymentId id, String bankCode, String bankReference, Instant bookedAt, LocalDate businessDate,
                       long amountVnd) {}
}
