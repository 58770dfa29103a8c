package vn.phopay.http.merchant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static vn.phopay.http.merchant.MerchantFixture.MERCHANTS;
import static vn.phopay.http.merchant.MerchantFixture.account;
import static vn.phopay.http.merchant.MerchantFixture.body;
import static vn.phopay.http.merchant.MerchantFixture.etag;
import static vn.phopay.http.merchant.MerchantFixture.registration;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.access.Role;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

class PatchMerchantTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("patch_merchant");

    private MerchantFixture fixture;
    private JsonObject sent;
    private String path;
    private String owner;
    private String registrar;

    @BeforeEach
    void open() throws Exception {
        fixture = new MerchantFixture(DB);
        sent = registration();
        path = MERCHANTS + '/' + fixture.registered(sent).getString("id");
        owner = fixture.owner(sent);
        registrar = fixture.staff(Role.REGISTRAR);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void patchShouldChangeOnlyWhatIsNamedWhenTheTagIsFresh() {
        HttpResponse<String> read = fixture.get(path, owner);

        HttpResponse<String> answer = patch(new JsonObject().put("displayName", "Phở Hoà"), etag(read));

        JsonObject before = body(200, read);
        JsonObject after = body(200, answer);
        assertEquals("Phở Hoà", after.getString("displayName"));
        assertEquals(before.getString("legalName"), after.getString("legalName"));
        assertEquals(before.getJsonObject("account"), after.getJsonObject("account"));
        assertNotEquals(etag(read), etag(answer));
        assertEquals(etag(answer), etag(fixture.get(path, owner)));
        assertEquals("no-store", read.headers().firstValue("cache-control").orElseThrow());
    }

    @Test
    void patchShouldBeRefusedWhenTheTagIsMissingOrStale() {
        String seen = etag(fixture.get(path, owner));
        body(200, patch(new JsonObject().put("displayName", "A"), seen));

        body(412, patch(new JsonObject().put("displayName", "B"), seen));
        body(412, patch(new JsonObject().put("displayName", "B"), "W/" + seen));
        body(428, fixture.http.send("PATCH", path, new JsonObject().put("displayName", "B"), "authorization", owner));
        assertEquals("A", body(200, fixture.get(path, owner)).getString("displayName"));
    }

    @Test
    void patchShouldWinOnceWhenManyEditTheSameVersionAtOnce() throws Exception {
        String seen = etag(fixture.get(path, owner));

        List<Integer> statuses =
                AtOnce.run(8, i -> patch(new JsonObject().put("displayName", "Quán " + i), seen).statusCode());

        assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses.toString());
        assertEquals(7, statuses.stream().filter(status -> status == 412).count(), statuses.toString());
    }

    @Test
    void patchShouldPutTheAccountBackToPendingWhenAnApprovedMerchantChangesIt() {
        String id = path.substring(MERCHANTS.length() + 1);
        body(200, fixture.decide(id, "approve", registrar));
        String newNumber = account().getString("accountNumber");

        JsonObject changed = body(200, patch(
                new JsonObject().put("account", new JsonObject().put("accountNumber", newNumber)), "*"));

        assertEquals("APPROVED", changed.getString("status"));
        assertEquals(newNumber, changed.getJsonObject("account").getString("accountNumber"));
        assertEquals("NGUYEN THI HOA", changed.getJsonObject("account").getString("accountName"));
        assertEquals(List.of("PENDING", "REPLACED"), accountStatuses(changed));
        JsonObject approved = body(200, fixture.decide(id, "approve", registrar));
        assertEquals(List.of("APPROVED", "REPLACED"), accountStatuses(approved));
    }

    @Test
    void patchShouldReopenTheOldAccountWhenTheOwnerGoesBackToIt() {
        JsonObject first = sent.getJsonObject("account");
        body(200, patch(new JsonObject().put("account", account()), "*"));

        JsonObject back = body(200, patch(new JsonObject().put("account", first), "*"));

        assertEquals(first.getString("accountNumber"), back.getJsonObject("account").getString("accountNumber"));
        assertEquals(List.of("PENDING", "REPLACED"), accountStatuses(back));
    }

    @Test
    void patchShouldAskForAWholeAccountWhenTheOldOneWasTurnedDown() {
        String id = path.substring(MERCHANTS.length() + 1);
        body(200, fixture.decide(id, "approve", registrar));
        body(200, patch(new JsonObject().put("account", account()), "*"));
        assertEquals(
                List.of("REJECTED", "REPLACED"),
                accountStatuses(body(200, fixture.decide(id, "reject", registrar))).stream().sorted().toList());

        body(400, patch(new JsonObject().put("account", new JsonObject().put("accountName", "HOA")), "*"));
        JsonObject whole = body(200, patch(new JsonObject().put("account", account()), "*"));
        assertEquals("PENDING", whole.getJsonObject("account").getString("status"));
    }

    @Test
    void patchShouldMoveTheLoginWhenThePhoneChanges() {
        String newPhone = registration().getString("phone");

        body(200, patch(new JsonObject().put("phone", newPhone), "*"));

        fixture.owner(new JsonObject().put("phone", newPhone));
        JsonObject old = new JsonObject()
                .put("login", sent.getString("phone"))
                .put("password", MerchantFixture.PASSWORD);
        body(401, fixture.http.send("POST", "/api/v1/sessions", old));
    }

    @Test
    void patchShouldNameWhatIsTakenWhenAnotherMerchantHasIt() {
        JsonObject other = registration();
        fixture.registered(other);

        assertEquals("MERCHANT_TAX_CODE_TAKEN", conflict("taxCode", other.getValue("taxCode")));
        assertEquals("MERCHANT_PHONE_TAKEN", conflict("phone", other.getValue("phone")));
        assertEquals("MERCHANT_ACCOUNT_TAKEN", conflict("account", other.getValue("account")));
        assertEquals("PENDING", body(200, fixture.get(path, owner)).getJsonObject("account").getString("status"));
    }

    @Test
    void patchShouldLeaveTheCheckedNameAloneWhenTheOwnerAsksAfterApproval() {
        body(200, fixture.decide(path.substring(MERCHANTS.length() + 1), "approve", registrar));
        JsonObject rename = new JsonObject().put("legalName", "Ngân hàng Ngoại thương");

        assertEquals("/legalName", fault(patch(rename, "*")));
        assertEquals(
                "Ngân hàng Ngoại thương",
                body(200, fixture.patch(path, rename, registrar, "*")).getString("legalName"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "id", "outlets", "version", "password"})
    void patchShouldPointAtTheMemberWhenItCannotBeSet(String member) {
        assertEquals("/" + member, fault(patch(new JsonObject().put(member, new JsonArray()), "*")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"displayName", "taxCode", "phone", "account"})
    void patchShouldPointAtTheMemberWhenItCannotBeRemoved(String member) {
        assertEquals("/" + member, fault(patch(new JsonObject().putNull(member), "*")));
        assertEquals("/displayName", fault(patch(new JsonObject().put("displayName", " "), "*")));
    }

    @Test
    void patchShouldFindNothingWhenTheCallerIsAnotherMerchant() {
        JsonObject other = registration();
        fixture.registered(other);

        body(404, fixture.patch(path, new JsonObject().put("displayName", "X"), fixture.owner(other), "*"));
        body(404, fixture.get(path, fixture.owner(other)));
    }

    private HttpResponse<String> patch(JsonObject patch, String ifMatch) {
        return fixture.patch(path, patch, owner, ifMatch);
    }

    private String conflict(String member, Object value) {
        return body(409, patch(new JsonObject().put(member, value), "*")).getString("code");
    }

    private static String fault(HttpResponse<String> answer) {
        return body(400, answer).getJsonArray("errors").getJsonObject(0).getString("pointer");
    }

    private static List<String> accountStatuses(JsonObject merchant) {
        return merchant.getJsonArray("accounts").stream().map(a -> ((JsonObject) a).getString("status")).toList();
    }
}
