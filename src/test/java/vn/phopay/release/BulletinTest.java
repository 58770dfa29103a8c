package vn.phopay.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.metric.MetricBook;
import vn.phopay.metric.ScopeKind;
import vn.phopay.metric.Unit;

/** A bulletin takes a minute, has no digits, and says nothing that is withheld. */
class BulletinTest {
    private static final ReleaseScope WARD =
            new ReleaseScope(ScopeKind.WARD, "ward-00070-2025", "00070", "Phường Hoàn Kiếm", "002");
    private static final List<String> TOLD =
            List.of("registeredMerchants", "activeOutlets30", "adoptionRate", "transactions");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void bulletinShouldTakeAMinuteWhateverIsWithheld(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            List<ReleaseCell> cells = new ArrayList<>();
            for (String metric : TOLD) {
                switch (random.nextInt(3)) {
                    case 0 -> cells.add(cell(metric, Optional.empty(), Optional.of("FEW_SHOPS")));
                    case 1 -> cells.add(cell(metric, Optional.empty(), Optional.empty()));
                    default -> cells.add(cell(metric, Optional.of(value(metric, random)), Optional.empty()));
                }
            }
            String text = text(cells, 1 + random.nextInt(12));
            int words = BulletinFiles.words(text);
            assertTrue(words >= BulletinFiles.WORDS_MIN && words <= BulletinFiles.WORDS_MAX, words + ": " + text);
            assertFalse(text.matches("(?s).*[0-9].*"), text);
        }
    }

    @Test
    void bulletinShouldReadNumbersAsPeopleSayThem() {
        String text = text(List.of(
                cell("registeredMerchants", Optional.of(BigDecimal.valueOf(1_205)), Optional.empty()),
                cell("adoptionRate", Optional.of(new BigDecimal("0.3749")), Optional.empty()),
                cell("transactions", Optional.empty(), Optional.of("SECONDARY"))), 4);
        assertTrue(text.startsWith("Kính thưa bà con phường Hoàn Kiếm. Đây là bản tin thanh toán không tiền mặt"
                + " tháng tư năm hai nghìn không trăm hai mươi sáu. Đến hết tháng có"
                + " một nghìn hai trăm linh năm cửa hàng"), text);
        assertTrue(text.contains("cứ một trăm điểm kinh doanh thì có ba mươi bảy điểm dùng"), text);
        assertTrue(text.contains("để giữ kín việc làm ăn của từng nhà"), text);
        assertFalse(text.contains("lượt khách"), text);
        assertEquals(text, text(List.of(
                cell("registeredMerchants", Optional.of(BigDecimal.valueOf(1_205)), Optional.empty()),
                cell("adoptionRate", Optional.of(new BigDecimal("0.3749")), Optional.empty()),
                cell("transactions", Optional.empty(), Optional.of("FEW_SHOPS"))), 4));
    }

    private static BigDecimal value(String metric, Random random) {
        return metric.equals("adoptionRate") ? BigDecimal.valueOf(random.nextInt(10_001), 4)
                : BigDecimal.valueOf(random.nextLong(10_000_000));
    }

    private static ReleaseCell cell(String metric, Optional<BigDecimal> value, Optional<String> withheld) {
        return new ReleaseCell(WARD, metric, metric.equals("adoptionRate") ? Unit.RATE : Unit.COUNT, value, withheld);
    }

    private static String text(List<ReleaseCell> cells, int month) {
        ReleaseContent content = new ReleaseContent(new ReleaseNumber(YearMonth.of(2026, month), 1),
                LocalDate.of(2026, 11, 6),
                new ReleaseContent.Definitions("1", MetricBook.load().sizeClasses()), cells, Map.of(), Optional.empty(),
                new ReleaseQuality(31, 31, 3, 0, 10, 9), Optional.empty());
        return new BulletinFiles(content).text(WARD, content.of(ScopeKind.WARD).get(WARD));
    }
}
