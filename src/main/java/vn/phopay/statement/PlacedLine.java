package vn.phopay.statement;

import java.util.UUID;

/**
 * A line with the statement and account it stands in.
 *
 * @param statementId the statement as kept
 * @param accountNumber its account
 * @param line the line
 */
record PlacedLine(UUID statementId, String accountNumber, StatementLine line) {
    /** What tells it from every other line, for cases. */
    String subject() {
        return line.bankTrace() != null ? line.bankTrace() : statementId + "#" + line.number();
    }
}
