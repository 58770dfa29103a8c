package vn.phopay.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.testing.ShopRows;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** The funnel and the counts of faults against rows whose numbers are known. */
class ReadFunnelTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("funnel");

    private static final LocalDate MONDAY = LocalDate.parse("2026-11-16");

    private static ProgrammeFixture town;
    private static UUID paid;

    /** Two that were begun and left, one of them long forgotten; two shops: one with a code, one that is paid daily. */
    @BeforeAll
    static void open() {
        town = new ProgrammeFixture(DB);
        draft(null, new JsonObject().put("street", "hang-ngang"));
        draft(town.staff.value(), new JsonObject().put("area", "001:"));
        town.run("DELETE FROM registration_draft", Tuple.tuple());
        ShopRows shops = new ShopRows(DB.pool());
        ShopRows.Shop coded = shops.insert("970422", "111");
        ShopRows.Shop daily = shops.insert("970422", "222");
        for (ShopRows.Shop shop : List.of(coded, daily)) {
            town.run("UPDATE merchant SET created_at = '2026-11-16T02:00:00Z', approved_at = '2026-11-16T08:00:00Z'"
                    + " WHERE merchant_id = $1", Tuple.of(shop.merchant()));
            town.run("UPDATE qr_code SET issued_at = '2026-11-16T10:00:00Z' WHERE outlet_id = $1",
                    Tuple.of(shop.outlet()));
            town.run("INSERT INTO outlet_location (outlet_id, valid_from, district_place_id)"
                    + " VALUES ($1, '2026-01-01', 'district-002')", Tuple.of(shop.outlet()));
        }
        for (int ago = 0; ago < 8; ago++) {
            town.run("INSERT INTO outlet_day (business_date, outlet_id, transactions, amount_vnd)"
                    + " VALUES ($1, $2, 1, 9)",
                    Tuple.of(town.today().minusDays(ago), daily.outlet()));
        }
        town.run("INSERT INTO outlet_month (month, outlet_id, district_place_id, ward_place_id, street_place_id,"
                + " active_days) VALUES ('2026-11-01', $1, 'district-002', '', '', $2)",
                Tuple.of(daily.outlet(), 0xff << (town.today().getDayOfMonth() - 8)));
        paid = daily.outlet();
    }

    private static void draft(UUID helper, JsonObject answers) {
        OffsetDateTime at = OffsetDateTime.parse("2026-11-17T03:00:00Z");
        town.run("INSERT INTO registration_draft (draft_id, secret_hash, assisted_by, answers, created_at, updated_at,"
                + " expires_at) VALUES (gen_random_uuid(), CASE WHEN $1::uuid IS NULL THEN sha256('x') END, $1, '{}',"
                + " $2, $2, $3)", Tuple.of(helper, at, at.plusDays(30)));
        town.run("UPDATE registration_draft SET answers = $1 WHERE assisted_by IS NOT DISTINCT FROM $2",
                Tuple.of(answers, helper));
    }

    private static ReadFunnel.Answer read(Set<String> districts, Optional<Boolean> assisted) {
        return await(new ReadFunnel(town.clock).read(
                town.pool, new ReadFunnel.Question(MONDAY.minusWeeks(3), districts, assisted)));
    }

    @Test
    void startsShouldBeCountedAfterTheirDraftsAreForgotten() {
        ReadFunnel.Answer answer = read(Set.of(), Optional.empty());
        assertEquals(List.of(4L, 2L, 2L, 2L, 1L, 1L, 1L), answer.total().counts());
        assertEquals(Set.of(MONDAY), answer.mondayToCounts().keySet());
        assertEquals(3, answer.districtToCounts().get("district-002").getFirst());
        assertEquals(1, answer.districtToCounts().get("district-001").getFirst());
        assertEquals(1, answer.wayToCounts().get(true).getFirst());
        assertEquals(Optional.of(Funnel.Step.REGISTERED), answer.total().leak());
    }

    @Test
    void hoursShouldBeMediansOfWhoHasBothSteps() {
        Funnel total = read(Set.of(), Optional.empty()).total();
        assertEquals(new BigDecimal("6.0"), total.hours(Funnel.Step.APPROVED).orElseThrow());
        assertEquals(new BigDecimal("2.0"), total.hours(Funnel.Step.CODE).orElseThrow());
        assertEquals(Optional.empty(), total.hours(Funnel.Step.PAYMENT), "no payment is there to tell the hour");
    }

    @Test
    void questionShouldLeaveOutOtherDistrictsAndWays() {
        assertEquals(List.of(1L, 0L, 0L, 0L, 0L, 0L, 0L),
                read(Set.of("district-001"), Optional.empty()).total().counts());
        assertEquals(3, read(Set.of(), Optional.of(false)).total().count(Funnel.Step.STARTED));
    }

    @Test
    void faultsShouldBeCountedByDistrict() {
        ReadDataQuality quality = new ReadDataQuality(town.clock);
        Map<QualityItem, Long> city = await(quality.count(town.pool, Set.of()));
        assertEquals(2, city.get(QualityItem.OUTLETS_WITHOUT_STREET));
        assertEquals(2, city.get(QualityItem.OUTLETS_WITHOUT_WARD));
        assertEquals(2, city.get(QualityItem.CODES_NEVER_CHECKED));
        assertEquals(30, city.get(QualityItem.DISTRICTS_WITHOUT_BASELINE));
        assertEquals(7, city.get(QualityItem.DAYS_UNSEALED), "of the eight days with money today is not over");
        town.run("UPDATE outlet_location SET street_place_id = 'street-hang-ngang' WHERE outlet_id = $1",
                Tuple.of(paid));
        Map<QualityItem, Long> one = await(quality.count(town.pool, Set.of("district-002")));
        assertEquals(1, one.get(QualityItem.OUTLETS_WITHOUT_STREET));
        assertEquals(1, one.get(QualityItem.DISTRICTS_WITHOUT_BASELINE));
        assertFalse(one.containsKey(QualityItem.UNMATCHED_OPEN), "money that is nobody's has no district");
        assertEquals(0, await(quality.count(town.pool, Set.of("district-003"))).get(QualityItem.CODES_NEVER_CHECKED));
    }
}
