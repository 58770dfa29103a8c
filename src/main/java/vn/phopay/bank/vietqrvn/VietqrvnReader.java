package vn.phopay.bank.vietqrvn;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import vn.phopay.bank.Dialect.Reading;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.bank.json.Json;
import vn.phopay.bank.json.Members;
import vn.phopay.money.Money;

/** Reads a VietQR.vn delivery; its names come in either spelling and its types drift. */
final class VietqrvnReader {
    private VietqrvnReader() {}

    static Reading read(Json.Obj body) {
        Members members = Members.ignoringCase(body);
        String named = members.scalar("transactionid").isPresent()
                ? "transactionid"
                : "referencenumber";
        String reference = members.reference(named);
        String account = members.account("bankaccount");
        Money amount = members.amount("amount");
        Instant bookedAt = members.epochMillis("transactiontime");
        Optional<String> way = members.scalar("transType");
        Direction direction = direction(members, way.orElse("C"));
        if (!members.faults().isEmpty()) {
            return new Reading.Malformed(members.faults());
        }
        TransactionNotice.Builder notice = TransactionNotice.credit(reference, account, amount.amountVnd())
                .memo(members.memo("content"))
                .structuredReference(members.whole("orderId", Members.REFERENCE_LENGTH_MAX).orElse(null))
                .bookedAt(bookedAt)
                .bankTrace(members.whole("referencenumber", Members.REFERENCE_LENGTH_MAX).orElse(null));
        // A published record of theirs lacks it; money that came in must not be lost for that.
        return Reading.Transactions.of(
                (way.isPresent() ? notice.direction(direction) : notice.assumedDirection(direction)).build());
    }

    private static Direction direction(Members members, String way) {
        return switch (way.toUpperCase(Locale.ROOT)) {
            case "C" -> Direction.CREDIT;
            case "D" -> Direction.DEBIT;
            default -> {
                members.fault("transType", "must be C or D");
                yield Direction.CREDIT;
            }
        };
    }
}
