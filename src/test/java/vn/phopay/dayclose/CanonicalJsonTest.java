package vn.phopay.dayclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
    /** The strings and names of RFC 8785 section 3.2.2 and 3.2.3. */
    @Test
    void writeShouldGiveTheFormOfTheStandardWhenNamesAndStringsAreItsExamples() {
        JsonObject names = new JsonObject()
                .put("\u20ac", "Euro Sign").put("\r", "Carriage Return")
                .put("\ufb33", "Hebrew Letter Dalet With Dagesh")
                .put("1", "One").put("\ud83d\ude00", "Emoji: Grinning Face").put("\u0080", "Control")
                .put("\u00f6", "Latin Small Letter O With Diaeresis");
        assertEquals("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
                CanonicalJson.write(names));
        assertEquals("{\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
                CanonicalJson.write(new JsonObject().put("string", "\u20ac$\u000F\nA'B\"\\\\\"/")));
        assertEquals("{\"literals\":[null,true,false]}",
                CanonicalJson.write(new JsonObject().put("literals", new JsonArray().addNull().add(true).add(false))));
        assertEquals("{\"a\":{},\"b\":[]}",
                CanonicalJson.write(new JsonObject().put("b", new JsonArray()).put("a", new JsonObject())));
    }

    @Test
    void writeShouldTakeWholeNumbersUpToTheLargestThatEveryReaderKeeps() {
        assertEquals("{\"n\":9007199254740991}",
                CanonicalJson.write(new JsonObject().put("n", 9_007_199_254_740_991L)));
        assertEquals("{\"n\":-9007199254740991}",
                CanonicalJson.write(new JsonObject().put("n", -9_007_199_254_740_991L)));
        assertThrows(IllegalArgumentException.class,
                () -> CanonicalJson.write(new JsonObject().put("n", 9_007_199_254_740_992L)));
        assertThrows(IllegalArgumentException.class,
                () -> CanonicalJson.write(new JsonObject().put("n", -9_007_199_254_740_992L)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"n\":1.0}", "{\"n\":1e2}", "{\"n\":99999999999999999999}", "{\"s\":\"\\ud800\"}"})
    void isFormOfShouldBeFalseWhenThereIsNoForm(String text) {
        assertFalse(CanonicalJson.isFormOf(CanonicalJson.read(text).orElseThrow(), text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"b\":1,\"a\":2}", "{ \"a\":1}", "{\"a\":1,\"a\":1}", "{\"a\":\"\\u0041\"}",
        "{\"a\":\"\\/\"}", "{\"a\":1}\n", "{\"a\":-0}"})
    void isFormOfShouldBeFalseWhenTheSameValueIsWrittenInAnotherWay(String text) {
        assertFalse(CanonicalJson.isFormOf(CanonicalJson.read(text).orElseThrow(), text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "7", "null", "\"a\"", "{", "{\"a\":1}x", "{\"a\"}"})
    void readShouldBeEmptyWhenThereIsNoObject(String text) {
        assertTrue(CanonicalJson.read(text).isEmpty());
    }

    @Test
    void readShouldBeEmptyWhenItIsNestedDeeperThanAnySeal() {
        assertTrue(CanonicalJson.read("{\"a\":" + "[".repeat(100_000)).isEmpty());
    }
}
