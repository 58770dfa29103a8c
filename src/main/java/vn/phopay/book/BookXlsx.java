package vn.phopay.book;

import static vn.phopay.book.XlsxSheet.Style.BOLD;
import static vn.phopay.book.XlsxSheet.Style.CENTRED;
import static vn.phopay.book.XlsxSheet.Style.HEAD;
import static vn.phopay.book.XlsxSheet.Style.ITALIC;
import static vn.phopay.book.XlsxSheet.Style.ITALIC_RIGHT;
import static vn.phopay.book.XlsxSheet.Style.MONEY;
import static vn.phopay.book.XlsxSheet.Style.NUMBER;
import static vn.phopay.book.XlsxSheet.Style.PLAIN;
import static vn.phopay.book.XlsxSheet.Style.TEXT;
import static vn.phopay.book.XlsxSheet.Style.TITLE;
import static vn.phopay.book.XlsxSheet.Style.TOTAL_MONEY;
import static vn.phopay.book.XlsxSheet.Style.TOTAL_TEXT;

import java.util.List;
import java.util.Optional;
import vn.phopay.identity.OutletId;

/**
 * A month as a spreadsheet: form S1a-HKD on the first sheet, the lines that it is made of on the second. Amounts are
 * numbers and days are days. The same book gives the same bytes.
 */
final class BookXlsx {
    private static final List<Integer> FORM_WIDTHS = List.of(14, 56, 40);
    private static final List<Integer> LINE_WIDTHS = List.of(13, 13, 26, 9, 16, 9, 16, 9, 16, 16, 16);
    private static final List<String> LINE_HEADS = List.of("Ngày ghi sổ", "Ngày phát sinh", "Điểm bán", "Lượt nhận",
            "Đã nhận", "Lượt thu hồi", "Ngân hàng thu hồi", "Lượt hoàn", "Hoàn tiền cho khách", "Tiền mặt", "Còn lại");

    private BookXlsx() {}

    /** The file. */
    static byte[] render(BookMonth month, Optional<OutletId> outlet) {
        return XlsxFile.of(List.of(form(S1aForm.of(month, outlet)), lines(month, outlet)));
    }

    private static XlsxSheet form(S1aForm form) {
        XlsxSheet sheet = new XlsxSheet("S1a-HKD", FORM_WIDTHS);
        sheet.row().across(form.owner(), BOLD, 2).text(S1aForm.CODE, CENTRED);
        sheet.row().across(form.address(), PLAIN, 2).text(S1aForm.BASIS.get(0), ITALIC);
        sheet.row().across(form.taxCode(), PLAIN, 2).text(S1aForm.BASIS.get(1), ITALIC);
        sheet.row().skip(2).text(S1aForm.BASIS.get(2), ITALIC);
        sheet.row();
        sheet.row().across(S1aForm.TITLE, TITLE, 3);
        sheet.row().across(form.placeLine(), CENTRED, 3);
        sheet.row().across(form.period(), CENTRED, 3);
        sheet.row().skip(2).text(S1aForm.UNIT, ITALIC_RIGHT);
        sheet.row().repeatFromHere(1);
        S1aForm.COLUMNS.forEach(head -> sheet.text(head, HEAD));
        sheet.row();
        S1aForm.LETTERS.forEach(letter -> sheet.text(letter, HEAD));
        addRows(sheet, form);
        sheet.row();
        sheet.row().skip(1).across(S1aForm.SIGNED_ON, ITALIC, 2);
        S1aForm.SIGNER.forEach(line -> sheet.row().skip(1).across(line, CENTRED, 2));
        sheet.row().skip(1).across(S1aForm.SIGNATURE, ITALIC, 2);
        for (int i = 0; i < 4; i++) {
            sheet.row();
        }
        sheet.row().across(form.standing(), PLAIN, 3);
        return sheet;
    }

    private static void addRows(XlsxSheet sheet, S1aForm form) {
        if (form.rows().isEmpty()) {
            sheet.row().text("", TEXT).text(S1aForm.NOTHING, TEXT).number(0, MONEY);
        }
        int first = sheet.rowNumber() + (form.rows().isEmpty() ? 0 : 1);
        form.rows().forEach(row ->
                sheet.row().day(row.date()).text(row.description(), TEXT).number(row.amountVnd(), MONEY));
        String sum = "SUM(C" + first + ":C" + sheet.rowNumber() + ")";
        sheet.row().text("", TOTAL_TEXT).text(S1aForm.TOTAL, TOTAL_TEXT).formula(sum, form.totalVnd(), TOTAL_MONEY);
    }

    private static XlsxSheet lines(BookMonth month, Optional<OutletId> outlet) {
        XlsxSheet sheet = new XlsxSheet("Chi tiết", LINE_WIDTHS);
        sheet.row().repeatFromHere(0);
        LINE_HEADS.forEach(head -> sheet.text(head, HEAD));
        for (BookLine line : month.of(outlet).lines()) {
            BookSums sums = line.sums();
            sheet.row().day(line.entered()).day(line.business())
                    .text(line.outlet().flatMap(month.header()::place).map(BookHeader.Place::name).orElse(""), TEXT)
                    .number(sums.payments(), NUMBER).number(sums.receivedVnd(), MONEY)
                    .number(sums.reversals(), NUMBER).number(sums.reversedVnd(), MONEY)
                    .number(sums.refunds(), NUMBER).number(sums.refundedVnd(), MONEY)
                    .number(sums.cashVnd(), MONEY).number(sums.netVnd(), MONEY);
        }
        return sheet;
    }
}
