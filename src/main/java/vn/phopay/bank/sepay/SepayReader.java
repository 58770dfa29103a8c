package vn.phopay.bank.sepay;

import java.time.Instant;
import vn.phopay.bank.Dialect.Reading;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.bank.json.Json;
import vn.phopay.bank.json.Members;
import vn.phopay.money.Money;

/** Reads a SePay delivery. */
final class SepayReader {
    private SepayReader() {}

    static Reading read(Json.Obj body) {
        Members members = Members.of(body, "");
        String reference = members.reference("id");
        String account = members.account("accountNumber");
        Money amount = members.amount("transferAmount");
        Instant bookedAt = members.localTime("transactionDate");
        Direction direction = direction(members);
        if (!members.faults().isEmpty()) {
            return new Reading.Malformed(members.faults());
        }
        return Reading.Transactions.of(TransactionNotice.credit(reference, account, amount.amountVnd())
                .direction(direction)
                .memo(members.memo("content"))
                .bookedAt(bookedAt)
                .bankTrace(members.whole("referenceCode", Members.REFERENCE_LENGTH_MAX).orElse(null))
                .virtualAccount(members.whole("subAccount", Members.ACCOUNT_LENGTH_MAX).orElse(null))
                .build());
    }

    private static Direction direction(Members members) {
        return switch (members.scalar("transferType").orElse("")) {
            case "in" -> Direction.CREDIT;
            case "out" -> Direction.DEBIT;
            default -> {
                members.fault("transferType", "must be in or out");
                yield Direction.CREDIT;
            }
        };
    }
}
