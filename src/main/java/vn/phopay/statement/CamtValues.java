package vn.phopay.statement;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.money.MoneyParser;
import vn.phopay.statement.StatementLine.Booking;
import vn.phopay.time.BusinessDay;

/** Reads the values of ISO 20022 elements; empty where a text is none of its type. */
final class CamtValues {
    private static final Pattern WHOLE_AMOUNT = Pattern.compile("([0-9]{1,15})(?:\\.0{1,5})?");
    private static final LocalDate DAY_MIN = LocalDate.of(2000, 1, 1);
    private static final LocalDate DAY_MAX = LocalDate.of(2199, 12, 31);

    private CamtValues() {}

    /** An amount of whole đồng: 0 stands for an entry that moves nothing, which ISO 20022 allows. */
    static Optional<Long> amount(String text) {
        Optional<Long> zero = wholeNumber(text).filter(value -> value == 0);
        return zero.or(() -> MoneyParser.parse(text).map(money -> money.amountVnd()));
    }

    /** A balance without its sign, up to 15 digits. */
    static Optional<Long> wholeNumber(String text) {
        Matcher matcher = WHOLE_AMOUNT.matcher(text);
        return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
    }

    static Optional<Direction> direction(String text) {
        return switch (text) {
            case "CRDT" -> Optional.of(Direction.CREDIT);
            case "DBIT" -> Optional.of(Direction.DEBIT);
            default -> Optional.empty();
        };
    }

    /** {@code Dt}, or {@code DtTm} with or without offset; without one, as everywhere in Vietnam, it is local time. */
    static Optional<Booking> booking(String text) {
        return text.length() > 10 ? moment(text) : day(text);
    }

    /** The day of a {@code Dt} or {@code DtTm}. */
    static Optional<LocalDate> date(String text) {
        return booking(text).map(Booking::businessDate);
    }

    static Optional<Boolean> indicator(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Optional.of(true);
            case "false", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** Null for a reference that says that there is none. */
    static @Nullable String provided(@Nullable String reference) {
        return reference == null || reference.isEmpty() || "NOTPROVIDED".equalsIgnoreCase(reference)
                || "NONREF".equalsIgnoreCase(reference) ? null : reference;
    }

    private static Optional<Booking> day(String text) {
        try {
            return inRange(new Booking(BusinessDay.startOf(LocalDate.parse(text)), false, LocalDate.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Booking> moment(String text) {
        try {
            boolean zoned = text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
            Instant at = zoned
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(BusinessDay.ZONE).toInstant();
            return inRange(new Booking(at, true, BusinessDay.of(at)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Booking> inRange(Booking booking) {
        LocalDate day = booking.businessDate();
        return day.isBefore(DAY_MIN) || day.isAfter(DAY_MAX) ? Optional.empty() : Optional.of(booking);
    }
}
