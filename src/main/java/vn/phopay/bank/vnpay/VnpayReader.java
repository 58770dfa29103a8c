package vn.phopay.bank.vnpay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import vn.phopay.bank.Dialect.Reading;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.bank.json.Json;
import vn.phopay.bank.json.Members;
import vn.phopay.money.Money;
import vn.phopay.time.BusinessDay;

/** Reads the signed pairs of a VNPAY notice. */
final class VnpayReader {
    private static final String DONE = "00";
    private static final String AMOUNT = "vnp_Amount";
    private static final String PAID_AT = "vnp_PayDate";
    /** An amount is told in hundredths of a đồng, so its last two digits are zeros. */
    private static final String HUNDREDTHS = "00";
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final int YEAR_MIN = 2000;
    private static final int YEAR_MAX = 2099;

    private VnpayReader() {}

    static Reading read(Json.Obj pairs) {
        Members members = Members.of(pairs, "");
        String response = members.reference("vnp_ResponseCode");
        String status = members.reference("vnp_TransactionStatus");
        if (!members.faults().isEmpty()) {
            return new Reading.Malformed(members.faults());
        }
        return response.equals(DONE) && status.equals(DONE) ? notice(members) : new Reading.NotPaid();
    }

    /** The order number stands apart from the memo, so a code in it is looked for first. */
    private static Reading notice(Members members) {
        String reference = members.reference("vnp_TransactionNo");
        String terminal = members.account("vnp_TmnCode");
        Money amount = amount(members);
        Instant paidAt = paidAt(members);
        if (!members.faults().isEmpty()) {
            return new Reading.Malformed(members.faults());
        }
        return new Reading.Transactions(List.of(TransactionNotice.credit(reference, terminal, amount.amountVnd())
                .virtualAccount(terminal)
                .structuredReference(members.evidence("vnp_TxnRef", Members.REFERENCE_LENGTH_MAX).orElse(null))
                .memo(members.memo("vnp_OrderInfo"))
                .bookedAt(paidAt)
                .bankTrace(members.evidence("vnp_BankTranNo", Members.REFERENCE_LENGTH_MAX).orElse(null))
                .build()));
    }

    private static Money amount(Members members) {
        String told = members.scalar(AMOUNT).orElse("");
        boolean divides = told.endsWith(HUNDREDTHS) && told.indexOf('.') < 0;
        return members.money(AMOUNT, divides ? told.substring(0, told.length() - HUNDREDTHS.length()) : "");
    }

    private static Instant paidAt(Members members) {
        try {
            LocalDateTime time = LocalDateTime.parse(members.scalar(PAID_AT).orElse(""), LOCAL);
            if (time.getYear() >= YEAR_MIN && time.getYear() <= YEAR_MAX) {
                return time.atZone(BusinessDay.ZONE).toInstant();
            }
        } catch (DateTimeException e) {
            // Falls through: an unreadable time and one out of range get the same answer.
        }
        members.fault(PAID_AT, "must be a time of this century as yyyyMMddHHmmss");
        return Instant.EPOCH;
    }
}
