package vn.phopay.statement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a statement says of itself. Bank, account and reference are its identity: the same three twice are one.
 *
 * @param kind what sort of document it stands in
 * @param reference {@code Stmt/Id}, with {@code #page} behind it from the second page on
 * @param accountNumber the account whose movements it lists
 * @param sequence {@code ElctrncSeqNb}; a missing number is a missing statement
 * @param from first day of its period
 * @param to last day of its period
 */
public record StatementHead(
        Kind kind,
        String reference,
        String accountNumber,
        @Nullable Long sequence,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** The sorts of documents. */
    public enum Kind {
        /** ISO 20022 BankToCustomerStatement: all booked movements of a period. */
        CAMT053,
        /** ISO 20022 BankToCustomerDebitCreditNotification: single movements, before the statement tells them again. */
        CAMT054,
        /** Our table of part 5.2: movements of one or more accounts. */
        CSV
    }
}
