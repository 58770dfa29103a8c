package vn.phopay.bank.momo;

import java.time.Instant;
import java.util.List;
import vn.phopay.bank.Dialect.Reading;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.bank.json.Members;
import vn.phopay.money.Money;

/** Reads the signed members of a MoMo notice. */
final class MomoReader {
    private static final String PAID = "0";
    private static final String PARTNER = "partnerCode";

    private MomoReader() {}

    static Reading read(SignedNotice signed) {
        Members members = Members.of(signed.members(), "");
        signed.ambiguous().ifPresent(name ->
                members.fault(name, "must not hold another member, or the signed text reads in two ways"));
        String result = members.reference("resultCode");
        if (!members.faults().isEmpty()) {
            return new Reading.Malformed(members.faults());
        }
        return result.equals(PAID) ? notice(members) : new Reading.NotPaid();
    }

    /** The order number stands apart from the memo, so a code in it is looked for first. */
    private static Reading notice(Members members) {
        String reference = members.reference("transId");
        String partner = account(members);
        Money amount = members.amount("amount");
        Instant answeredAt = members.epochMillis("responseTime");
        if (!members.faults().isEmpty()) {
            return new Reading.Malformed(members.faults());
        }
        return new Reading.Transactions(List.of(TransactionNotice.credit(reference, partner, amount.amountVnd())
                .virtualAccount(partner)
                .structuredReference(members.evidence("orderId", Members.REFERENCE_LENGTH_MAX).orElse(null))
                .memo(members.memo("orderInfo"))
                .bookedAt(answeredAt)
                .build()));
    }

    /** Account numbers are letters and digits here; partner codes of MoMo's test system hold {@code _} too. */
    private static String account(Members members) {
        String told = members.account(PARTNER);
        String letters = told.replaceAll("[^A-Za-z0-9]", "");
        if (letters.isEmpty() && !told.isEmpty()) {
            members.fault(PARTNER, "must hold letters or digits");
        }
        return letters;
    }
}
