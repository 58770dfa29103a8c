package vn.phopay.release;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import vn.phopay.metric.ScopeKind;
import vn.phopay.speech.VietnameseNumbers;

/**
 * A text for the loudspeakers of every ward, read aloud in about 60 seconds: 130 to 150 words, made of published
 * figures alone, numbers in words. What is withheld is not said, and that something is withheld is.
 */
final class BulletinFiles {
    /** Fewest words: a reader says some 140 in a minute. */
    static final int WORDS_MIN = 130;
    /** Most words. */
    static final int WORDS_MAX = 150;
    static final String PATH = "bulletins.json";

    /** What is always worth saying; as many as there is room for. */
    private static final List<String> ADVICE = List.of(
            "Trước khi chuyển tiền, bà con nhớ nhìn kỹ tên cửa hàng hiện trên điện thoại.",
            "Chủ cửa hàng mỗi sáng nên tự quét thử mã của mình, thấy mã bị dán đè thì báo ngay cho phường.",
            "Ai muốn đăng ký hoặc cần người hướng dẫn, xin mời đến gặp tổ công nghệ số ở nơi mình ở.",
            "Đăng ký không mất tiền, và tiền của khách đi thẳng vào tài khoản của cửa hàng.",
            "Không ai có quyền hỏi mật khẩu hay mã xác nhận của bà con.",
            "Tiền mặt vẫn được nhận như cũ, không ai bắt buộc phải đổi.",
            "Bảng số liệu đầy đủ được đăng công khai trên mạng để mọi người cùng kiểm tra.",
            "Mọi thắc mắc xin hỏi cán bộ phường, xã trong giờ làm việc.");
    private static final String CLOSING = "Xin cảm ơn bà con đã lắng nghe.";

    private final ReleaseContent content;
    private final VietnameseNumbers numbers = new VietnameseNumbers();

    BulletinFiles(ReleaseContent content) {
        this.content = content;
    }

    /** One text a ward, and one file with all of them. */
    List<ReleaseFile> make() {
        List<ReleaseFile> files = new ArrayList<>();
        JsonArray all = new JsonArray();
        content.of(ScopeKind.WARD).forEach((ward, cells) -> {
            String text = text(ward, cells);
            files.add(ReleaseFile.text("bulletins/" + ward.id() + ".txt", ReleaseFile.TEXT, text + "\n"));
            all.add(new JsonObject().put("scope", ward.id()).put("code", ward.code()).put("name", ward.name())
                    .put("words", words(text)).put("text", text));
        });
        files.add(ReleaseFiles.json(PATH, new JsonObject()
                .put("number", content.number().toString()).put("language", "vi").put("items", all)));
        return files;
    }

    /** The text of a ward. */
    String text(ReleaseScope ward, Map<String, ReleaseCell> cells) {
        List<String> sentences = new ArrayList<>();
        sentences.add("Kính thưa bà con " + inSentence(ward.name()) + ".");
        sentences.add("Đây là bản tin thanh toán không tiền mặt tháng " + month() + " năm "
                + numbers.toWords(content.number().month().getYear()) + ".");
        addFigures(sentences, cells);
        int used = words(String.join(" ", sentences)) + words(CLOSING);
        for (String advice : ADVICE) {
            if (used < WORDS_MIN && used + words(advice) <= WORDS_MAX) {
                sentences.add(advice);
                used += words(advice);
            }
        }
        sentences.add(CLOSING);
        return String.join(" ", sentences);
    }

    private void addFigures(List<String> sentences, Map<String, ReleaseCell> cells) {
        List<String> told = new ArrayList<>();
        count(cells, "registeredMerchants", told, number ->
                "Đến hết tháng có " + read(number) + " cửa hàng đã đăng ký nhận tiền bằng mã.");
        count(cells, "activeOutlets30", told, number ->
                "Trong ba mươi ngày cuối, " + read(number) + " điểm bán có khách trả tiền bằng mã.");
        value(cells, "adoptionRate").ifPresent(rate -> told.add("Như vậy, cứ một trăm điểm kinh doanh thì có "
                + read(rate.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact()) + " điểm dùng."));
        count(cells, "transactions", told, number ->
                "Cả tháng có " + read(number) + " lượt khách trả tiền bằng mã.");
        sentences.addAll(told);
        boolean withheld = List.of("registeredMerchants", "activeOutlets30", "adoptionRate", "transactions").stream()
                .anyMatch(metric -> ReleaseTables.isWithheld(cells.get(metric)));
        if (withheld) {
            sentences.add(told.isEmpty()
                    ? "Tháng này số liệu riêng của nơi ta chưa được công bố, vì còn ít cửa hàng tham gia"
                            + " và cần giữ kín việc làm ăn của từng nhà."
                    : "Một số con số không được nêu, để giữ kín việc làm ăn của từng nhà.");
        }
    }

    private static void count(
            Map<String, ReleaseCell> cells, String metric, List<String> told, LongFunction<String> sentence) {
        value(cells, metric).ifPresent(value -> told.add(sentence.apply(value.longValueExact())));
    }

    private static Optional<BigDecimal> value(Map<String, ReleaseCell> cells, String metric) {
        return Optional.ofNullable(cells.get(metric)).flatMap(ReleaseCell::value);
    }

    private String read(long number) {
        return numbers.toWords(number);
    }

    /** The fourth month is <i>tháng tư</i>, the others are counted. */
    private String month() {
        int month = content.number().month().getMonthValue();
        return month == 4 ? "tư" : numbers.toWords(month);
    }

    /** <i>Phường</i> and <i>Xã</i> are small in the middle of a sentence. */
    private static String inSentence(String name) {
        return name.startsWith("Phường ") || name.startsWith("Xã ")
                ? Character.toLowerCase(name.charAt(0)) + name.substring(1) : name;
    }

    /** Words as they are spoken: what stands between blanks. */
    static int words(String text) {
        return text.strip().split("\\s+", -1).length;
    }
}
