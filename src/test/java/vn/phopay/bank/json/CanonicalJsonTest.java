package vn.phopay.bank.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.testing.SortedJson;

class CanonicalJsonTest {
    @Test
    void printShouldKeepTheTokenOfEveryNumber() {
        String numbers = "[50000,50000.0,50000.00,1e5,1E+5,-0,0.10,4080000000123,12345678901234567890123456789]";
        assertEquals("{\"n\":" + numbers + "}", print("{\"n\": " + numbers.replace(",", " , ") + "}"));
    }

    @Test
    void printShouldSortNamesByCodeUnitsAtEveryLevel() {
        assertEquals("{\"A\":{\"a\":[{\"x\":2,\"y\":1}],\"b\":1},\"Z\":1,\"a\":2,\"\u00e9\":3,"
                + "\"\ud83d\ude00\":4,\"\uff5e\":5}",
                print("{\"\uff5e\":5,\"\ud83d\ude00\":4,\"\u00e9\":3,\"a\":2,\"Z\":1,\"A\":{\"b\":1,"
                + "\"a\":[{\"y\":1,\"x\":2}]}}"));
    }

    @Test
    void printShouldEscapeWhatJsonStringifyEscapesAndNothingElse() {
        assertEquals("{\"s\":\"\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001f/<>&'\u007f\u2028ph\u1edf\ud83d\ude00\\ud83d\"}",
                print("{\"s\":\"\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001F\\/<>&'\u007f\u2028ph\\u1edf\ud83d\ude00"
                + "\\ud83d\"}"));
    }

    @Test
    void printShouldAgreeWithAnotherPrinterWhenDocumentsAreRandom() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            String document = object(random, 3);
            assertEquals(SortedJson.print(document), print(document), "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[]", "null", "1", "{", "{}{}", "{\"a\":1,\"a\":1}", "{\"a\":{\"b\":1,\"b\":1}}",
        "{\"a\":01}", "{\"a\":NaN}", "{'a':1}", "{\"a\":1,}", "{\"a\":\"\u0001\"}"})
    void parseObjectShouldRefuseWhatIsNotOneObjectWhoseMembersStandOnce(String text) {
        assertEquals(Optional.empty(), Json.parseObject(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void parseObjectShouldHoldTheDepth() {
        assertTrue(Json.parseObject(nested(Json.DEPTH_MAX).getBytes(StandardCharsets.UTF_8)).isPresent());
        assertTrue(Json.parseObject(nested(Json.DEPTH_MAX + 1).getBytes(StandardCharsets.UTF_8)).isEmpty());
    }

    private static String nested(int depth) {
        return "{\"a\":" + "[".repeat(depth - 1) + "1" + "]".repeat(depth - 1) + "}";
    }

    private static String object(Random random, int depth) {
        StringBuilder out = new StringBuilder("{");
        for (int i = random.nextInt(5); i >= 0; i--) {
            out.append('"').append((char) ('A' + random.nextInt(58) / 26 * 32 + i)).append("\": ")
                    .append(value(random, depth)).append(i == 0 ? "" : " ,\n");
        }
        return out.append('}').toString();
    }

    private static String value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> Long.toString(random.nextLong());
            case 1 -> random.nextInt(100_000) + "." + random.nextInt(1_000);
            case 2 -> "true";
            case 3 -> "null";
            case 4 -> "\"Tr\u1ea3 <" + random.nextInt() + "> \\/ & \\u1edf\"";
            case 5 -> "[" + value(random, depth - 1) + "," + value(random, depth - 1) + "]";
            default -> object(random, depth - 1);
        };
    }

    private static String print(String json) {
        return CanonicalJson.print(Json.parseObject(json.getBytes(StandardCharsets.UTF_8)).orElseThrow());
    }
}
