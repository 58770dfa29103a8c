package vn.phopay.http.merchant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phopay.http.merchant.MerchantFixture.body;
import static vn.phopay.http.merchant.MerchantFixture.etag;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

class GetPlacesTest {
    private static final String PATH = "/api/v1/places";

    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("get_places");

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
    void getShouldHoldEveryPlaceWhenAnyoneAsks() {
        JsonObject places = body(200, fixture.http.send("GET", PATH, null));

        assertEquals(30, places.getJsonArray("districts").size());
        assertEquals(126, places.getJsonArray("wards").size());
        assertEquals(41, places.getJsonArray("streets").size());
        assertEquals(11, places.getJsonArray("zones").size());
        JsonObject daoDuyTu = find(places, "streets", "id", "dao-duy-tu");
        assertEquals("Đào Duy Từ", daoDuyTu.getString("name"));
        assertEquals("00070", daoDuyTu.getString("wardCode"));
        assertEquals(2, daoDuyTu.getJsonArray("zones").size());
        assertEquals(5, find(places, "districts", "code", "002").getJsonObject("tile").getInteger("column"));
        assertEquals("003", find(places, "wards", "code", "00097").getString("districtCode"));
        assertEquals("CASHLESS_PROGRAMME", find(places, "zones", "id", "cg-trunghoa").getString("type"));
    }

    @Test
    void getShouldAnswerNotModifiedWhenTheTagIsKnown() {
        HttpResponse<String> first = fixture.http.send("GET", PATH, null);

        HttpResponse<String> again = fixture.http.send("GET", PATH, null, "if-none-match", etag(first));

        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
        assertEquals(etag(first), etag(again));
        assertEquals("public, max-age=3600", first.headers().firstValue("cache-control").orElseThrow());
        assertEquals(200, fixture.http.send("GET", PATH, null, "if-none-match", "\"other\"").statusCode());
    }

    private static JsonObject find(JsonObject places, String list, String key, String value) {
        return places.getJsonArray(list).stream()
                .map(JsonObject.class::cast)
                .filter(place -> place.getString(key).equals(value))
                .findFirst()
                .orElseThrow();
    }
}
