package vn.phopay.bank.casso2;

import java.time.Instant;
import java.util.Optional;
import vn.phopay.bank.Dialect.Reading;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.bank.json.Json;
import vn.phopay.bank.json.Members;
import vn.phopay.money.Money;

/** Reads a Casso v2 delivery. */
final class Casso2Reader {
    private static final String NO_ERROR = "0";
    private static final String PROBE_ID = "0";
    private static final String PROBE_REFERENCE = "MA_GIAO_DICH_THU_NGHIEM";

    private Casso2Reader() {}

    static Reading read(Json.Obj body) {
        Optional<String> error = Members.of(body, "").scalar("error");
        if (error.isPresent() && !error.get().equals(NO_ERROR)) {
            return new Reading.NotPaid();
        }
        if (!(body.members().get("data") instanceof Json.Obj data)) {
            return Reading.Malformed.at("/data", "must be an object");
        }
        Members members = Members.of(data, "/data");
        boolean probe = members.scalar("id").filter(PROBE_ID::equals).isPresent()
                || members.scalar("reference").filter(PROBE_REFERENCE::equals).isPresent();
        return probe ? new Reading.Probe() : notice(members);
    }

    /** The sign of the amount is its direction. */
    private static Reading notice(Members members) {
        String reference = members.reference("id");
        String account = members.account("accountNumber");
        String signed = members.scalar("amount").orElse("");
        Direction direction = signed.startsWith("-") ? Direction.DEBIT : Direction.CREDIT;
        Money amount = members.money("amount", direction == Direction.DEBIT ? signed.substring(1) : signed);
        Instant bookedAt = members.localTime("transactionDateTime");
        if (!members.faults().isEmpty()) {
            return new Reading.Malformed(members.faults());
        }
        return Reading.Transactions.of(TransactionNotice.credit(reference, account, amount.amountVnd())
                .direction(direction)
                .memo(members.memo("description"))
                .bookedAt(bookedAt)
                .bankTrace(members.whole("reference", Members.REFERENCE_LENGTH_MAX).orElse(null))
                .virtualAccount(members.whole("virtualAccountNumber", Members.ACCOUNT_LENGTH_MAX).orElse(null))
                .payerName(members.evidence("counterAccountName", Members.NAME_LENGTH_MAX).orElse(null))
                .payerAccount(members.evidence("counterAccountNumber", Members.ACCOUNT_LENGTH_MAX).orElse(null))
                .payerBankBin(members.bin("counterAccountBankId").orElse(null))
                .build());
    }
}
