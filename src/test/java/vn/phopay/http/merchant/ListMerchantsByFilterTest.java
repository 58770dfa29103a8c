package vn.phopay.http.merchant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static vn.phopay.http.merchant.MerchantFixture.MERCHANTS;
import static vn.phopay.http.merchant.MerchantFixture.body;
import static vn.phopay.http.merchant.MerchantFixture.registration;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phopay.access.Role;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

class ListMerchantsByFilterTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("list_merchants");

    private MerchantFixture fixture;
    private String analyst;

    @BeforeEach
    void open() throws Exception {
        fixture = new MerchantFixture(DB);
        // Guards of books refuse TRUNCATE, as they must; a replica's session fires none.
        TestPostgres.await(fixture.pool.withTransaction(connection -> connection
                .query("SET LOCAL session_replication_role = replica").execute()
                .compose(set -> connection.query("TRUNCATE merchant CASCADE").execute())));
        analyst = fixture.staff(Role.ANALYST);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void listShouldWalkAllPagesNewestFirstWhenTheCursorIsFollowed() {
        List<String> registered = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            registered.addFirst(fixture.registered(registration()).getString("id"));
        }

        List<String> walked = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonObject page = list("?limit=2" + after, analyst);
            walked.addAll(ids(page));
            after = page.getString("next") == null ? null : "&after=" + page.getString("next");
        }

        assertEquals(registered, walked);
        assertNull(list("?limit=5", analyst).getString("next"));
    }

    @Test
    void listShouldHoldOnlyWhatMatchesWhenFiltersAreGiven() {
        JsonObject sent = registration();
        String here = fixture.registered(sent).getString("id");
        JsonObject elsewhere = registration()
                .put("displayName", "Chè 100%")
                .put("outlets", new JsonArray().add(MerchantFixture.outlet("001", "ngu-xa")));
        String there = fixture.registered(elsewhere).getString("id");
        body(200, fixture.decide(there, "approve", fixture.staff(Role.ADMIN)));

        assertEquals(List.of(there), ids(list("?status=APPROVED", analyst)));
        assertEquals(List.of(here), ids(list("?districtCode=002", analyst)));
        assertEquals(List.of(), ids(list("?districtCode=002&status=APPROVED", analyst)));
        assertEquals(List.of(here), ids(list("?q=pho+HOA", analyst)));
        assertEquals(List.of(there), ids(list("?q=" + encoded("100%"), analyst)));
        assertEquals(List.of(), ids(list("?q=" + encoded("10_%"), analyst)));
        assertEquals(List.of(here), ids(list("?q=" + sent.getString("taxCode"), analyst)));
        assertEquals(List.of(here), ids(list("?q=" + encoded(sent.getString("phone").replace("+84", "0")), analyst)));
        assertEquals(
                List.of("001"),
                list("?status=APPROVED", analyst).getJsonArray("items").getJsonObject(0)
                        .getJsonArray("districtCodes").getList());
    }

    @Test
    void listShouldHoldOnlyTheirDistrictsWhenStaffAreLimited() {
        String here = fixture.registered(registration()).getString("id");
        fixture.registered(registration()
                .put("outlets", new JsonArray().add(MerchantFixture.outlet("001", "ngu-xa"))));

        assertEquals(List.of(here), ids(list("", fixture.staff(Role.REGISTRAR, "002", "003"))));
        assertEquals(List.of(), ids(list("?districtCode=001", fixture.staff(Role.REGISTRAR, "002"))));
        assertEquals(2, ids(list("", analyst)).size());
    }

    @ParameterizedTest
    @CsvSource({
        "?limit=0, ?limit", "?limit=501, ?limit", "?limit=-1, ?limit", "?limit=x, ?limit", "?after=mch_1, ?after",
        "?status=approved, ?status", "?districtCode=2, ?districtCode", "?q=%00, ?q"
    })
    void listShouldPointAtTheParameterWhenOneIsWrong(String query, String pointer) {
        JsonObject problem = body(400, fixture.get(MERCHANTS + query, analyst));

        assertEquals(pointer, problem.getJsonArray("errors").getJsonObject(0).getString("pointer"));
    }

    @Test
    void listShouldBeRefusedWhenTheCallerIsNoStaff() {
        JsonObject sent = registration();
        fixture.registered(sent);

        body(403, fixture.get(MERCHANTS, fixture.owner(sent)));
        body(401, fixture.http.send("GET", MERCHANTS, null));
        assertEquals(1, ids(list("?limit=500", analyst)).size());
    }

    private JsonObject list(String query, String bearer) {
        return body(200, fixture.get(MERCHANTS + query, bearer));
    }

    private static List<String> ids(JsonObject page) {
        return page.getJsonArray("items").stream().map(item -> ((JsonObject) item).getString("id")).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
