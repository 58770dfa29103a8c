package vn.phopay.web.desk;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.phopay.testing.TestApp;
import vn.phopay.web.PageKit;

/** A member of staff with a browser without scripts: keeps cookies, repeats the CSRF token, sends forms. */
final class StaffBrowser {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final TestApp app;
    private final Map<String, String> nameToCookie = new LinkedHashMap<>();
    private String csrf = "";

    StaffBrowser(TestApp app) {
        this.app = app;
    }

    StaffBrowser logIn(String login, String password) {
        HttpResponse<String> answer = post("/dang-nhap", "login", login, "password", password);
        if (answer.statusCode() != 303) {
            throw new AssertionError(login + " cannot log in: " + answer.statusCode());
        }
        return this;
    }

    HttpResponse<String> get(String path) {
        return keep(app.sendBytes("GET", path, new byte[0], headers()));
    }

    /** Sends a form of fields and values that alternate; a field may come several times. */
    HttpResponse<String> post(String path, String... fields) {
        if (csrf.isEmpty() && !nameToCookie.isEmpty()) {
            get("/doi-mat-khau");
        }
        Stream<String> typed = IntStream.range(0, fields.length / 2)
                .mapToObj(i -> fields[2 * i] + '=' + PageKit.encode(fields[2 * i + 1]));
        String body = Stream.concat(typed, Stream.of("_csrf=" + PageKit.encode(csrf)))
                .collect(Collectors.joining("&"));
        return keep(app.sendBytes("POST", path, body.getBytes(StandardCharsets.UTF_8), headers()));
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("");
    }

    /** What the list above a form says is wrong. */
    static List<String> faults(HttpResponse<String> page) {
        Matcher fault = Pattern.compile("<li><a href=\"#[^\"]*\">([^<]*)</a></li>").matcher(page.body());
        List<String> faults = new ArrayList<>();
        while (fault.find()) {
            faults.add(fault.group(1));
        }
        return faults;
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
