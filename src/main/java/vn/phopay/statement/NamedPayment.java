package vn.phopay.statement;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.bank.TransactionNotice.Direction;

/**
 * A payment that a line names by trace or transaction id.
 *
 * @param place which line of those asked for, from 0
 * @param toldBy the statement whose line is this payment's; null while none is
 */
record NamedPayment(
        int place,
        UUID paymentId,
        String bankCode,
        String bankReference,
        String accountNumber,
        Direction direction,
        long amountVnd,
        LocalDate businessDate,
        @Nullable UUID toldBy) {}
