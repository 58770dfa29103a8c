package vn.phopay.web.register;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.phopay.testing.TestApp;
import vn.phopay.web.PageKit;

/** Somebody with a browser without scripts: keeps cookies, repeats the CSRF token, sends forms. */
final class Visitor {
    static final String PASSWORD = "bun-cha-hang-manh";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int[] TAX_WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    private static final AtomicInteger SERIAL = new AtomicInteger();

    private final TestApp app;
    private final Map<String, String> nameToCookie = new LinkedHashMap<>();
    private String csrf = "";

    Visitor(TestApp app) {
        this.app = app;
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

    HttpResponse<String> get(String path) {
        return keep(app.sendBytes("GET", path, new byte[0], headers()));
    }

    HttpResponse<String> post(String path, Map<String, String> form) {
        return keep(app.sendBytes("POST", path, body(form), headers()));
    }

    /** The same without keeping what it is answered: for several at once. */
    HttpResponse<String> postUnkept(String path, Map<String, String> form) {
        return app.sendBytes("POST", path, body(form), headers());
    }

    /** Follows one redirect. */
    HttpResponse<String> follow(HttpResponse<String> answer) {
        return get(location(answer));
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
        HttpResponse<String> answer = post("/dang-nhap", Map.of("login", login, "password", password));
        if (answer.statusCode() != 303) {
            throw new AssertionError(login + " cannot log in");
        }
        return this;
    }

    String cookie(String name) {
        return nameToCookie.getOrDefault(name, "");
    }

    Visitor withCookie(String name, String value) {
        nameToCookie.put(name, value);
        return this;
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("");
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

    private byte[] body(Map<String, String> form) {
        Map<String, String> all = new LinkedHashMap<>(form);
        all.put("_csrf", csrf);
        return all.entrySet().stream()
                .map(field -> field.getKey() + '=' + PageKit.encode(field.getValue()))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private String[] headers() {
        String cookies = nameToCookie.entrySet().stream()
                .map(cookie -> cookie.getKey() + '=' + cookie.getValue())
                .collect(Collectors.joining("; "));
        return new String[] {
            "content-type", "application/x-www-form-urlencoded", "cookie", cookies.isEmpty() ? "a=b" : cookies};
    }

    private HttpResponse<String> keep(HttpResponse<String> answer) {
        answer.headers().allValues("set-cookie").forEach(cookie -> {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            nameToCookie.put(pair[0], pair[1]);
        });
        Matcher found = CSRF.matcher(answer.body());
        if (found.find()) {
            csrf = found.group(1);
        }
        return answer;
    }
}
