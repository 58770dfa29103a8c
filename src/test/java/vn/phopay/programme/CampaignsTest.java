package vn.phopay.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.merchant.Language;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Campaigns, and which of them are drawn behind a trend. */
class CampaignsTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("campaigns");

    private static ProgrammeFixture town;

    @BeforeAll
    static void open() {
        town = new ProgrammeFixture(DB);
    }

    private static Campaign.Plan plan(String name, String place, String from, String to) {
        return new Campaign.Plan(name, Optional.empty(), Optional.ofNullable(place), LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to), Optional.empty());
    }

    @Test
    void trendShouldShowCampaignsOfItsPlaceOfTheCityAndOfItsDays() {
        KeepCampaigns keep = new KeepCampaigns(town.audit, town.ids());
        for (Campaign.Plan plan : List.of(plan("Cả thành phố", null, "2023-10-01", null),
                plan("Hoàn Kiếm", "district-002", "2026-01-01", "2026-01-31"),
                plan("Ba Đình", "district-001", "2026-01-01", "2026-01-31"),
                plan("Cũ", "district-002", "2024-01-01", "2024-01-31"))) {
            town.commit(tx -> keep.add(tx, plan, town.actor()));
        }
        List<Campaign> drawn = await(new ReadCampaigns().touching(town.pool,
                Set.of("district-002", "street-hang-ngang"),
                LocalDate.parse("2026-01-31"), LocalDate.parse("2026-03-01")));
        assertEquals(List.of("Cả thành phố", "Hoàn Kiếm"),
                drawn.stream().map(campaign -> campaign.name(Language.EN)).toList());
    }

    @Test
    void changeShouldBeRefusedWhereSomebodyElseWasFaster() {
        KeepCampaigns keep = new KeepCampaigns(town.audit, town.ids());
        UUID id = town.commit(tx -> keep.add(tx, plan("A", null, "2020-01-01", "2020-01-02"), town.actor()));
        Campaign read = await(new ReadCampaigns().find(town.pool, id)).orElseThrow();
        assertTrue(town.says(tx -> keep.change(tx, read, plan("B", null, "2020-01-01", null), town.actor())));
        assertFalse(town.says(tx -> keep.change(tx, read, plan("C", null, "2020-01-01", null), town.actor())));
        assertFalse(town.says(tx -> keep.remove(tx, read, town.actor())));
        Campaign now = await(new ReadCampaigns().find(town.pool, id)).orElseThrow();
        assertTrue(town.says(tx -> keep.remove(tx, now, town.actor())));
        assertEquals(3, town.count("SELECT count(*) FROM audit_entry WHERE subject_kind = 'CAMPAIGN'"
                + " AND subject_id = '" + id + "'"), "what it was stands in the log");
        PgException refused = assertThrows(PgException.class, () -> town.run(
                "INSERT INTO campaign (campaign_id, name_vi,"
                + " starts_on, ends_on) VALUES ($1, 'X', '2026-02-01', '2026-01-31')", Tuple.of(UUID.randomUUID())));
        assertEquals("campaign_days_ordered", refused.getConstraint());
    }
}
