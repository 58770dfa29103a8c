package vn.phopay.http.merchant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static vn.phopay.http.merchant.MerchantFixture.MERCHANTS;
import static vn.phopay.http.merchant.MerchantFixture.body;
import static vn.phopay.http.merchant.MerchantFixture.etag;
import static vn.phopay.http.merchant.MerchantFixture.registration;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.access.Role;
import vn.phopay.identity.OutletId;
import vn.phopay.merchant.Outlet;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

class PatchOutletTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("patch_outlet");

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 23);

    private MerchantFixture fixture;
    private String merchantPath;
    private OutletId outlet;
    private String owner;

    @BeforeEach
    void open() throws Exception {
        fixture = new MerchantFixture(DB);
        JsonObject sent = registration();
        JsonObject merchant = fixture.registered(sent);
        merchantPath = MERCHANTS + '/' + merchant.getString("id");
        outlet = OutletId.parse(merchant.getJsonArray("outlets").getJsonObject(0).getString("id")).orElseThrow();
        owner = fixture.owner(sent);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void patchShouldKeepWhereTheOutletStoodWhenItMoves() {
        fixture.clock.advance(Duration.ofDays(10));

        JsonObject moved = body(200, patch(new JsonObject().put("districtCode", "001").put("streetId", "ngu-xa"), "*"));

        assertEquals("00004", moved.getString("wardCode"));
        assertEquals("2026-12-03", moved.getString("locatedSince"));
        assertEquals(Optional.empty(), asOf(FIRST_DAY.minusDays(1)));
        assertEquals("002", asOf(FIRST_DAY).orElseThrow().districtCode());
        assertEquals("002", asOf(FIRST_DAY.plusDays(9)).orElseThrow().districtCode());
        assertEquals("001", asOf(FIRST_DAY.plusDays(10)).orElseThrow().districtCode());
        assertEquals(
                List.of("2026-11-23 2026-12-02", "2026-12-03 null"),
                fixture.rows("SELECT valid_from, valid_to FROM outlet_location WHERE outlet_id = '" + outlet.value()
                        + "' ORDER BY valid_from"));
    }

    @Test
    void patchShouldCorrectTheSameEditionWhenItMovesTwiceADay() {
        body(200, patch(new JsonObject().put("districtCode", "001"), "*"));
        JsonObject second = body(200, patch(new JsonObject().put("districtCode", "003"), "*"));

        assertEquals("003", second.getString("districtCode"));
        assertNull(second.getString("wardCode"));
        assertNull(second.getString("streetId"));
        assertEquals(
                List.of("1"),
                fixture.rows("SELECT count(*) FROM outlet_location WHERE outlet_id = '" + outlet.value() + "'"));
    }

    @Test
    void patchShouldLeaveTheLocationAloneWhenOnlyTheNameChanges() {
        fixture.clock.advance(Duration.ofDays(1));

        JsonObject renamed = body(200, patch(new JsonObject().put("name", "Phở Hoa 2"), "*"));

        assertEquals("Phở Hoa 2", renamed.getString("name"));
        assertEquals("12 Hàng Ngang", renamed.getString("address"));
        assertEquals("2026-11-23", renamed.getString("locatedSince"));
    }

    @Test
    void patchShouldBeRefusedWhenThePlacesDoNotFitOrTheTagIsStale() {
        String seen = etag(fixture.get(merchantPath, owner));

        assertEquals("/streetId", body(400, patch(new JsonObject().put("streetId", "ngu-xa"), seen))
                .getJsonArray("errors").getJsonObject(0).getString("pointer"));
        HttpResponse<String> moved = patch(new JsonObject().putNull("streetId").put("wardCode", "00082"), seen);
        assertEquals("00082", body(200, moved).getString("wardCode"));
        assertEquals(etag(moved), etag(fixture.get(merchantPath, owner)));
        body(412, patch(new JsonObject().put("name", "X"), seen));
        body(428, fixture.http.send(
                "PATCH", "/api/v1/outlets/" + outlet, new JsonObject().put("name", "X"), "authorization", owner));
    }

    @Test
    void patchShouldFindNothingWhenTheOutletIsSomebodyElses() {
        JsonObject other = registration();
        fixture.registered(other);

        body(404, fixture.patch("/api/v1/outlets/" + outlet, new JsonObject(), fixture.owner(other), "*"));
        body(404, fixture.patch("/api/v1/outlets/out_x", new JsonObject(), owner, "*"));
    }

    @Test
    void postShouldAddAnOutletWhenTheOwnerOrStaffOfADistrictAsks() {
        String path = merchantPath + "/outlets";
        JsonObject second = MerchantFixture.outlet("001", "ngu-xa");

        HttpResponse<String> added = fixture.http.send("POST", path, second, "authorization", owner);

        assertEquals("001", body(201, added).getString("districtCode"));
        assertEquals(merchantPath, added.headers().firstValue("location").orElseThrow());
        assertEquals(2, body(200, fixture.get(merchantPath, owner)).getJsonArray("outlets").size());
        body(201, fixture.http.send("POST", path, second, "authorization", fixture.staff(Role.REGISTRAR, "001")));
        body(404, fixture.http.send("POST", path, second, "authorization", fixture.staff(Role.REGISTRAR, "003")));
        body(401, fixture.http.send("POST", path, second));
        assertEquals("/districtCode", body(400, fixture.http.send(
                        "POST", path, second.copy().put("districtCode", "2"), "authorization", owner))
                .getJsonArray("errors").getJsonObject(0).getString("pointer"));
    }

    private HttpResponse<String> patch(JsonObject patch, String ifMatch) {
        return fixture.patch("/api/v1/outlets/" + outlet, patch, owner, ifMatch);
    }

    private Optional<Outlet.Location> asOf(LocalDate day) {
        return await(fixture.registry.outlets().locationAsOf(fixture.pool, outlet, day));
    }
}
