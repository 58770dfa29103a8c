package vn.phopay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.phopay.qr.Pem;
import vn.phopay.testing.Hmac;

class CallbackVerifyCommandTest {
    private static final Clock NOW = Clock.fixed(Instant.ofEpochSecond(1_795_313_700), ZoneOffset.UTC);
    private static final String STANDARD_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final JsonObject STANDARD = request("{\"test\": 2432232314}", new JsonObject()
            .put("Webhook-Id", "msg_p5jXN8AQM9LWM0D4loKWxJek").put("WEBHOOK-TIMESTAMP", 1_614_265_330)
            .put("webhook-signature", List.of("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    @Test
    void verifyShouldHoldThePublishedExampleOfStandardWebhooks() {
        for (String secret : List.of(STANDARD_SECRET, STANDARD_SECRET.substring("whsec_".length()))) {
            JsonObject answer = one(STANDARD, "--dialect", "standard", "--secret", secret, "--at", "1614265330");
            assertEquals(new JsonObject().put("valid", true).put("canonicalText",
                    "msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{\"test\": 2432232314}"), answer);
        }
        JsonObject late = one(STANDARD, "--dialect", "standard", "--secret", STANDARD_SECRET);
        assertEquals(false, late.getBoolean("valid"));
        assertTrue(late.getString("reason").contains("webhook-timestamp"), late.encode());
    }

    @Test
    void verifyShouldHoldThePublishedExampleOfPayos() {
        String body = "{\"data\":{\"orderCode\":0,\"amount\":3300,\"description\":\"ABC456\","
                + "\"returnUrl\":\"http://localhost\","
                + "\"cancelUrl\":\"http://localhost\"},\"signature\":"
                + "\"189864813370cdf819974dc3f63c3a93a7e7af0a0d10b21344b14e4f7358999b\"}";
        JsonObject answer = one(request(body, new JsonObject()), "--dialect", "payos", "--secret", "test_checksum_key");
        assertEquals("amount=3300&cancelUrl=http://localhost&description=ABC456&orderCode=0&returnUrl=http://localhost",
                answer.getString("canonicalText"));
        assertEquals(true, answer.getBoolean("valid"), answer.encode());
        JsonObject wrong = one(request(body, new JsonObject()), "--dialect", "payos", "--secret", "another");
        assertEquals(false, wrong.getBoolean("valid"));
        assertEquals(answer.getString("canonicalText"), wrong.getString("canonicalText"));
        assertFalse(wrong.getString("reason").isEmpty());
    }

    @Test
    void verifyShouldSpeakEveryDialectOfBanks() {
        String mac = Hmac.sha256("k", "1795313700.{}");
        JsonObject sepay = new JsonObject().put("X-SePay-Timestamp", "1795313700")
                .put("X-SePay-Signature", "sha256=" + mac.toUpperCase(Locale.ROOT));
        assertEquals("{\"valid\":true,\"canonicalText\":\"1795313700.{}\"}",
                one(request("{}", sepay), "--dialect", "sepay", "--secret", "k").encode());
        assertEquals("{\"valid\":true,\"canonicalText\":\"\"}", one(
                request("{}", new JsonObject().put("Authorization", "Apikey k")), "--dialect", "sepay", "--secret", "k")
                .encode());
        String casso = "t=1795313700000,v1=" + Hmac.sha512("k", "1795313700000.{\"a\":1,\"b\":2}");
        assertEquals("{\"valid\":true,\"canonicalText\":\"1795313700000.{\\\"a\\\":1,\\\"b\\\":2}\"}", one(
                request("{\"b\":2, \"a\":1}", new JsonObject().put("X-Casso-Signature", casso)),
                "--dialect", "casso2", "--secret", "k").encode());
    }

    @Test
    void verifyShouldShowWhatWalletsSign() {
        String query = "vnp_Amount=1500000&vnp_TxnRef=A+b";
        JsonObject vnpay = new JsonObject().put("query", "vnp_TxnRef=A+b&vnp_Amount=1500000&vnp_Empty=&vnp_SecureHash="
                + Hmac.sha512("k", query));
        assertEquals(new JsonObject().put("valid", true).put("canonicalText", query),
                one(vnpay, "--dialect", "vnpay", "--secret", "k"));
        assertEquals(false, one(vnpay, "--dialect", "vnpay", "--secret", "other").getBoolean("valid"));
        String text = "accessKey=a&amount=1&extraData=&message=&orderId=&orderInfo=&orderType=&partnerCode=&payType="
                + "&requestId=&responseTime=&resultCode=0&transId=";
        String momo = "{\"amount\":1,\"resultCode\":0,\"signature\":\"" + Hmac.sha256("k", text) + "\"}";
        assertEquals(new JsonObject().put("valid", true).put("canonicalText", text),
                one(request(momo, new JsonObject()), "--dialect", "momo", "--secret", "k", "--access-key", "a"));
        String zalopay = new JsonObject().put("data", "{}").put("mac", Hmac.sha256("k", "{}")).encode();
        assertEquals(new JsonObject().put("valid", true).put("canonicalText", "{}"),
                one(request(zalopay, new JsonObject()), "--dialect", "zalopay", "--secret", "k"));
    }

    @Test
    void verifyShouldJudgeTokensOfVietqrvnByPasswordOrByTheTokenItself() {
        String basic = "Basic " + Base64.getEncoder().encodeToString("u:p".getBytes(StandardCharsets.UTF_8));
        String[] key = {"--dialect", "vietqrvn", "--access-key", "u", "--secret", "p"};
        assertEquals(true, one(headers("Authorization", basic), key).getBoolean("valid"));
        assertEquals(false, one(headers("Authorization", "Bearer nothing"), key).getBoolean("valid"));
        assertEquals(true, one(headers("Authorization", "Bearer tok"), "--dialect", "vietqrvn", "--secret", "tok")
                .getBoolean("valid"));
    }

    @Test
    void verifyShouldTakeAPublicKeyAsFileAndAsText() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String pem = Pem.write("PUBLIC KEY", pair.getPublic().getEncoded());
        Path file = Files.writeString(directory.resolve("bank.pub.pem"), pem);
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(pair.getPrivate());
        signer.update("m.1795313700.phở".getBytes(StandardCharsets.UTF_8));
        JsonObject signed = request("phở", new JsonObject().put("webhook-id", "m")
                .put("webhook-timestamp", "1795313700")
                .put("webhook-signature", "v1a," + Base64.getEncoder().encodeToString(signer.sign())));
        for (String given : List.of(pem, file.toString())) {
            assertEquals(true, one(signed, "--dialect", "standard", "--public-key", given).getBoolean("valid"));
        }
        assertEquals(1, run("", "--dialect", "standard", "--public-key", directory.resolve("none.pem").toString()));
    }

    @Test
    void verifyShouldAnswerEveryLineWhenOneIsBroken() {
        String input = String.join("\n", "", "rubbish", "[]", "{}", "{\"headers\":1}", "{\"rawBody\":{}}",
                STANDARD.encode());
        assertEquals(0, run(input + "\n", "--dialect", "standard", "--secret", STANDARD_SECRET, "--at", "1614265330"));
        List<JsonObject> answers = answers();
        assertEquals(List.of(false, false, false, false, false, false, true),
                answers.stream().map(answer -> answer.getBoolean("valid")).toList());
        answers.subList(0, 6).forEach(answer -> assertFalse(answer.getString("reason").isEmpty(), answer.encode()));
    }

    @Test
    void verifyShouldEndWithTwoWhenItIsUsedWrongly() {
        assertEquals(2, run("", "--dialect", "swift", "--secret", "k"));
        assertEquals(2, run("", "--dialect", "payos"));
        assertEquals(2, run("", "--dialect", "payos", "--secret", ""));
        assertEquals(2, run("", "--dialect", "standard", "--secret", "whsec_*"));
        assertEquals(2, run("", "--secret", "k"));
    }

    private static JsonObject request(String body, JsonObject headers) {
        return new JsonObject().put("method", "POST").put("headers", headers).put("rawBody", body);
    }

    private static JsonObject headers(String name, String value) {
        return request("{}", new JsonObject().put(name, value));
    }

    private JsonObject one(JsonObject request, String... args) {
        out.reset();
        assertEquals(0, run(request.encode() + "\n", args), err.toString(StandardCharsets.UTF_8));
        return answers().getFirst();
    }

    private List<JsonObject> answers() {
        return out.toString(StandardCharsets.UTF_8).lines().map(JsonObject::new).toList();
    }

    private int run(String input, String... args) {
        Console console = new Console(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return new CommandLine(new CallbackVerifyCommand(console, NOW))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .execute(args);
    }
}
