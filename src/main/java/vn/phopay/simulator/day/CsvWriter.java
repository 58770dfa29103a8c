package vn.phopay.simulator.day;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.phopay.simulator.day.Book.Line;
import vn.phopay.simulator.sender.Movement;
import vn.phopay.time.BusinessDay;

/** Writes statements as CSV files with a byte order mark and thousands groups, as spreadsheets of banks have them. */
final class CsvWriter implements AutoCloseable {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final BufferedWriter file;
    private final LocalDate day;

    private CsvWriter(BufferedWriter file, LocalDate day) {
        this.file = file;
        this.day = day;
    }

    /** Begins a file with its header. */
    static CsvWriter begin(Path path, LocalDate day) throws IOException {
        BufferedWriter file = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
        file.write(BYTE_ORDER_MARK + "date,time,reference,account,debit,credit,balance,memo,payer_name,payer_account");
        file.write("\r\n");
        return new CsvWriter(file, day);
    }

    /** Writes one account's lines and gives its closing balance. */
    long write(String account, long openingVnd, List<Line> lines) throws IOException {
        long balanceVnd = openingVnd;
        for (Line line : lines) {
            long oneVnd = line.movement().isCredit() ? line.amountVnd() : -line.amountVnd();
            for (int copy = 0; copy < (line.doubled() ? 2 : 1); copy++) {
                balanceVnd += oneVnd;
                row(account, line, balanceVnd);
            }
        }
        return balanceVnd;
    }

    private void row(String account, Line line, long balanceVnd) throws IOException {
        Movement movement = line.movement();
        boolean sameDay = BusinessDay.of(movement.bookedAt()).equals(day);
        String amount = String.format("%,d", line.amountVnd());
        file.write(Stream.of(day.toString(), sameDay ? TIME.format(movement.bookedAt()) : "", movement.trace(), account,
                        movement.isCredit() ? "" : amount, movement.isCredit() ? amount : "",
                        Long.toString(balanceVnd), movement.memo(), movement.payer().name(),
                        movement.payer().account())
                .map(CsvWriter::quoted)
                .collect(Collectors.joining(",")));
        file.write("\r\n");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
