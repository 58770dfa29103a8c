package vn.phopay.book;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.phopay.identity.OutletId;

/**
 * A month as form S1a-HKD of Circular 152/2025/TT-BTC has it: day, what it is, amount. The form is Vietnamese,
 * whatever language the merchant reads. What a bank took back and what the merchant gave back are rows of their own,
 * and so is what came after its month was closed.
 *
 * @param place the place of business that it is of; all where none is named
 * @param month the month
 * @param header whose book it is
 * @param rows the rows, in the order of the book
 * @param closing how it was closed; empty while it is a draft
 */
record S1aForm(String place, YearMonth month, BookHeader header, List<Row> rows, Optional<BookMonth.Closing> closing) {
    static final String CODE = "Mẫu số S1a-HKD";
    static final List<String> BASIS = List.of("(Kèm theo Thông tư số 152/2025/TT-BTC",
            "ngày 31 tháng 12 năm 2025 của", "Bộ trưởng Bộ Tài chính)");
    static final String TITLE = "SỔ DOANH THU BÁN HÀNG HÓA, DỊCH VỤ";
    static final String UNIT = "Đơn vị tính: đồng Việt Nam";
    static final List<String> COLUMNS = List.of("Ngày tháng", "Diễn giải", "Số tiền");
    static final List<String> LETTERS = List.of("A", "B", "1");
    static final String TOTAL = "Tổng cộng";
    static final String NOTHING = "Không phát sinh doanh thu trong kỳ";
    static final String CARRIED = "Cộng chuyển trang sau";
    static final String BROUGHT = "Số trang trước chuyển sang";
    static final String SIGNED_ON = "Ngày ..... tháng ..... năm .....";
    static final List<String> SIGNER = List.of("NGƯỜI ĐẠI DIỆN HỘ KINH DOANH/", "CÁ NHÂN KINH DOANH");
    static final String SIGNATURE = "(Ký, ghi rõ họ tên, đóng dấu (nếu có))";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** Copies {@code rows}. */
    S1aForm {
        rows = List.copyOf(rows);
    }

    /** One row: under which day it stands, what it is, and how much; less than none where money went. */
    record Row(LocalDate date, String description, long amountVnd) {}

    private record Days(LocalDate entered, LocalDate business) {}

    /** The form of a month, of one outlet or of all together. */
    static S1aForm of(BookMonth month, Optional<OutletId> outlet) {
        String place = outlet.flatMap(month.header()::place).map(S1aForm::name).orElseGet(() -> all(month.header()));
        Map<Days, BookSums> byDays = new TreeMap<>(Comparator.comparing(Days::entered).thenComparing(Days::business));
        month.of(outlet).lines().forEach(line ->
                byDays.merge(new Days(line.entered(), line.business()), line.sums(), BookSums::plus));
        List<Row> rows = new ArrayList<>();
        // A day's own rows first, then what came late.
        byDays.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Days, BookSums> entry) -> entry.getKey().entered())
                        .thenComparing(entry -> !entry.getKey().entered().equals(entry.getKey().business()))
                        .thenComparing(entry -> entry.getKey().business()))
                .forEach(entry -> addRows(rows, entry.getKey(), entry.getValue()));
        return new S1aForm(place, month.month(), month.header(), rows, month.closing());
    }

    private static String name(BookHeader.Place place) {
        return place.name() + ", " + place.address();
    }

    private static String all(BookHeader header) {
        return header.places().size() == 1 ? name(header.places().getFirst())
                : "Tất cả " + header.places().size() + " địa điểm";
    }

    private static void addRows(List<Row> rows, Days days, BookSums sums) {
        boolean late = !days.entered().equals(days.business());
        String of = late ? " ngày " + DAY.format(days.business()) : "";
        String start = late ? "Ghi bổ sung: " : "";
        add(rows, days, start + "Tiền chuyển khoản" + of + times(sums.payments()), sums.receivedVnd());
        add(rows, days, start + "Tiền mặt" + of, sums.cashVnd());
        add(rows, days, start + "Ngân hàng thu hồi" + of + times(sums.reversals()), -sums.reversedVnd());
        add(rows, days, start + "Hoàn tiền cho khách" + of + times(sums.refunds()), -sums.refundedVnd());
    }

    private static String times(long count) {
        return count > 0 ? " (" + count + " lượt)" : "";
    }

    private static void add(List<Row> rows, Days days, String description, long amountVnd) {
        if (amountVnd != 0) {
            rows.add(new Row(days.entered(), description, amountVnd));
        }
    }

    long totalVnd() {
        return rows.stream().mapToLong(Row::amountVnd).reduce(0, Math::addExact);
    }

    String owner() {
        return "HỘ, CÁ NHÂN KINH DOANH: " + header.legalName();
    }

    String address() {
        return "Địa chỉ: " + header.address();
    }

    String taxCode() {
        return "Mã số thuế: " + header.taxCode();
    }

    String placeLine() {
        return "Địa điểm kinh doanh: " + place;
    }

    String period() {
        return "Kỳ kê khai: Tháng %02d năm %d".formatted(month.getMonthValue(), month.getYear());
    }

    /** What tells a closed book from a draft. */
    String standing() {
        return closing.map(closed -> "Sổ đã chốt. Mã kiểm tra: " + closed.hash())
                .orElse("Bản nháp: tháng này chưa chốt sổ, số liệu còn có thể thay đổi.");
    }

    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** An amount as Vietnam writes it: {@code 1.200.000}. */
    static String amount(long amountVnd) {
        String digits = Long.toString(Math.abs(amountVnd)).replaceAll("\\B(?=(\\d{3})+$)", ".");
        return amountVnd < 0 ? "-" + digits : digits;
    }
}
