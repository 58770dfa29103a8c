package vn.phopay.bank.zalopay;

import java.time.Instant;
import java.util.List;
import vn.phopay.bank.Dialect.Reading;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.bank.json.Json;
import vn.phopay.bank.json.Members;
import vn.phopay.money.Money;

/** Reads what stands inside the signed text of a ZaloPay notice. */
final class ZalopayReader {
    private ZalopayReader() {}

    /**
     * ZaloPay calls only once a payment has succeeded. It sends no remittance text: a code may stand in the order's
     * number or in what the merchant embedded into the order.
     */
    static Reading read(Json.Obj data) {
        Members members = Members.of(data, "/data");
        String reference = members.reference("zp_trans_id");
        String app = members.account("app_id");
        Money amount = members.amount("amount");
        Instant paidAt = members.epochMillis("server_time");
        if (!members.faults().isEmpty()) {
            return new Reading.Malformed(members.faults());
        }
        return new Reading.Transactions(List.of(TransactionNotice.credit(reference, app, amount.amountVnd())
                .virtualAccount(app)
                .structuredReference(members.evidence("app_trans_id", Members.REFERENCE_LENGTH_MAX).orElse(null))
                .memo(members.memo("embed_data"))
                .bookedAt(paidAt)
                .build()));
    }
}
