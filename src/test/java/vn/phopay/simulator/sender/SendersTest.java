package vn.phopay.simulator.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.phopay.simulator.sender.Movement.Payer;
import vn.phopay.simulator.sender.Senders.Credentials;

/** Senders against published examples, and where there is none against what openssl makes of the documented text. */
class SendersTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:15:00Z");
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final Movement PAID = new Movement("FT26326000001", 4_088_878_653L, "FT26326777", "0123456789",
            null, 50_000, "PP7K3M9Q2X", NOW, new Payer("NGUYEN VAN AN", "9000111", "970436"), null);

    @Test
    void standardShouldSignThePublishedExampleOfStandardWebhooks() {
        assertEquals("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                new StandardSender("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                        .sign("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "{\"test\": 2432232314}"));
    }

    @Test
    void payosShouldSignThePublishedExampleOfPayos() {
        JsonObject data = new JsonObject().put("orderCode", 0).put("description", "ABC456").put("amount", 3300)
                .put("returnUrl", "http://localhost").put("cancelUrl", "http://localhost");
        assertEquals("189864813370cdf819974dc3f63c3a93a7e7af0a0d10b21344b14e4f7358999b",
                new PayosSender("test_checksum_key").sign(data));
    }

    @Test
    void payosShouldSignNothingForNullAndKeepLongNumbers() {
        JsonObject data = new JsonObject().put("b", null).put("a", 4_088_878_653_123L)
                .put("list", JsonArray.of(new JsonObject().put("y", 1).put("x", "đ")));
        assertEquals("a=4088878653123&b=&list=[{\"x\":\"đ\",\"y\":1}]", Signing.pairs(data));
    }

    @Test
    void cassoShouldSignTheSortedBodyAndSendItUnsorted() {
        JsonObject body = new JsonObject().put("error", 0).put("data", new JsonObject()
                .put("id", 17).put("amount", 599_000).put("description", "Cà phê /a <b> & \"c\""));
        String text = "1734924830020." + Signing.sorted(body);
        assertEquals("a42e8e56620410e6f815942f124d36a6d95563b2464946ddf6ba1296a7d26b5d"
                        + "18b307d2fa57f3580219e76bd0cae13ee4cba9307a5a4c8f4c1d1e9f40c63a64",
                Signing.hex(Signing.SHA_512, "casso-test-key-0123456789", text));

        Call call = sender("casso2").tell(List.of(PAID), NOW);
        assertTrue(call.header("X-Casso-Signature").startsWith("t=" + NOW.toEpochMilli() + ",v1="));
        assertTrue(call.text().startsWith("{\n"), "re-spaced, so that the raw bytes are not what was signed");
    }

    @Test
    void momoShouldSignItsFixedOrderWithTheAccessKey() {
        MomoSender momo = new MomoSender("F8BBA842ECF85", "K951B6PE1waDMi640xX08PD3vg6EkVlz");
        JsonObject body = new JsonObject().put("amount", 10_000).put("extraData", "").put("message", "Successful.")
                .put("orderId", "M1").put("orderInfo", "Cà phê").put("orderType", "momo_wallet")
                .put("partnerCode", "MOMOTEST").put("payType", "qr").put("requestId", "M1")
                .put("responseTime", 1_764_000_000_000L).put("resultCode", 0).put("transId", 4_088_878_653L);
        assertEquals("9d03bce7776e9eaac2bbc45725ab1bd831ec7d5810e3ae1ddedbdf6fe9804011",
                Signing.hex(Signing.SHA_256, "K951B6PE1waDMi640xX08PD3vg6EkVlz", momo.text(body)));
    }

    @Test
    void zalopayShouldSignItsDataAsText() {
        assertEquals("6f01537390fd48551ecd161fd921d8475e0968cf2e2afe8cadfc5e41e624b8e3",
                Signing.hex(Signing.SHA_256, "kLtgPl8HHhfvMuDHPwKfgfsY4Ydm9eIz", "{\"app_id\":2553}"));
        JsonObject body = new JsonObject(sender("zalopay").tell(List.of(PAID), NOW).text());
        assertEquals(Signing.hex(Signing.SHA_256, SECRET, body.getString("data")), body.getString("mac"));
    }

    @Test
    void vnpayShouldSignTheQueryAsItEncodesIt() {
        String query = VnpaySender.query(Map.of("vnp_OrderInfo", "Ca phe * ~ 1", "vnp_Amount", "1000000", "vnp_X", ""));
        assertEquals("vnp_Amount=1000000&vnp_OrderInfo=Ca+phe+*+%7E+1", query);
        assertEquals("28de8efd7ce6115701baa8dfe1eefd8550723a701a4e8af2239fafba5bab26f3"
                        + "12da04464f6263e2ee2d4f7c5bdf1e0bc769f10bd09ac1d366c7cc0f4db6ac93",
                Signing.hex(Signing.SHA_512, "VNPAYSECRET", query));
        assertTrue(sender("vnpay").tell(List.of(PAID), NOW).path().contains("vnp_Amount=5000000&"));
    }

    @Test
    void sepayShouldSendItsKeyAlongOrSign() {
        Credentials key = new Credentials("api-key", SECRET, "");
        assertEquals("Apikey " + SECRET, Senders.of("sepay", key).tell(List.of(PAID), NOW).header("authorization"));
        Call signed = sender("sepay").tell(List.of(PAID), NOW);
        assertEquals("sha256=" + Signing.hex(Signing.SHA_256, SECRET, NOW.getEpochSecond() + "." + signed.text()),
                signed.header("x-sepay-signature"));
    }

    @Test
    void vietQrVnShouldFetchATokenBeforeItTellsAndAgainWhenItIsRefused() {
        Sender sender = Senders.of("vietqrvn", new Credentials("basic", "pass", "user"));
        Call login = sender.fetchToken(NOW).orElseThrow();
        assertEquals("Basic dXNlcjpwYXNz", login.header("authorization"));
        sender.takeToken(new Answer(200, "{\"access_token\":\"t1\",\"token_type\":\"Bearer\",\"expires_in\":300}", 0),
                NOW);
        assertTrue(sender.fetchToken(NOW.plus(Duration.ofSeconds(269))).isEmpty());
        assertEquals("Bearer t1", sender.tell(List.of(PAID), NOW).header("authorization"));
        assertTrue(sender.fetchToken(NOW.plus(Duration.ofSeconds(271))).isPresent(), "it is about to expire");
        assertEquals(Verdict.AGAIN, sender.judge(new Answer(401, "", 0)));
        assertTrue(sender.fetchToken(NOW).isPresent());
    }

    @Test
    void judgeShouldReadEachReceiversOwnWords() {
        assertEquals(Verdict.KNOWN, judge("standard", 200, "{\"results\":[{\"status\":\"DUPLICATE\"}]}"));
        assertEquals(Verdict.TAKEN, judge("standard", 200, "{\"results\":[{\"status\":\"ACCEPTED\"}]}"));
        assertEquals(Verdict.GIVEN_UP, judge("standard", 401, ""));
        assertEquals(Verdict.AGAIN, judge("sepay", 200, "{\"success\":false}"));
        assertEquals(Verdict.TAKEN, judge("sepay", 201, "{\"success\":true}"));
        assertEquals(Verdict.KNOWN, judge("vnpay", 200, "{\"RspCode\":\"02\",\"Message\":\"\"}"));
        assertEquals(Verdict.AGAIN, judge("vnpay", 200, "{\"RspCode\":\"97\",\"Message\":\"\"}"));
        assertEquals(Verdict.TAKEN, judge("momo", 204, ""));
        assertEquals(Verdict.AGAIN, judge("momo", 200, ""));
        assertEquals(Verdict.GIVEN_UP, judge("zalopay", 200, "{\"return_code\":-1}"));
        assertEquals(Verdict.AGAIN, judge("zalopay", 200, "{\"return_code\":0}"));
        assertEquals(Verdict.AGAIN, judge("vietqrvn", 503, "{\"error\":true,\"errorReason\":\"TRY_LATER\"}"));
        assertEquals(Verdict.GIVEN_UP, judge("vietqrvn", 400, "{\"error\":true,\"errorReason\":\"E1\"}"));
        assertEquals(Verdict.AGAIN, judge("payos", 0, ""));
    }

    @Test
    void everySenderShouldTellAndBeUnreadableAndForgeableInItsOwnWay() {
        Movement numeric = PAID.through("96247ABC");
        for (String dialect : Senders.DIALECTS) {
            Sender sender = sender(dialect);
            String told = telling(sender.tell(List.of(numeric), NOW));
            assertTrue(told.contains("50000"), told);
            assertTrue(!telling(sender.tellUnreadable(numeric, NOW)).equals(told), dialect);
            assertTrue(!sender.idOf(numeric).isEmpty() && !sender.pauses().isEmpty());
            assertEquals(dialect, sender.dialect());
        }
        assertThrows(IllegalArgumentException.class, () -> Senders.of("morse", new Credentials("", SECRET, "")));
    }

    private static String telling(Call call) {
        return call.path() + call.text();
    }

    private static Verdict judge(String dialect, int status, String body) {
        return sender(dialect).judge(new Answer(status, body, 0));
    }

    private static Sender sender(String dialect) {
        boolean webhooks = dialect.equals("standard");
        String secret = webhooks ? "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" : SECRET;
        assertEquals(SECRET.length(), SECRET.getBytes(StandardCharsets.UTF_8).length);
        return Senders.of(dialect, new Credentials("hmac-sha256", secret, "F8BBA842ECF85"));
    }
}
