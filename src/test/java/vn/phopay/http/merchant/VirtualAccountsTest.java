package vn.phopay.http.merchant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phopay.http.merchant.MerchantFixture.MERCHANTS;
import static vn.phopay.http.merchant.MerchantFixture.body;
import static vn.phopay.http.merchant.MerchantFixture.registration;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.access.Role;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

class VirtualAccountsTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("virtual_accounts").keepingInvariants();

    private static final String NONE = "acc_01993f4a1c2e7b508d1f3a6b9c0d4e23";

    private MerchantFixture fixture;
    private JsonObject merchant;
    private String path;
    private String owner;
    private String registrar;

    @BeforeEach
    void open() throws Exception {
        fixture = new MerchantFixture(DB);
        JsonObject sent = registration();
        String id = fixture.registered(sent).getString("id");
        owner = fixture.owner(sent);
        registrar = fixture.staff(Role.REGISTRAR);
        merchant = body(200, fixture.get(MERCHANTS + '/' + id, owner));
        path = MERCHANTS + '/' + id + "/virtual-accounts";
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void postShouldRegisterANumberOnceAndKeepWhoDidIt() {
        String number = "96" + System.nanoTime();
        JsonObject order = order(number).put("outletId", outletId());

        JsonObject added = body(201, post(order, registrar));

        assertEquals(number, added.getString("number"));
        assertEquals("970422", added.getString("bankBin"));
        assertEquals(outletId(), added.getString("outletId"));
        assertEquals(added, body(200, fixture.get(path, owner)).getJsonArray("items").getJsonObject(0));
        body(409, post(order(number), registrar));
        assertEquals(List.of("1"), fixture.rows(
                "SELECT count(*) FROM audit_entry WHERE action = 'merchant.add-virtual-account'"
                + " AND subject_id = '" + merchant.getString("id") + "' AND actor_role = 'REGISTRAR'"));
    }

    @Test
    void postShouldBeForbiddenForTheMerchantItself() {
        body(403, post(order("1"), owner));
        body(403, post(order("1"), fixture.staff(Role.ANALYST)));
        body(404, post(order("1"), fixture.staff(Role.REGISTRAR, "001")));
        assertEquals(0, body(200, fixture.get(path, owner)).getJsonArray("items").size());
        body(404, fixture.get(path, fixture.staff(Role.ANALYST, "001")));
    }

    @Test
    void postShouldRefuseWhatIsNotTheMerchantsOrNoNumber() {
        body(400, post(order("1").put("accountId", NONE), registrar));
        body(400, post(order("1").put("outletId", "out_01993f4a1c2e7b508d1f3a6b9c0d4e23"), registrar));
        body(400, post(order("1 2"), registrar));
        body(400, post(order("1".repeat(35)), registrar));
        body(201, post(order("A".repeat(34)), registrar));
    }

    @Test
    void toleranceShouldBeZeroUntilTheMerchantSaysOtherwise() {
        String merchantPath = MERCHANTS + '/' + merchant.getString("id");
        assertEquals(0, merchant.getLong("amountToleranceVnd"));
        body(400, patch(merchantPath, -1));
        body(400, patch(merchantPath, 100_001));
        assertEquals(100_000, body(200, patch(merchantPath, 100_000)).getLong("amountToleranceVnd"));
        assertEquals(0, body(200, patch(merchantPath, 0)).getLong("amountToleranceVnd"));
        assertEquals(List.of("2"), fixture.rows(
                "SELECT count(*) FROM audit_entry WHERE action = 'merchant.edit' AND subject_id = '"
                + merchant.getString("id") + "' AND details -> 'changed' ? 'amountToleranceVnd'"));
    }

    private HttpResponse<String> patch(String merchantPath, long vnd) {
        String tag = fixture.get(merchantPath, owner).headers().firstValue("etag").orElseThrow();
        return fixture.http.send("PATCH", merchantPath, new JsonObject().put("amountToleranceVnd", vnd),
                "authorization", owner, "if-match", tag);
    }

    private JsonObject order(String number) {
        return new JsonObject()
                .put("number", number)
                .put("accountId", merchant.getJsonObject("account").getString("id"));
    }

    private String outletId() {
        return merchant.getJsonArray("outlets").getJsonObject(0).getString("id");
    }

    private HttpResponse<String> post(JsonObject order, String who) {
        return fixture.http.send("POST", path, order, "authorization", who);
    }
}
