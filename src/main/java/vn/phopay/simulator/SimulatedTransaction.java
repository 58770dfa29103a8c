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
import vn.phopay.simulator.sender.Movement;

/**
 * One transaction as a simulated bank knows it.
 *
 * @param notice what it says, under an id that is a text
 * @param number the same id for senders whose ids are numbers
 * @param original what it takes back; null for every credit
 */
record SimulatedTransaction(TransactionNotice notice, long number, @Nullable SimulatedTransaction original) {
    private static final DateTimeFormatter LOCAL_WITH_OFFSET =
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final String PAYER_NAME = "NGUYEN VAN AN";
    private static final String PAYER_BIN = "970436";

    static SimulatedTransaction credit(Payment payment, Instant bookedAt) {
        return new SimulatedTransaction(
                TransactionNotice.credit(payment.reference(), payment.accountNumber(), payment.amountVnd())
                        .memo(payment.memo())
                        .bookedAt(bookedAt)
                        .payerAccount(payment.payerAccount())
                        .payerBankBin(PAYER_BIN)
                        .build(),
                payment.number(), null);
    }

    /** What a payer sends, under the two ids that the bank gives it. */
    record Payment(
            String reference,
            long number,
            String accountNumber,
            long amountVnd,
            String memo,
            @Nullable String payerAccount) {}

    SimulatedTransaction withAmount(long amountVnd) {
        return new SimulatedTransaction(notice.toBuilder().amountVnd(amountVnd).build(), number, original);
    }

    SimulatedTransaction reversedBy(String reference, long otherNumber, Instant bookedAt) {
        return new SimulatedTransaction(
                TransactionNotice.debit(reference, notice.accountNumber(), notice.amountVnd())
                        .memo("HOAN TRA " + notice.bankReference())
                        .bookedAt(bookedAt)
                        .reversalOf(notice.bankReference())
                        .build(),
                otherNumber, this);
    }

    /** As a sender of any dialect tells it. */
    Movement toMovement() {
        String payer = notice.payerAccount();
        SimulatedTransaction first = original == null ? this : original;
        return new Movement(notice.bankReference(), number, "TR" + first.notice.bankReference(),
                notice.accountNumber(), null, notice.amountVnd(), notice.memo(), notice.bookedAt(),
                new Movement.Payer(PAYER_NAME, payer == null ? "" : payer, PAYER_BIN),
                original == null ? null : original.toMovement());
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
