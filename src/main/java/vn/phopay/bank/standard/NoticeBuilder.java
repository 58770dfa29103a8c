package vn.phopay.bank.standard;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.phopay.bank.Dialect.Fault;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.money.Money;
import vn.phopay.money.MoneyParser;

/** Takes the members of one standard transaction as they come and holds each against its rule. */
final class NoticeBuilder {
    private static final int REFERENCE_LENGTH_MAX = 100;
    private static final int ACCOUNT_LENGTH_MAX = 34;
    private static final int BIN_LENGTH = 6;
    private static final int NAME_LENGTH_MAX = 140;
    /** A longer memo is cut here; the raw delivery keeps it whole. */
    private static final int MEMO_LENGTH_MAX = 4_000;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private static final List<String> MEMBERS = List.of(
            "transactionId", "accountNumber", "amount", "currency", "direction", "memo", "occurredAt", "payerAccount",
            "payerBankBin", "reversalOf", "bankTrace", "virtualAccount", "payerName");

    private final String pointer;
    private final List<Fault> faults = new ArrayList<>(0);
    private int seen;
    private @Nullable String bankReference;
    private @Nullable String accountNumber;
    private @Nullable Money amount;
    private @Nullable String currency;
    private @Nullable Direction direction;
    private String memo = "";
    private @Nullable Instant bookedAt;
    private @Nullable String payerAccount;
    private @Nullable String payerBankBin;
    private @Nullable String reversalOf;
    private @Nullable String bankTrace;
    private @Nullable String virtualAccount;
    private @Nullable String payerName;

    NoticeBuilder(String pointer) {
        this.pointer = pointer;
    }

    void take(String member, JsonToken value, JsonParser parser) throws IOException {
        noteMember(member);
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        switch (member) {
            case "transactionId" -> bankReference = text(member, REFERENCE_LENGTH_MAX, value, parser);
            case "accountNumber" -> accountNumber = text(member, ACCOUNT_LENGTH_MAX, value, parser);
            case "amount" -> amount = amount(value, parser);
            case "currency" -> currency = text(member, REFERENCE_LENGTH_MAX, value, parser);
            case "direction" -> direction = direction(value, parser);
            case "memo" -> memo = memo(value, parser);
            case "occurredAt" -> bookedAt = time(value, parser);
            case "payerAccount" -> payerAccount = optionalText(ACCOUNT_LENGTH_MAX, value, parser);
            case "payerBankBin" -> payerBankBin = optionalText(BIN_LENGTH, value, parser);
            case "reversalOf" -> reversalOf = text(member, REFERENCE_LENGTH_MAX, value, parser);
            case "bankTrace" -> bankTrace = textIfAny(member, REFERENCE_LENGTH_MAX, value, parser);
            case "virtualAccount" -> virtualAccount = textIfAny(member, ACCOUNT_LENGTH_MAX, value, parser);
            case "payerName" -> payerName = optionalText(NAME_LENGTH_MAX, value, parser);
            default -> parser.skipChildren();
        }
    }

    /** The bank signed both of two members of one name, and they could mean two things. Unknown members may repeat. */
    private void noteMember(String member) {
        int known = MEMBERS.indexOf(member);
        int bit = known < 0 ? 0 : 1 << known;
        if ((seen & bit) != 0) {
            fault(member, "must stand only once");
        }
        seen |= bit;
    }

    /** The notice, or empty after its faults were added to {@code all}. */
    Optional<TransactionNotice> build(List<Fault> all) {
        if (currency != null && !currency.equals("VND")) {
            fault("currency", "must be VND");
        }
        if (reversalOf != null && direction == Direction.CREDIT) {
            fault("reversalOf", "must be null on a CREDIT");
        }
        String reference = required("transactionId", bankReference);
        String account = required("accountNumber", accountNumber);
        Money money = required("amount", amount);
        Direction way = required("direction", direction);
        Instant booked = required("occurredAt", bookedAt);
        all.addAll(faults);
        if (!faults.isEmpty() || reference == null || account == null || money == null || way == null
                || booked == null) {
            return Optional.empty();
        }
        return Optional.of(TransactionNotice.credit(reference, account, money.amountVnd())
                .direction(way)
                .memo(memo)
                .bookedAt(booked)
                .virtualAccount(virtualAccount)
                .payerName(payerName)
                .payerAccount(payerAccount)
                .payerBankBin(payerBankBin)
                .bankTrace(bankTrace)
                .reversalOf(reversalOf)
                .build());
    }

    private <T> @Nullable T required(String member, @Nullable T value) {
        boolean told = faults.stream().anyMatch(f -> f.pointer().equals(pointer + '/' + member));
        if (value == null && !told) {
            fault(member, "is required");
        }
        return value;
    }

    private @Nullable String text(String member, int lengthMax, JsonToken value, JsonParser parser) throws IOException {
        String text = value == JsonToken.VALUE_STRING ? parser.getText().strip() : "";
        parser.skipChildren();
        if (text.isEmpty() || text.length() > lengthMax || text.chars().anyMatch(Character::isISOControl)) {
            fault(member, "must be a text of 1 to " + lengthMax + " characters");
            return null;
        }
        return text;
    }

    /** A sender that has nothing to say may leave the member empty; that never costs the payment. */
    private @Nullable String textIfAny(String member, int lengthMax, JsonToken value, JsonParser parser)
            throws IOException {
        boolean empty = value == JsonToken.VALUE_STRING && parser.getText().isBlank();
        return empty ? null : text(member, lengthMax, value, parser);
    }

    private @Nullable Money amount(JsonToken value, JsonParser parser) throws IOException {
        boolean scalar = value == JsonToken.VALUE_NUMBER_INT || value == JsonToken.VALUE_NUMBER_FLOAT
                || value == JsonToken.VALUE_STRING;
        Optional<Money> money = scalar ? MoneyParser.parse(parser.getText()) : Optional.empty();
        parser.skipChildren();
        if (money.isEmpty()) {
            fault("amount", "must be whole đồng, 1 to " + Money.AMOUNT_VND_MAX);
        }
        return money.orElse(null);
    }

    private @Nullable Direction direction(JsonToken value, JsonParser parser) throws IOException {
        String text = value == JsonToken.VALUE_STRING ? parser.getText() : "";
        parser.skipChildren();
        return switch (text) {
            case "CREDIT" -> Direction.CREDIT;
            case "DEBIT" -> Direction.DEBIT;
            default -> {
                fault("direction", "must be CREDIT or DEBIT");
                yield null;
            }
        };
    }

    private String memo(JsonToken value, JsonParser parser) throws IOException {
        if (value != JsonToken.VALUE_STRING) {
            parser.skipChildren();
            fault("memo", "must be a text");
            return "";
        }
        String text = parser.getText();
        String cut = text.length() > MEMO_LENGTH_MAX ? text.substring(0, MEMO_LENGTH_MAX) : text;
        return storable(cut);
    }

    /** Payer's details are evidence only: what does not fit is cut, and never costs the payment. */
    private static @Nullable String optionalText(int lengthMax, JsonToken value, JsonParser parser)
            throws IOException {
        String text = value.isScalarValue() ? parser.getText().strip() : "";
        parser.skipChildren();
        String cut = text.length() > lengthMax ? text.substring(0, lengthMax) : text;
        return cut.isEmpty() ? null : storable(cut);
    }

    /** PostgreSQL's text cannot hold U+0000. */
    private static String storable(String text) {
        return text.replace('\u0000', ' ');
    }

    private @Nullable Instant time(JsonToken value, JsonParser parser) throws IOException {
        String text = value == JsonToken.VALUE_STRING ? parser.getText() : "";
        parser.skipChildren();
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            if (!time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
                return time;
            }
        } catch (DateTimeException e) {
            // Falls through: an unreadable time and one out of range get the same answer.
        }
        fault("occurredAt", "must be an RFC 3339 time with offset, of this century");
        return null;
    }

    private void fault(String member, String detail) {
        faults.add(new Fault(pointer + '/' + member, detail));
    }
}
