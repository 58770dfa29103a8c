package vn.phopay.book;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.phopay.identity.OutletId;
import vn.phopay.payment.CsvText;

/**
 * A month's lines as CSV (RFC 4180), one a day and outlet, with a byte order mark, by which spreadsheets know UTF-8. No
 * cell is ever taken for a formula. The same book gives the same bytes.
 */
final class BookCsv {
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final List<String> VIETNAMESE = List.of("Ngày ghi sổ", "Ngày phát sinh", "Ghi bổ sung", "Điểm bán",
            "Số lượt chuyển khoản", "Đã nhận", "Số lượt thu hồi", "Ngân hàng thu hồi", "Số lượt hoàn tiền",
            "Hoàn tiền cho khách", "Số khoản tiền mặt", "Tiền mặt", "Còn lại");
    private static final List<String> ENGLISH = List.of("Entered on", "Business day", "Added late", "Outlet",
            "Transfers", "Received", "Reversals", "Taken back by banks", "Refunds", "Given back to customers",
            "Cash entries", "Cash", "Net");

    private BookCsv() {}

    /** The file, with headings in Vietnamese or in English. */
    static String write(BookMonth month, Optional<OutletId> outlet, boolean english) {
        return month.of(outlet).lines().stream()
                .map(line -> line(month.header(), line))
                .collect(Collectors.joining("", BYTE_ORDER_MARK + CsvText.line(english ? ENGLISH : VIETNAMESE), ""));
    }

    private static String line(BookHeader header, BookLine line) {
        BookSums sums = line.sums();
        return CsvText.line(List.of(
                line.entered(), line.business(), line.isLate() ? "x" : "",
                line.outlet().flatMap(header::place).map(BookHeader.Place::name).orElse(""),
                sums.payments(), sums.receivedVnd(), sums.reversals(), sums.reversedVnd(), sums.refunds(),
                sums.refundedVnd(), sums.cashEntries(), sums.cashVnd(), sums.netVnd()));
    }
}
