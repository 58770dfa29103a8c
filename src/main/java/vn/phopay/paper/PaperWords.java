package vn.phopay.paper;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What paper says. It is for payers of any language, so it says everything twice, Vietnamese first. */
final class PaperWords {
    static final String SCAN_VI = "Quét mã để trả tiền";
    static final String SCAN_EN = "Scan to pay";
    static final String COMPARE_VI = "So tên trước khi trả tiền";
    static final String COMPARE_EN = "Compare the name before you pay";
    static final String PAYEE = "Người nhận tiền / Payee";
    static final String CHECK_VI = "Kiểm tra: ";
    static final String CHECK = "Kiểm tra mã / Check this code: ";
    static final String TOO_DENSE_EN = "This code is too dense for this size: print a larger one.";
    static final String CUT_VI = "In đúng cỡ 100 %, cắt theo dấu";
    static final String CUT_EN = "Print at 100 %, cut by the marks";
    static final String[][] STEPS = {
        {"Mở app ngân hàng hoặc ví", "Open your bank or wallet app"},
        {"Quét mã, so tên người nhận", "Scan, compare the name"},
        {"Trả tiền, cho người bán xem", "Pay, show the seller the result"},
    };

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final int HUNDREDTH_UM = 10;

    private PaperWords() {}

    /** The end of an account, as much as a stranger may see. */
    static String account(CodeFace.Payee payee) {
        return payee.bankName() + "  ••••  " + payee.lastDigits();
    }

    /** What tells one paper from another. */
    static String serial(CodeFace face, PrintRun.Imprint imprint) {
        return "Số mã / Serial: " + face.serial() + " · " + printed(imprint);
    }

    /** When it was printed, and in which batch. */
    static String printed(PrintRun.Imprint imprint) {
        String day = DAY.format(imprint.printedOn());
        return imprint.batchNumber().isPresent()
                ? "Lô in / Batch: " + imprint.batchNumber().getAsInt() + " · " + day
                : "Ngày in / Printed: " + day;
    }

    /** Said on a sheet that is too small for its code, with the side that its modules have. */
    static String tooDense(PrintLayout layout, String payload) {
        return "Mã quá dày cho khổ này (ô " + millimetres(layout.moduleUm(payload)).replace('.', ',')
                + " mm, cần " + millimetres(PrintLayout.MODULE_UM_MIN).replace('.', ',')
                + " mm): hãy in khổ lớn hơn.";
    }

    private static String millimetres(int um) {
        int hundredths = um / HUNDREDTH_UM;
        return String.format(Locale.ROOT, "%d.%02d", hundredths / 100, hundredths % 100);
    }
}
