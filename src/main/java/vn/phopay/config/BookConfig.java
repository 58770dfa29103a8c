package vn.phopay.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Revenue books.
 *
 * @param foldInterval pause between two runs of the job that enters payments into books
 * @param cashVndMax most of one entry of cash, in đồng
 * @param cashEntriesPerDayMax most entries of cash a day and merchant
 * @param searchDaysMax most days that one search looks through
 * @param thresholds yearly revenues at which the law begins or ceases to ask something
 */
public record BookConfig(Duration foldInterval, long cashVndMax, int cashEntriesPerDayMax, int searchDaysMax,
                         List<Threshold> thresholds) {
    static final Setting FOLD_INTERVAL_MS = Setting.number("PHOPAY_BOOK_FOLD_INTERVAL_MS", "ms", 100, 3_600_000)
            .defaults(1000)
            .means("Pause between two runs of the job that enters payments into revenue books.");
    static final Setting CASH_VND_MAX =
            Setting.number("PHOPAY_BOOK_CASH_VND_MAX", "VND", 1_000, 1_000_000_000_000L)
                    .defaults(1_000_000_000)
                    .means("Most of one entry of cash in a revenue book.");
    static final Setting CASH_ENTRIES_PER_DAY_MAX =
            Setting.number("PHOPAY_BOOK_CASH_ENTRIES_PER_DAY_MAX", "entries", 1, 400)
                    .defaults(100)
                    .means("Most entries of cash in a revenue book on one day.");
    static final Setting SEARCH_DAYS_MAX = Setting.number("PHOPAY_BOOK_SEARCH_DAYS_MAX", "days", 1, 1_100)
            .defaults(366)
            .means("Most days that one search in a revenue book looks through.");
    static final Setting THRESHOLDS = Setting.text("PHOPAY_BOOK_THRESHOLDS", 4_000)
            .defaults("500000000 :: 2026-01-01"
                    + " :: Mức doanh thu năm không phải nộp thuế theo luật lúc mới ban hành; sau đó được nâng lên"
                    + " 1 tỷ đồng"
                    + " :: Yearly revenue free of tax in the law as first passed; raised to 1 billion dong since"
                    + " :: Luật 109/2025/QH15, Luật 149/2025/QH15, Nghị định 68/2026/NĐ-CP;"
                    + " đã sửa bởi Nghị định 141/2026/NĐ-CP ngày 29/04/2026"
                    + " // 1000000000 :: 2026-01-01"
                    + " :: Đến mức này chưa phải nộp thuế GTGT và thuế TNCN; trên mức này phải nộp thuế và dùng hóa đơn"
                    + " điện tử"
                    + " :: Up to here no value added tax and no income tax; above it taxes and electronic invoices"
                    + " :: Nghị định 141/2026/NĐ-CP ngày 29/04/2026; hóa đơn: Nghị định 254/2026/NĐ-CP,"
                    + " trước 01/07/2026 là Nghị định 70/2025/NĐ-CP")
            .means("Yearly revenues that the book's meter counts towards: amount in VND :: in force from :: what"
                    + " changes there, in Vietnamese :: in English :: source and date; the next one after //. Keep them"
                    + " current.");
    static final List<Setting> SETTINGS = List.of(
            FOLD_INTERVAL_MS, CASH_VND_MAX, CASH_ENTRIES_PER_DAY_MAX, SEARCH_DAYS_MAX, THRESHOLDS);
    private static final int THRESHOLD_PARTS = 5;
    private static final int THRESHOLDS_MAX = 8;

    /** Copies {@code thresholds}. */
    public BookConfig {
        thresholds = List.copyOf(thresholds);
    }

    /**
     * A yearly revenue at which the law begins or ceases to ask something.
     *
     * @param amountVnd whole đồng a calendar year
     * @param inForceFrom from which day on
     * @param meaningVi what changes there, in Vietnamese
     * @param meaningEn what changes there, in English
     * @param source the text of the law, with its date
     */
    public record Threshold(
            long amountVnd, LocalDate inForceFrom, String meaningVi, String meaningEn, String source) {}

    static BookConfig from(SettingValues values) {
        return new BookConfig(
                values.millis(FOLD_INTERVAL_MS),
                values.number(CASH_VND_MAX),
                values.integer(CASH_ENTRIES_PER_DAY_MAX),
                values.integer(SEARCH_DAYS_MAX),
                thresholds(values.text(THRESHOLDS)));
    }

    private static List<Threshold> thresholds(String text) {
        List<String> entries = Arrays.asList(text.split("//", -1));
        if (entries.size() > THRESHOLDS_MAX) {
            throw malformed();
        }
        return entries.stream().map(BookConfig::threshold).toList();
    }

    private static Threshold threshold(String text) {
        List<String> parts = Arrays.stream(text.split("::", -1)).map(String::strip).toList();
        if (parts.size() != THRESHOLD_PARTS || parts.stream().anyMatch(String::isEmpty)
                || !parts.getFirst().matches("[1-9][0-9]{0,12}")) {
            throw malformed();
        }
        try {
            return new Threshold(Long.parseLong(parts.getFirst()), LocalDate.parse(parts.get(1)), parts.get(2),
                    parts.get(3), parts.get(4));
        } catch (DateTimeException noDay) {
            throw malformed();
        }
    }

    private static ConfigException malformed() {
        return new ConfigException(THRESHOLDS.name(), "expected at most " + THRESHOLDS_MAX
                + " of amount in VND :: day such as 2026-01-01 :: meaning in Vietnamese :: in English :: source,"
                + " parted by //");
    }
}
