package vn.phopay.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "1", "\"a\"", "{", "{} {}", "{'a':1}", "{\"a\":}", "nonsense", " "})
    void parseShouldRefuseWhenTheBodyIsNoJsonObject(String body) {
        assertEquals(ProblemCode.REQUEST_NOT_JSON, refusal(Buffer.buffer(body)));
    }

    @Test
    void parseShouldRefuseWhenTheBodyIsHostile() {
        assertEquals(ProblemCode.REQUEST_NOT_JSON, refusal(Buffer.buffer("{\"a\":" + "[".repeat(60_000))));
        assertEquals(ProblemCode.REQUEST_NOT_JSON, refusal(Buffer.buffer("{\"a\":" + "9".repeat(60_000) + "}")));
        assertEquals(ProblemCode.REQUEST_NOT_JSON,
                refusal(Buffer.buffer("{\"a\":\"").appendByte((byte) 0xff).appendString("\"}")));
    }

    @Test
    void parseShouldReadNothingWhenTheBodyIsEmpty() {
        assertFalse(Fields.parse(Buffer.buffer()).has("a"));
    }

    @Test
    void hasShouldTellNullFromMissingWhenAsked() {
        assertTrue(fields("{'a':null}").has("a"));
        assertFalse(fields("{'a':null}").has("b"));
    }

    @ParameterizedTest
    @CsvSource({"x, false", "xx, true", "xxxx, true", "xxxxx, false", "'  xxxx  ', true", "'  x ', false", "'', false"})
    void textShouldHoldItsLengthWhenAtItsEdges(String text, boolean taken) {
        assertEquals(taken, faults("{'a':'" + text + "'}", f -> f.text("a", 2, 4)).isEmpty());
    }

    @Test
    void textShouldCountCharactersAndStripWhenRead() {
        assertEquals("phở", fields("{'a':'  phở '}").text("a", 1, 3));
        assertEquals(List.of(), faults("{'a':'🍜🍜'}", f -> f.text("a", 2, 2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'a':null}", "{'a':'  '}"})
    void textShouldSayOnceThatItIsRequiredWhenMissing(String body) {
        assertEquals(List.of("/a is required"), faults(body, f -> f.text("a", 1, 9)));
        assertEquals(List.of(), faults(body, f -> assertEquals(Optional.empty(), f.optionalText("a", 9))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'a':1}", "{'a':true}", "{'a':[]}", "{'a':{}}"})
    void textShouldRefuseWhenItIsOfAnotherKind(String body) {
        assertEquals(List.of("/a must be a text"), faults(body, f -> f.text("a", 1, 9)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\\u0000y", "x\\ud800", "\\udc00x"})
    void textShouldRefuseWhenPostgresqlCouldNotHoldIt(String text) {
        assertEquals(1, faults("{'a':'" + text + "'}", f -> f.text("a", 1, 9)).size());
        assertEquals(1, faults("{'a':['" + text + "']}", f -> f.texts("a", 9)).size());
    }

    @ParameterizedTest
    @CsvSource({
        "1, true", "9999999999999, true", "0, false", "10000000000000, false", "-1, false", "1.5, false", "1.0, false",
        "1e3, false", "'\"1\"', false", "99999999999999999999999, false", "true, false"
    })
    void integerShouldHoldItsBoundsWhenAtTheirEdges(String number, boolean taken) {
        assertEquals(taken, faults("{'a':" + number + "}", f -> f.integer("a", 1, 9_999_999_999_999L)).isEmpty());
        assertEquals(taken,
                faults("{'a':" + number + "}", f -> f.optionalInteger("a", 1, 9_999_999_999_999L)).isEmpty());
    }

    @Test
    void integerShouldBeRequiredUnlessOptionalWhenMissing() {
        assertEquals(List.of("/a is required"), faults("{}", f -> f.integer("a", 1, 2)));
        assertEquals(List.of(), faults("{}", f -> assertEquals(Optional.empty(), f.optionalInteger("a", 1, 2))));
    }

    @Test
    void objectShouldPointIntoItselfWhenAFieldInItIsWrong() {
        assertEquals(List.of("/a/b must be a text"), faults("{'a':{'b':1}}", f -> f.object("a").text("b", 1, 9)));
    }

    @ParameterizedTest
    @CsvSource({"{}, is required", "{'a':null}, must be an object", "{'a':[]}, must be an object"})
    void objectShouldSayOneThingWhenItIsMissingOrAnotherKind(String body, String detail) {
        assertEquals(List.of("/a " + detail), faults(body.replace('"', '\''), f -> f.object("a").text("b", 1, 9)));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "3, true", "4, false"})
    void objectsShouldHoldTheirNumberWhenAtItsEdges(int count, boolean taken) {
        String list = String.join(",", Collections.nCopies(count, "{}"));
        assertEquals(taken, faults("{'a':[" + list + "]}", f -> f.objects("a", 1, 3)).isEmpty());
    }

    @Test
    void objectsShouldPointAtTheMemberWhenItIsWrong() {
        assertEquals(List.of("/a/1 must be an object"), faults("{'a':[{},1]}", f -> f.objects("a", 1, 3)));
        assertEquals(List.of("/a/1/b is required"),
                faults("{'a':[{'b':'x'},{}]}", f -> f.objects("a", 1, 3).forEach(o -> o.text("b", 1, 9))));
        assertEquals(1, faults("{'a':{}}", f -> f.objects("a", 0, 3)).size());
        assertEquals(1, faults("{}", f -> f.objects("a", 1, 3)).size());
        assertEquals(0, faults("{}", f -> f.objects("a", 0, 3)).size());
    }

    @Test
    void textsShouldHoldTheirNumberAndKindWhenRead() {
        assertEquals(List.of("x", "y"), fields("{'a':['x','y']}").texts("a", 2));
        assertEquals(List.of(), fields("{}").texts("a", 2));
        assertEquals(1, faults("{'a':['x','y','z']}", f -> f.texts("a", 2)).size());
        assertEquals(1, faults("{'a':['x',1]}", f -> f.texts("a", 2)).size());
        assertEquals(1, faults("{'a':['x',null]}", f -> f.texts("a", 2)).size());
        assertEquals(1, faults("{'a':'x'}", f -> f.texts("a", 2)).size());
    }

    @Test
    void requiredShouldSayWhatItExpectsWhenTheReaderRefuses() {
        assertEquals(List.of("/a must be yes"),
                faults("{'a':'no'}", f -> f.required("a", FieldsTest::yes, "must be yes", 0)));
        assertEquals(List.of("/a is required"), faults("{}", f -> f.required("a", FieldsTest::yes, "must be yes", 0)));
        assertEquals(List.of(), faults("{'a':'yes'}", f -> assertEquals(1, f.required("a", FieldsTest::yes, "", 0))));
        assertEquals(List.of(),
                faults("{}", f -> assertEquals(Optional.empty(), f.optional("a", FieldsTest::yes, ""))));
        assertEquals(List.of("/a must be yes"),
                faults("{'a':'no'}", f -> f.optional("a", FieldsTest::yes, "must be yes")));
    }

    @Test
    void verbatimShouldKeepBlanksWhenRead() {
        assertEquals(" x ", fields("{'a':' x '}").verbatim("a", Optional::of, "", ""));
        assertEquals(List.of("/a is required"), faults("{}", f -> f.verbatim("a", Optional::of, "", "")));
        assertEquals(List.of("/a must be a text"), faults("{'a':1}", f -> f.verbatim("a", Optional::of, "", "")));
        assertEquals(List.of("/a must be yes"),
                faults("{'a':' yes'}", f -> f.verbatim("a", FieldsTest::yes, "must be yes", 0)));
    }

    @Test
    void checkShouldNameAllFaultsAtOnceWhenThereAreSeveral() {
        assertEquals(List.of("/a is required", "/b must be a whole number of 1 to 2"), faults("{'b':3}", f -> {
            f.text("a", 1, 9);
            f.integer("b", 1, 2);
        }));
        assertDoesNotThrow(() -> fields("{}").check());
    }

    private static Optional<Integer> yes(String text) {
        return text.equals("yes") ? Optional.of(1) : Optional.empty();
    }

    /** Reads JSON that is written with single quotes. */
    private static Fields fields(String json) {
        return Fields.parse(Buffer.buffer(json.replace('\'', '"')));
    }

    private static List<String> faults(String json, Consumer<Fields> reading) {
        Fields fields = fields(json);
        reading.accept(fields);
        try {
            fields.check();
            return List.of();
        } catch (ProblemException refused) {
            return refused.problem().errors().stream().map(e -> e.pointer() + " " + e.detail()).toList();
        }
    }

    private static ProblemCode refusal(Buffer body) {
        return assertThrows(ProblemException.class, () -> Fields.parse(body)).problem().code();
    }
}
