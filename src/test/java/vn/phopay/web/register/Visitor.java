package vn.phopay.web.register;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.phopay.testing.FormBrowser;
import vn.phopay.testing.TestApp;

/** Somebody who registers a shop, with a browser without scripts. */
final class Visitor extends FormBrowser {
    static final String PASSWORD = "bun-cha-hang-manh";
    private static final int[] TAX_WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    private static final AtomicInteger SERIAL = new AtomicInteger();

    Visitor(TestApp app) {
        super(app);
    }

    /** What an owner answers, unlike every other one; a test changes what it is about. */
    record Shop(Map<String, String> answers) {
        static Shop next() {
            int serial = SERIAL.incrementAndGet();
            return new Shop(new LinkedHashMap<>(Map.ofEntries(
                    Map.entry("displayName", "Phở Hoa " + serial), Map.entry("trade", "FOOD"),
                    Map.entry("legalName", "Hộ kinh doanh Nguyễn Thị Hoa"), Map.entry("taxCode", taxCode(serial)),
                    Map.entry("street", "hang-ngang"), Map.entry("houseNumber", "12"),
                    Map.entry("bank", "970422"),
                    Map.entry("accountNumber", String.format(Locale.ROOT, "0789 %06d", serial)),
                    Map.entry("accountName", "Nguyễn Thị Hoa"),
                    Map.entry("phone", String.format(Locale.ROOT, "0914 0%02d %03d", serial / 1000, serial % 1000)),
                    Map.entry("password", PASSWORD), Map.entry("consentTerms", "yes"),
                    Map.entry("consentData", "yes"))));
        }

        Shop with(String key, String answer) {
            Shop other = new Shop(new LinkedHashMap<>(answers));
            other.answers.put(key, answer);
            return other;
        }

        String get(String key) {
            return answers.get(key);
        }

        /** The answers of one screen, as its form sends them. */
        Map<String, String> screen(int number) {
            List<String> keys = switch (number) {
                case 1 -> List.of("displayName", "trade", "legalName", "taxCode");
                case 2 -> List.of("street", "houseNumber", "area", "address");
                case 3 -> List.of("bank", "accountNumber", "accountName");
                default -> List.of("phone", "password", "consentTerms", "consentData", "consentNews", "consentForm",
                        "consentNote");
            };
            Map<String, String> form = new LinkedHashMap<>();
            keys.stream().filter(answers::containsKey).forEach(key -> form.put(key, answers.get(key)));
            return form;
        }

        private static String taxCode(int number) {
            String nine = String.format(Locale.ROOT, "05%07d", number);
            int sum = 0;
            for (int i = 0; i < TAX_WEIGHTS.length; i++) {
                sum += TAX_WEIGHTS[i] * (nine.charAt(i) - '0');
            }
            int check = 10 - sum % 11;
            return check == 10 ? taxCode(number + 1_000_000) : nine + check;
        }
    }

    /** Answers the first {@code screens} screens; each leads to the next. */
    void answer(String base, Shop shop, int screens) {
        for (int number = 1; number <= screens; number++) {
            HttpResponse<String> answer = post(base + '/' + number, shop.screen(number));
            String next = base + '/' + (number + 1);
            if (answer.statusCode() != 303 || !location(answer).equals(next)) {
                throw new AssertionError("screen " + number + ": " + answer.statusCode() + ' ' + location(answer)
                        + faults(answer));
            }
        }
    }

    Visitor logIn(String login, String password) {
        enter(login, password);
        return this;
    }

    Visitor withCookie(String name, String value) {
        keepCookie(name, value);
        return this;
    }

    /** What a page says is wrong, beside its fields. */
    static List<String> faults(HttpResponse<String> page) {
        Matcher error = Pattern.compile("<p class=\"error\"[^>]*>([^<]*)</p>").matcher(page.body());
        List<String> faults = new ArrayList<>();
        while (error.find()) {
            faults.add(error.group(1));
        }
        return faults;
    }
}
