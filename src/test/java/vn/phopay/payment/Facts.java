package vn.phopay.payment;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.identity.BankKeyId;
import vn.phopay.identity.PaymentId;
import vn.phopay.payment.PaymentFact.Meaning;
import vn.phopay.payment.PaymentFact.PaymentKey;

/** Facts and deliveries that never saw a bank. */
final class Facts {
    static final Instant NOW = Instant.parse("2026-11-22T02:15:00Z");
    static final String BIN = "970422";
    static final String ACCOUNT = "0123456789";

    private Facts() {}

    static PaymentFact credit(String bankCode, String reference, long amountVnd) {
        return fact(bankCode, notice(reference, amountVnd, Direction.CREDIT, null), List.of());
    }

    static PaymentFact creditWithCodes(long amountVnd, Instant bookedAt, ReferenceCode... codes) {
        TransactionNotice notice = TransactionNotice.credit("FT1", ACCOUNT, amountVnd).bookedAt(bookedAt).build();
        return fact("mb", notice, List.of(codes));
    }

    static PaymentFact traced(String bankCode, String reference, long amountVnd, String trace) {
        return fact(bankCode, notice(reference, amountVnd, Direction.CREDIT, null).toBuilder().bankTrace(trace).build(),
                List.of());
    }

    static PaymentFact reversal(String bankCode, String reference, String reversalOf) {
        return fact(bankCode, notice(reference, 1_000, Direction.DEBIT, reversalOf), List.of());
    }

    static Delivery delivery(String bankCode, int bytes) {
        return new Delivery(UUID.randomUUID(), bankCode, BIN, "msg", NOW, new BankKeyId(UUID.randomUUID()), NOW,
                Buffer.buffer(new byte[bytes]));
    }

    private static TransactionNotice notice(
            String reference, long amountVnd, Direction direction, @Nullable String reversalOf) {
        return TransactionNotice.credit(reference, ACCOUNT, amountVnd)
                .direction(direction)
                .bookedAt(NOW)
                .reversalOf(reversalOf)
                .build();
    }

    private static PaymentFact fact(String bankCode, TransactionNotice notice, List<ReferenceCode> codes) {
        return new PaymentFact(new PaymentId(UUID.randomUUID()), new PaymentKey(bankCode, notice.bankReference()), BIN,
                notice, Meaning.of(notice), codes, UUID.randomUUID(), NOW);
    }
}
