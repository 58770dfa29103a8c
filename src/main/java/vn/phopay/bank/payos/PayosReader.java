package vn.phopay.bank.payos;

import java.time.Instant;
import java.util.Optional;
import vn.phopay.bank.Dialect.Reading;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.bank.json.Json;
import vn.phopay.bank.json.Members;
import vn.phopay.money.Money;

/** Reads the signed part of a payOS delivery. */
final class PayosReader {
    /** The order that payOS tells of when an address is entered; merchants must not use this number. */
    private static final String PROBE_ORDER = "123";
    private static final String PAID = "00";

    private PayosReader() {}

    static Reading read(Json.Obj data) {
        Members members = Members.of(data, "/data");
        if (members.scalar("orderCode").filter(PROBE_ORDER::equals).isPresent()) {
            return new Reading.Probe();
        }
        Optional<String> code = members.scalar("code");
        if (code.isPresent() && !code.get().equals(PAID)) {
            return new Reading.NotPaid();
        }
        if (code.isEmpty()) {
            members.fault("code", "is required");
        }
        if (members.scalar("currency").filter(currency -> !currency.equals("VND")).isPresent()) {
            members.fault("currency", "must be VND");
        }
        return notice(members);
    }

    /** {@code reference} alone is not unique: one transfer may be told of several accounts. */
    private static Reading notice(Members members) {
        String reference = members.reference("reference");
        String account = members.account("accountNumber");
        Money amount = members.amount("amount");
        Instant bookedAt = members.localTime("transactionDateTime");
        if (!members.faults().isEmpty()) {
            return new Reading.Malformed(members.faults());
        }
        return Reading.Transactions.of(TransactionNotice.credit(reference + ':' + account, account, amount.amountVnd())
                .memo(members.memo("description"))
                .bookedAt(bookedAt)
                .bankTrace(reference)
                .virtualAccount(members.whole("virtualAccountNumber", Members.ACCOUNT_LENGTH_MAX).orElse(null))
                .payerName(members.evidence("counterAccountName", Members.NAME_LENGTH_MAX).orElse(null))
                .payerAccount(members.evidence("counterAccountNumber", Members.ACCOUNT_LENGTH_MAX).orElse(null))
                .payerBankBin(members.bin("counterAccountBankId").orElse(null))
                .build());
    }
}
