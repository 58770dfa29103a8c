package vn.phopay.statement;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.money.Money;
import vn.phopay.statement.StatementLine.Booking;
import vn.phopay.statement.StatementLine.Payer;
import vn.phopay.time.BusinessDay;

/** Reads one row of a CSV statement. */
final class CsvRow {
    private static final int TEXT_LENGTH_MAX = XmlCursor.TEXT_LENGTH_MAX;
    private static final String ACCOUNT = "[A-Za-z0-9]{1,34}";
    private static final DateTimeFormatter ISO_DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter VIETNAMESE_DAY =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final LocalDate DAY_MIN = LocalDate.of(2000, 1, 1);
    private static final LocalDate DAY_MAX = LocalDate.of(2199, 12, 31);

    private final CsvColumns columns;

    CsvRow(CsvColumns columns) {
        this.columns = columns;
    }

    /** The account of a row. */
    String account(String place, List<String> cells) throws StatementUnreadableException {
        if (cells.size() != columns.count()) {
            throw new StatementUnreadableException(place, "has " + cells.size() + " cells, the header has "
                    + columns.count());
        }
        for (String cell : cells) {
            if (cell.length() > TEXT_LENGTH_MAX || cell.indexOf('\0') >= 0) {
                throw new StatementUnreadableException(place, "a cell is longer than " + TEXT_LENGTH_MAX
                        + " characters or holds U+0000");
            }
        }
        String account = columns.cell(cells, "account");
        if (!account.matches(ACCOUNT)) {
            throw new StatementUnreadableException(place, "account must be 1 to 34 letters and digits");
        }
        return account;
    }

    StatementLine read(String place, long number, List<String> cells) throws StatementUnreadableException {
        long creditVnd = amount(place, cells, "credit");
        long debitVnd = amount(place, cells, "debit");
        if ((creditVnd == 0) == (debitVnd == 0)) {
            throw new StatementUnreadableException(place, "exactly one of debit and credit must be an amount");
        }
        Payer payer = new Payer(textOrNull(cells, "payer_name"), textOrNull(cells, "payer_account"));
        return new StatementLine(number, textOrNull(cells, "reference"), null, Math.max(creditVnd, debitVnd),
                creditVnd > 0 ? Direction.CREDIT : Direction.DEBIT, false, booking(place, cells),
                columns.cell(cells, "memo"), null, payer, balance(place, cells), false);
    }

    private long amount(String place, List<String> cells, String column) throws StatementUnreadableException {
        String text = columns.cell(cells, column);
        if (text.isEmpty()) {
            return 0;
        }
        return CsvAmount.read(text)
                .filter(vnd -> vnd >= 0 && vnd <= Money.AMOUNT_VND_MAX && !text.startsWith("-"))
                .orElseThrow(() -> new StatementUnreadableException(place, column
                        + " must be whole đồng, thousands grouped by , or . or not at all"));
    }

    private @Nullable Long balance(String place, List<String> cells) throws StatementUnreadableException {
        String text = columns.cell(cells, "balance");
        return text.isEmpty() ? null : CsvAmount.read(text).orElseThrow(() ->
                new StatementUnreadableException(place, "balance must be whole đồng"));
    }

    private Booking booking(String place, List<String> cells) throws StatementUnreadableException {
        String day = columns.cell(cells, "date");
        String time = columns.cell(cells, "time");
        try {
            LocalDate date = LocalDate.parse(day, day.indexOf('/') > 0 ? VIETNAMESE_DAY : ISO_DAY);
            if (date.isBefore(DAY_MIN) || date.isAfter(DAY_MAX)) {
                throw new DateTimeException("out of range");
            }
            Instant at = time.isEmpty()
                    ? BusinessDay.startOf(date)
                    : date.atTime(LocalTime.parse(time)).atZone(BusinessDay.ZONE).toInstant();
            return new Booking(at, !time.isEmpty(), date);
        } catch (DateTimeException e) {
            throw new StatementUnreadableException(place,
                    "date must be yyyy-MM-dd or dd/MM/yyyy of 2000 to 2199, time HH:mm or HH:mm:ss");
        }
    }

    private @Nullable String textOrNull(List<String> cells, String column) {
        String text = columns.cell(cells, column);
        return text.isEmpty() ? null : text;
    }
}
