package vn.phopay.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.http.Call;
import vn.phopay.http.FormBody;
import vn.phopay.http.ProblemException;

class FormTest {
    private static final String BOUNDARY = "----edge";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200000            | 200000
            200.000           | 200000
            200,000           | 200000
            200 000 đ         | 200000
            1.250.000 đồng    | 1250000
            1                 | 1
            9.999.999.999.999 | 9999999999999
            200.000 VND       | 200000
            """)
    void amountShouldBeReadAsPeopleTypeIt(String typed, long amountVnd) {
        Form form = urlencoded("amount=" + encode(typed));

        assertEquals(Optional.of(amountVnd), form.amount("amount"));
        assertTrue(form.isGood());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "200.00", "1.5", "20.0000", "200.000,50", "hai trăm", "10000000000000",
        "1.000,000", "99.999.999.999.999"})
    void amountShouldBeRefusedWhenItCouldBeReadInTwoWays(String typed) {
        Form form = urlencoded("amount=" + encode(typed));

        assertEquals(Optional.empty(), form.amount("amount"));
        assertEquals("form.amount", form.fault("amount").orElseThrow().key());
        assertEquals(typed, form.typed("amount"));
    }

    @Test
    void dayShouldBeReadInBothForms() {
        Form form = urlencoded("a=2026-11-22&b=" + encode("22/11/2026") + "&c=" + encode("31/02/2026") + "&d=");

        assertEquals(Optional.of(LocalDate.of(2026, 11, 22)), form.day("a"));
        assertEquals(Optional.of(LocalDate.of(2026, 11, 22)), form.day("b"));
        assertEquals(Optional.empty(), form.day("c"));
        assertEquals("form.day", form.fault("c").orElseThrow().key());
        form.day("d");
        assertEquals("form.missing", form.fault("d").orElseThrow().key());
    }

    @Test
    void textShouldBeRefusedWhenItIsTooLongOrCannotBeStored() {
        Form form = urlencoded("short=" + "a".repeat(10) + "&long=" + "a".repeat(11) + "&zero=%00");

        assertEquals("a".repeat(10), form.text("short", 10));
        assertEquals("", form.text("long", 10));
        assertEquals("form.long", form.fault("long").orElseThrow().key());
        form.text("zero", 10);
        assertEquals("form.unreadable", form.fault("zero").orElseThrow().key());
        form.text("missing", 10);
        assertEquals("form.missing", form.fault("missing").orElseThrow().key());
    }

    @Test
    void multipartShouldGiveItsFieldsAndFiles() {
        String body = "--" + BOUNDARY + "\r\ncontent-disposition: form-data; name=\"note\"\r\n\r\nPhố cổ\r\n"
                + "--" + BOUNDARY + "\r\ncontent-disposition: form-data; name=\"photo\"; filename=\"a.png\"\r\n"
                + "content-type: image/png\r\n\r\n\u0001\u0002\r\n"
                + "--" + BOUNDARY + "\r\ncontent-disposition: form-data; name=\"none\"; filename=\"\"\r\n"
                + "content-type: application/octet-stream\r\n\r\n\r\n--" + BOUNDARY + "--\r\n";

        Form form = Form.of(call("multipart/form-data; boundary=" + BOUNDARY, body));

        assertEquals("Phố cổ", form.text("note", 20));
        FormBody.Upload photo = form.file("photo").orElseThrow();
        assertEquals("image/png", photo.contentType());
        assertEquals(Buffer.buffer(new byte[] {1, 2}), photo.bytes());
        assertEquals(Optional.empty(), form.file("none"));
    }

    @Test
    void bodyShouldBeRefusedWhenItIsNoForm() {
        assertThrows(ProblemException.class, () -> Form.of(call("application/json", "{}")));
    }

    @Test
    void onlyOurOwnAddressesShouldBeReturnedTo() {
        assertEquals("/hom-nay?a=1", PageKit.ownPath(Optional.of("/hom-nay?a=1"), "/"));
        for (String foreign : new String[] {"//evil.example", "/\\evil.example", "https://evil.example", "x", "",
            "/a\r\nset-cookie: b"}) {
            assertFalse(foreign.equals(PageKit.ownPath(Optional.of(foreign), "/safe")), foreign);
        }
    }

    private static Form urlencoded(String body) {
        return Form.of(call("application/x-www-form-urlencoded", body));
    }

    private static Call call(String contentType, String body) {
        return new Call("request-1", Instant.EPOCH, "127.0.0.1", "/", Map.of(), "", MultiMap.caseInsensitiveMultiMap(),
                MultiMap.caseInsensitiveMultiMap().add("content-type", contentType), Buffer.buffer(body), null, null);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
