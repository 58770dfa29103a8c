package vn.phopay.http.merchant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phopay.http.merchant.MerchantFixture.MERCHANTS;
import static vn.phopay.http.merchant.MerchantFixture.account;
import static vn.phopay.http.merchant.MerchantFixture.body;
import static vn.phopay.http.merchant.MerchantFixture.registration;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.access.Role;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.merchant.OutletView;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

class PostMerchantDecisionTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("post_decision");

    private MerchantFixture fixture;
    private JsonObject sent;
    private JsonObject merchant;
    private String id;
    private String registrar;

    @BeforeEach
    void open() throws Exception {
        fixture = new MerchantFixture(DB);
        sent = registration();
        merchant = fixture.registered(sent);
        id = merchant.getString("id");
        registrar = fixture.staff(Role.REGISTRAR);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void decideShouldWalkTheWholeLifeWhenStepsAreInOrder() {
        assertEquals("APPROVED", decided("approve"));
        assertEquals("SUSPENDED", decided("suspend"));
        assertEquals("APPROVED", decided("reinstate"));

        assertEquals(
                List.of(
                        "null PENDING ANYONE null",
                        "PENDING APPROVED REGISTRAR vì approve",
                        "APPROVED SUSPENDED REGISTRAR vì suspend",
                        "SUSPENDED APPROVED REGISTRAR vì reinstate"),
                fixture.rows("SELECT from_status, to_status, actor_role, reason FROM merchant_transition"
                        + " WHERE merchant_id = '" + uuid() + "' ORDER BY sequence"));
        assertEquals(
                List.of("merchant.register", "merchant.approve", "merchant.suspend", "merchant.reinstate"),
                fixture.rows("SELECT action FROM audit_entry WHERE subject_id = '" + id + "' ORDER BY audit_entry_id"));
    }

    @Test
    void approveShouldApproveTheAccountWhenItWaits() {
        JsonObject approved = body(200, fixture.decide(id, "approve", registrar));

        assertEquals("APPROVED", approved.getJsonObject("account").getString("status"));
        assertEquals("2026-11-23T09:00:00+07:00", approved.getString("approvedAt"));
        OutletView outlet = outletView();
        assertEquals(true, outlet.mayIssueCodes());
        assertEquals("Phở Hoa", outlet.merchant().displayName());
        assertEquals("Quận Hoàn Kiếm", outlet.place().districtName());
        assertEquals("Hàng Ngang", outlet.place().streetName().orElseThrow());
    }

    @Test
    void decideShouldBeRefusedWhenTheStateDoesNotAllowIt() {
        assertEquals("MERCHANT_WRONG_STATE", refused("suspend"));
        assertEquals("MERCHANT_WRONG_STATE", refused("reinstate"));
        decided("approve");
        assertEquals("MERCHANT_WRONG_STATE", refused("approve"));
        assertEquals("MERCHANT_WRONG_STATE", refused("reject"));
    }

    @Test
    void approveShouldBeRefusedWhenARejectedRegistrationWasNotCorrected() {
        assertEquals("REJECTED", decided("reject"));
        assertEquals("MERCHANT_WRONG_STATE", refused("approve"));

        String owner = fixture.owner(sent);
        JsonObject seen = body(200, fixture.get(MERCHANTS + '/' + id, owner));
        assertEquals("vì reject", seen.getJsonObject("lastDecision").getString("reason"));
        JsonObject correction = new JsonObject().put("legalName", "Hộ kinh doanh Nguyễn Thị Hoà");
        assertEquals("PENDING",
                body(200, fixture.patch(MERCHANTS + '/' + id, correction, owner, "*")).getString("status"));
        assertEquals("APPROVED", decided("approve"));
    }

    @Test
    void decideShouldBeForbiddenWhenTheRoleMayNotDecide() {
        body(403, fixture.decide(id, "approve", fixture.owner(sent)));
        body(403, fixture.decide(id, "approve", fixture.staff(Role.ANALYST)));
        body(401, fixture.http.send("POST", MERCHANTS + '/' + id + "/approve", new JsonObject()));
        assertEquals("PENDING", body(200, fixture.get(MERCHANTS + '/' + id, registrar)).getString("status"));
    }

    @Test
    void decideShouldFindNothingWhenStaffIsOfAnotherDistrict() {
        body(404, fixture.decide(id, "approve", fixture.staff(Role.REGISTRAR, "001", "003")));
        body(404, fixture.get(MERCHANTS + '/' + id, fixture.staff(Role.ANALYST, "001")));
        body(200, fixture.decide(id, "approve", fixture.staff(Role.REGISTRAR, "001", "002")));
        body(404, fixture.decide("mch_00000000000000000000000000", "approve", registrar));
        body(404, fixture.decide("mch_x", "approve", registrar));
    }

    @Test
    void approveShouldHappenOnceWhenManyDecideAtOnce() throws Exception {
        List<Integer> statuses = AtOnce.run(8, i -> fixture.decide(id, "approve", registrar).statusCode());

        assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses.toString());
        assertEquals(7, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
        assertEquals(
                List.of("1"),
                fixture.rows("SELECT count(*) FROM merchant_transition WHERE to_status = 'APPROVED' AND merchant_id = '"
                        + uuid() + "'"));
    }

    @Test
    void approveShouldDecideAboutTheAccountAloneWhenAnApprovedMerchantAddedOne() {
        decided("approve");
        JsonObject further = body(201, fixture.http.send("POST", MERCHANTS + '/' + id + "/accounts", account(),
                "authorization", fixture.owner(sent)));
        assertEquals("PENDING", further.getString("status"));

        JsonObject approved = body(200, fixture.decide(id, "approve", registrar));

        assertEquals(
                List.of("APPROVED", "APPROVED"),
                approved.getJsonArray("accounts").stream().map(a -> ((JsonObject) a).getString("status")).toList());
        String mainAccount = merchant.getJsonObject("account").getString("id");
        assertEquals(mainAccount, approved.getJsonObject("account").getString("id"));
        assertEquals(mainAccount, outletView().account().orElseThrow().id().toString());
        assertEquals(
                List.of("2"),
                fixture.rows("SELECT count(*) FROM merchant_transition WHERE merchant_id = '" + uuid() + "'"));
    }

    @Test
    void accountShouldBeRefusedWhenItIsTakenOrNotTheOwners() {
        String path = MERCHANTS + '/' + id + "/accounts";
        JsonObject other = registration();
        fixture.registered(other);

        JsonObject taken = body(409, fixture.http.send(
                "POST", path, other.getJsonObject("account"), "authorization", fixture.owner(sent)));

        assertEquals("MERCHANT_ACCOUNT_TAKEN", taken.getString("code"));
        body(409, fixture.http.send("POST", path, sent.getJsonObject("account"), "authorization", fixture.owner(sent)));
        body(404, fixture.http.send("POST", path, account(), "authorization", fixture.owner(other)));
        body(403, fixture.http.send("POST", path, account(), "authorization", registrar));
    }

    private OutletView outletView() {
        OutletId outlet =
                OutletId.parse(merchant.getJsonArray("outlets").getJsonObject(0).getString("id")).orElseThrow();
        return await(fixture.registry.merchants().outletWithMerchant(fixture.pool, outlet)).orElseThrow();
    }

    private String decided(String action) {
        return body(200, fixture.decide(id, action, registrar)).getString("status");
    }

    private String refused(String action) {
        return body(409, fixture.decide(id, action, registrar)).getString("code");
    }

    private String uuid() {
        return MerchantId.parse(id).orElseThrow().value().toString();
    }
}
