package vn.phopay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class QrCommandTest {
    private static final String DYNAMIC = "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA"
        + "530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E";
    private static final String SIGNED = "00020101021138570010A00000072701270006970436011300110012345670208QRIBFTTA"
        + "5204581253037045802VN5917PHO CO BUN CHA 366005HANOI62380307HK-04170704S0360815HNPS036 BUN CHA"
        + "85820015vn.example.hnqr0102E10208If4x36FU031017672256000410179876160005137Q4K2ZP9XD3MW"
        + "86660015vn.example.hnqr0143Oxn5HyYWne64F0pkieTNq-tFEhLh7i5D2avNIHeWfXh"
        + "87660015vn.example.hnqr01434M5wC88vzhVArAEjqietOEQGg_0mOEWR10ybj5AdqBw63048EF7";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void decodeShouldAnswerEveryLineWhenOneIsBroken() {
        assertEquals(0, run(QrDecodeCommand::new, DYNAMIC + "\n\nrubbish\r\n" + DYNAMIC.replace("2E2E", "2e2e")));
        List<JsonObject> answers = answers();
        assertEquals(List.of("OK", "ERROR", "ERROR", "WARNING"),
            answers.stream().map(answer -> answer.getString("verdict")).toList());
        assertEquals(new JsonObject().put("initiation", "12").put("bin", "970403").put("account", "0011012345678")
            .put("service", "QRIBFTTA").put("amount", 180000L).put("memo", "thanh toan don hang"),
            answers.getFirst().getJsonObject("vietqr"));
        assertEquals("970403", answers.getFirst().getJsonObject("fields").getString("38.01.00"));
        assertEquals(new JsonArray(), answers.getFirst().getJsonArray("warnings"));
        assertFalse(answers.getFirst().containsKey("error"));
        assertEquals("BAD_TLV", answers.get(2).getJsonObject("error").getString("code"));
        assertEquals(1, answers.get(2).getJsonObject("error").getInteger("position"));
        assertFalse(answers.get(2).containsKey("vietqr"));
    }

    @Test
    void decodeShouldAnswerInBoundedMemoryWhenALineIsHuge() {
        assertEquals(0, run(QrDecodeCommand::new, "1".repeat(3 * LineReader.LINE_BYTES_MAX) + "\n" + DYNAMIC));
        assertEquals(List.of("ERROR", "OK"), answers().stream().map(answer -> answer.getString("verdict")).toList());
    }

    @Test
    void encodeShouldGivePayloadsThatDecode() {
        run(QrEncodeCommand::new,
            "{\"bin\":\"970422\",\"account\":\"0123456789\",\"service\":\"QRIBFTTA\",\"amount\":50000,"
            + "\"memo\":\"PP7K3M9Q2X: phở\",\"name\":\"Phở Hoa\",\"city\":\"Hà Nội\",\"mcc\":\"5812\"}\n");
        String payload = answers().getFirst().getString("payload");
        out.reset();
        run(QrDecodeCommand::new, payload);
        JsonObject decoded = answers().getFirst();
        assertEquals("OK", decoded.getString("verdict"));
        assertEquals("PP7K3M9Q2X PHO", decoded.getJsonObject("vietqr").getString("memo"));
        assertEquals("Pho Hoa", decoded.getJsonObject("fields").getString("59"));
        assertEquals(50_000, decoded.getJsonObject("vietqr").getInteger("amount"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "7", "null", "{\"bin\":\"970422\"}", "{\"bin\":970422,\"account\":\"1\"}",
        "{\"bin\":\"970422\",\"account\":\"1\",\"amount\":1.5}",
        "{\"bin\":\"970422\",\"account\":\"1\",\"amount\":\"1\"}",
        "{\"bin\":\"970422\",\"account\":\"1\",\"amount\":0}", "{\"bin\":\"970422\",\"account\":\"1\",\"memmo\":\"x\"}",
        "{\"bin\":\"970422\",\"account\":\"1\",\"amount\":99999999999999999999}",
        "{\"bin\":\"970422\",\"account\":\"1\",\"service\":\"QRPUSH\"}"})
    void encodeShouldAnswerWithAnErrorAndGoOnWhenALineIsWrong(String line) {
        assertEquals(0, run(QrEncodeCommand::new, line + "\n{\"bin\":\"970422\",\"account\":\"1\"}"));
        assertTrue(answers().get(0).containsKey("error"), out.toString(StandardCharsets.UTF_8));
        assertTrue(answers().get(1).containsKey("payload"));
    }

    @Test
    void verifyShouldAnswerWithResultAndClaims() {
        Path jwks = Path.of("src/test/resources/vn/phopay/qr/rfc8032-jwks.json");
        String input = SIGNED + "\n" + SIGNED.replace("8EF7", "8EF8") + "\n" + DYNAMIC;
        assertEquals(0, run(this::verify, input, "--jwks", jwks.toString(), "--guid", "vn.example.hnqr",
            "--at", "2026-06-01T07:00:00+07:00"));
        assertEquals(List.of(
            new JsonObject().put("result", "VALID").put("serial", "7Q4K2ZP9XD3MW").put("keyId", "If4x36FU")
                .put("issuedAt", "2026-01-01T00:00:00Z").put("expiresAt", "2027-01-01T00:00:00Z"),
            new JsonObject().put("result", "BAD_CRC"), new JsonObject().put("result", "UNSIGNED")), answers());
    }

    @Test
    void verifyShouldFailWithoutAnswersWhenUsedWrongly() {
        assertEquals(2, run(this::verify, SIGNED));
        assertEquals(2, run(this::verify, SIGNED, "--jwks", "x", "--at", "yesterday"));
        assertEquals(1, run(this::verify, SIGNED, "--jwks", "no-such-file"));
        assertEquals(1, run(this::verify, SIGNED, "--jwks", "pom.xml"));
        assertEquals(2, run(this::verify, SIGNED, "--jwks", "keys-sample/qr/jwks.json", "--guid", "x"));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void helpShouldNameExitCodes() {
        ByteArrayOutputStream help = new ByteArrayOutputStream();
        new CommandLine(new QrCommand()).usage(new PrintStream(help, true, StandardCharsets.UTF_8));
        assertTrue(help.toString(StandardCharsets.UTF_8).contains("2   wrong use"));
    }

    private QrVerifyCommand verify(Console console) {
        return new QrVerifyCommand(console, Clock.systemUTC());
    }

    private int run(Function<Console, Object> command, String input, String... args) {
        InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        Console console = new Console(in, new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
        return new CommandLine(command.apply(console)).execute(args);
    }

    private List<JsonObject> answers() {
        return out.toString(StandardCharsets.UTF_8).lines().map(JsonObject::new).toList();
    }
}
