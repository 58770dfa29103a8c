package vn.phopay.testing;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.phopay.web.PageKit;

/** Somebody with a browser without scripts: keeps cookies, repeats the CSRF token, sends forms. */
public class FormBrowser {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final TestApp app;
    private final Map<String, String> nameToCookie = new LinkedHashMap<>();
    private String csrf = "";

    /** A browser that has visited nothing of {@code app} yet. */
    protected FormBrowser(TestApp app) {
        this.app = app;
    }

    public final HttpResponse<String> get(String path) {
        return keep(app.sendBytes("GET", path, new byte[0], headers()));
    }

    /** Sends a form of fields that come once each. */
    public final HttpResponse<String> post(String path, Map<String, String> form) {
        return keep(app.sendBytes("POST", path, body(form), headers()));
    }

    /** Sends a form of fields and values that alternate; a field may come several times. */
    public final HttpResponse<String> post(String path, String... fields) {
        return keep(app.sendBytes("POST", path, body(IntStream.range(0, fields.length / 2)
                .mapToObj(i -> field(fields[2 * i], fields[2 * i + 1]))), headers()));
    }

    /** The same without keeping what it is answered: for several at once. */
    public final HttpResponse<String> postUnkept(String path, Map<String, String> form) {
        return app.sendBytes("POST", path, body(form), headers());
    }

    /** Follows one redirect. */
    public final HttpResponse<String> follow(HttpResponse<String> answer) {
        return get(location(answer));
    }

    /** Where a redirect leads; empty for any other answer. */
    public static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("");
    }

    /** The value of a cookie; empty for none. */
    public final String cookie(String name) {
        return nameToCookie.getOrDefault(name, "");
    }

    /** Keeps a cookie that came by another way. */
    protected final void keepCookie(String name, String value) {
        nameToCookie.put(name, value);
    }

    /** Logs in by the form, or fails. */
    protected final void enter(String login, String password) {
        HttpResponse<String> answer = post("/dang-nhap", Map.of("login", login, "password", password));
        if (answer.statusCode() != 303) {
            throw new AssertionError(login + " cannot log in: " + answer.statusCode());
        }
        // Its form repeats the token that every other form needs, whatever the role.
        get("/doi-mat-khau");
    }

    private static String field(String name, String value) {
        return name + '=' + PageKit.encode(value);
    }

    private byte[] body(Map<String, String> form) {
        return body(form.entrySet().stream().map(one -> field(one.getKey(), one.getValue())));
    }

    private byte[] body(Stream<String> fields) {
        return Stream.concat(fields, Stream.of(field("_csrf", csrf)))
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
