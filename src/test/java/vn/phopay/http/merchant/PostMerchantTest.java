package vn.phopay.http.merchant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.http.merchant.MerchantFixture.body;
import static vn.phopay.http.merchant.MerchantFixture.registration;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.pointer.JsonPointer;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

class PostMerchantTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("post_merchant");

    private MerchantFixture fixture;

    @BeforeEach
    void open() throws Exception {
        fixture = new MerchantFixture(DB);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void postShouldRegisterAPendingMerchantWhenEverythingIsInOrder() {
        JsonObject sent = registration();

        HttpResponse<String> answer = fixture.register(sent);

        JsonObject merchant = body(201, answer);
        String id = merchant.getString("id");
        assertTrue(id.matches("mch_[0-9a-z]{26}"));
        assertEquals("PENDING", merchant.getString("status"));
        assertEquals("/api/v1/merchants/" + id, answer.headers().firstValue("location").orElseThrow());
        JsonObject outlet = merchant.getJsonArray("outlets").getJsonObject(0);
        assertTrue(outlet.getString("id").matches("out_[0-9a-z]{26}"));
        assertEquals("00070", outlet.getString("wardCode"));
        assertEquals("2026-11-23", outlet.getString("locatedSince"));
        JsonObject account = merchant.getJsonObject("account");
        assertEquals(sent.getJsonObject("account").getString("accountNumber"), account.getString("accountNumber"));
        assertEquals("NGUYEN THI HOA", account.getString("accountName"));
        assertEquals("PENDING", account.getString("status"));
        assertFalse(answer.body().contains("password"));
    }

    @Test
    void postShouldKeepWhoAndWhenWhenAMerchantIsRegistered() {
        fixture.registered(registration());

        assertEquals(
                List.of("null PENDING 2026-11-23 ANYONE"),
                fixture.rows("SELECT from_status, to_status, business_date, actor_role FROM merchant_transition"
                        + " ORDER BY sequence DESC LIMIT 1"));
        assertEquals(
                List.of("merchant.register ANYONE MERCHANT"),
                fixture.rows("SELECT action, actor_role, subject_kind FROM audit_entry WHERE action LIKE 'merchant%'"
                        + " ORDER BY audit_entry_id DESC LIMIT 1"));
    }

    @Test
    void ownerShouldLogInAndSeeItsStateWhenItIsNotApprovedYet() {
        JsonObject sent = registration();
        String id = fixture.registered(sent).getString("id");

        JsonObject seen = body(200, fixture.get("/api/v1/merchants/" + id, fixture.owner(sent)));

        assertEquals("PENDING", seen.getString("status"));
        assertEquals(sent.getString("taxCode"), seen.getString("taxCode"));
        assertEquals("2026-11-23T09:00:00+07:00", seen.getString("createdAt"));
    }

    @ParameterizedTest
    @CsvSource({
        "/legalName, ''",
        "/displayName, 'a\u202eb'",
        "/taxCode, 8012345678",
        "/phone, +15551234567",
        "/categoryCode, 581",
        "/password, seven77",
        "/locale, fr",
        "/account/bankBin, 999999",
        "/account/accountNumber, 01234567890123456789",
        "/account/accountName, Иван",
        "/outlets/0/name, ''",
        "/outlets/0/address, ''",
        "/outlets/0/districtCode, 999",
        "/outlets/0/wardCode, 10489",
        "/outlets/0/streetId, ngu-xa"
    })
    void postShouldPointAtTheFieldWhenOneIsWrong(String pointer, String value) {
        JsonObject sent = registration();
        JsonPointer.from(pointer).writeJson(sent, value);

        JsonObject problem = body(400, fixture.register(sent));

        assertEquals(
                List.of(pointer),
                problem.getJsonArray("errors").stream().map(e -> ((JsonObject) e).getString("pointer")).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "legalName", "displayName", "taxCode", "phone", "categoryCode", "password", "account", "outlets"
    })
    void postShouldPointAtTheFieldWhenOneIsMissing(String field) {
        JsonObject sent = registration();
        sent.remove(field);

        assertEquals(
                "/" + field,
                body(400, fixture.register(sent)).getJsonArray("errors").getJsonObject(0).getString("pointer"));
    }

    @Test
    void postShouldRefuseOutletsWhenThereAreNoneOrTooMany() {
        JsonArray fifty = new JsonArray();
        Stream.generate(() -> MerchantFixture.outlet("002", "hang-ngang")).limit(50).forEach(fifty::add);

        body(400, fixture.register(registration().put("outlets", new JsonArray())));
        body(400, fixture.register(registration().put("outlets", fifty.copy().add(fifty.getJsonObject(0)))));
        assertEquals(50, fixture.registered(registration().put("outlets", fifty)).getJsonArray("outlets").size());
    }

    @Test
    void postShouldNameWhatIsTakenWhenAnotherMerchantHasIt() {
        JsonObject first = registration();
        fixture.registered(first);

        assertEquals("MERCHANT_TAX_CODE_TAKEN", conflict(registration().put("taxCode", first.getString("taxCode"))));
        assertEquals("MERCHANT_PHONE_TAKEN", conflict(registration().put("phone", first.getString("phone"))));
        assertEquals("MERCHANT_ACCOUNT_TAKEN", conflict(registration().put("account", first.getJsonObject("account"))));
    }

    @Test
    void postShouldLeaveNothingBehindWhenTheAccountIsTaken() {
        JsonObject first = registration();
        fixture.registered(first);
        JsonObject second = registration();
        JsonObject account = second.getJsonObject("account");

        conflict(second.put("account", first.getJsonObject("account")));

        fixture.registered(second.put("account", account));
    }

    @Test
    void postShouldRegisterOneWhenTheSameTaxCodeIsSentManyTimesAtOnce() throws Exception {
        String taxCode = registration().getString("taxCode");

        List<Integer> statuses = AtOnce.run(
                8, i -> fixture.register(registration().put("taxCode", taxCode)).statusCode());

        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses.toString());
        assertEquals(7, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
        assertEquals(List.of("1"), fixture.rows("SELECT count(*) FROM merchant WHERE tax_code = '" + taxCode + "'"));
    }

    @Test
    void postShouldGiveTheFirstAnswerWhenTheIdempotencyKeyIsRepeated() {
        JsonObject sent = registration();
        String id = body(201, fixture.register(sent, "idempotency-key", "k-" + sent.getString("taxCode")))
                .getString("id");

        HttpResponse<String> again = fixture.register(sent, "idempotency-key", "k-" + sent.getString("taxCode"));

        assertEquals(id, body(201, again).getString("id"));
    }

    @Test
    void postShouldAnswerConflictWhenARefusedRegistrationHasAnIdempotencyKey() {
        JsonObject first = registration();
        fixture.registered(first);
        JsonObject second = registration().put("taxCode", first.getString("taxCode"));

        body(409, fixture.register(second, "idempotency-key", "refused-" + second.getString("phone")));
    }

    private String conflict(JsonObject sent) {
        return body(409, fixture.register(sent)).getString("code");
    }
}
