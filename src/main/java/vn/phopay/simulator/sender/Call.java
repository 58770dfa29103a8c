package vn.phopay.simulator.sender;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One HTTP call of a sender, ready to go.
 *
 * @param method HTTP method
 * @param path below {@code /api/v1/banks/{code}}, with its query
 * @param headers in the order sent
 * @param body empty where there is none
 */
@SuppressWarnings("ArrayRecordComponent")
public record Call(String method, String path, List<Header> headers, byte[] body) {
    /** Copies {@code headers}. */
    public Call {
        headers = List.copyOf(headers);
    }

    /** A header field. */
    public record Header(String name, String value) {}

    /** A POST of JSON to the address of callbacks. */
    static Call post(String json, Header... headers) {
        List<Header> all = new ArrayList<>(List.of(headers));
        all.add(new Header("content-type", "application/json"));
        return new Call("POST", "/callbacks", all, json.getBytes(StandardCharsets.UTF_8));
    }

    /** The value of a header; for those who look. */
    public String header(String name) {
        return headers.stream().filter(header -> header.name().equalsIgnoreCase(name)).map(Header::value)
                .findFirst().orElse("");
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
