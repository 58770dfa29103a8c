package vn.phopay.simulator;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.phopay.bank.TransactionNotice;

/** One transaction as a simulated bank tells it. */
record SimulatedTransaction(TransactionNotice notice) {
    private static final DateTimeFormatter LOCAL_WITH_OFFSET =
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    static SimulatedTransaction credit(Payment payment, Instant bookedAt) {
        return new SimulatedTransaction(
                TransactionNotice.credit(payment.reference(), payment.accountNumber(), payment.amountVnd())
                        .memo(payment.memo())
                        .bookedAt(bookedAt)
                        .payerAccount(payment.payerAccount())
                        .payerBankBin("970436")
                        .build());
    }

    /** What a payer sends. */
    record Payment(
            String reference, String accountNumber, long amountVnd, String memo, @Nullable String payerAccount) {}

    SimulatedTransaction withAmount(long amountVnd) {
        return new SimulatedTransaction(notice.toBuilder().amountVnd(amountVnd).build());
    }

    SimulatedTransaction reversedBy(String reference, Instant bookedAt) {
        return new SimulatedTransaction(
                TransactionNotice.debit(reference, notice.accountNumber(), notice.amountVnd())
                        .memo("HOAN TRA " + notice.bankReference())
                        .bookedAt(bookedAt)
                        .reversalOf(notice.bankReference())
                        .build());
    }

    /** The body of a standard callback. */
    static Buffer body(List<SimulatedTransaction> transactions) {
        JsonArray list = new JsonArray();
        transactions.forEach(transaction -> list.add(transaction.toJson()));
        return new JsonObject().put("transactions", list).toBuffer();
    }

    private JsonObject toJson() {
        return new JsonObject()
                .put("transactionId", notice.bankReference())
                .put("accountNumber", notice.accountNumber())
                .put("amount", notice.amountVnd())
                .put("currency", "VND")
                .put("direction", notice.direction().name())
                .put("memo", notice.memo())
                .put("occurredAt", LOCAL_WITH_OFFSET.format(notice.bookedAt()))
                .put("payerAccount", notice.payerAccount())
                .put("payerBankBin", notice.payerBankBin())
                .put("reversalOf", notice.reversalOf());
    }
}
