package vn.phopay.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.sqlclient.Pool;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.db.SqlOutcome;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

class SeedPlacesTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("seed_places");

    private final Pool pool = DB.pool();
    private final PlaceStore store = new PlaceStore();
    private final SeedPlaces seedPlaces = new SeedPlaces(store);

    @Test
    void seedShouldChangeNothingWhenItIsDoneAgain() {
        PlaceSeed seed = PlaceSeed.load();
        await(pool.withTransaction(seedPlaces::seed));
        long places = count("place");
        long members = count("place_member");

        int again = await(pool.withTransaction(seedPlaces::seed));

        assertEquals(0, again);
        assertEquals(208 + 526, places);
        assertEquals(794, count("place_succession"));
        assertEquals(seed.memberships().size(), members);
        assertEquals(places, count("place"));
        assertEquals(members, count("place_member"));
    }

    @Test
    void seedShouldCorrectOnlyWhatDiffersWhenAFactWasWrong() {
        await(pool.withTransaction(seedPlaces::seed));
        await(pool.query("UPDATE place SET name_en = 'Hoan Kim' WHERE place_id = 'district-002'").execute());

        assertEquals(1, await(pool.withTransaction(seedPlaces::seed)));
        assertEquals("Hoan Kiem", await(store.load(pool)).district("002").orElseThrow().nameEn());
    }

    @Test
    void seedShouldLeaveAnEndAloneWhenAnEditionSetIt() {
        await(pool.withTransaction(seedPlaces::seed));
        await(pool.query("INSERT INTO place_edition (edition_id, title, valid_from, content_hash, csv, status,"
                + " proposed_at, proposed_by) VALUES ('01990000-0000-7000-8000-0000000000aa', 'test',"
                + " '2027-01-01', 'h', 'csv',"
                + " 'PROPOSED', now(), '01990000-0000-7000-8000-0000000000ab')").execute());
        await(pool.query("UPDATE place SET valid_to = '2026-12-31', ended_by_edition ="
                + " '01990000-0000-7000-8000-0000000000aa' WHERE place_id = 'ward-00070-2025'").execute());

        await(pool.withTransaction(seedPlaces::seed));

        assertEquals(LocalDate.of(2026, 12, 31),
                await(store.load(pool)).byId("ward-00070-2025").orElseThrow().validity().to());
        await(pool.query("UPDATE place SET valid_to = NULL, ended_by_edition = NULL"
                + " WHERE place_id = 'ward-00070-2025'").execute());
        await(pool.withTransaction(seedPlaces::seed));
    }

    @Test
    void directoryShouldFollowWhenThePlacesHaveChanged() {
        await(pool.withTransaction(seedPlaces::seed));
        PlaceDirectory directory = await(store.load(pool));
        RefreshPlaces refresh = new RefreshPlaces(store, directory);
        boolean before = await(refresh.refresh(pool));
        await(pool.query("UPDATE place SET name_en = 'Lake' WHERE place_id = 'zone-hk-lake'").execute());
        await(store.raiseVersion(pool));

        boolean after = await(refresh.refresh(pool));

        assertEquals(List.of(false, true), List.of(before, after));
        assertEquals("Lake", directory.byId("zone-hk-lake").orElseThrow().nameEn());
    }

    @Test
    void codeShouldBeRefusedWhenItWouldMeanTwoAreasOnOneDay() {
        await(pool.withTransaction(seedPlaces::seed));

        Exception refused = assertThrows(Exception.class, () -> await(pool.query("INSERT INTO place (place_id, kind,"
                + " code, name_vi, valid_from) VALUES ('ward-00070-2030', 'WARD', '00070', 'x', '2030-01-01')")
                .execute()));

        assertTrue(SqlOutcome.broke(refused, "place_code_means_one_area"));
    }

    @Test
    void loadShouldGiveWhatTheSeedHoldsWhenItWasSeeded() {
        PlaceSeed seed = PlaceSeed.load();
        await(pool.withTransaction(seedPlaces::seed));

        PlaceDirectory directory = await(store.load(pool));

        for (Place place : seed.places()) {
            assertEquals(place, directory.byId(place.placeId()).orElseThrow());
            assertEquals(
                    seed.memberships().stream().filter(m -> m.memberPlaceId().equals(place.placeId()))
                            .filter(m -> m.validity().covers(PlaceSeed.WARDS_SINCE))
                            .collect(Collectors.toSet()),
                    Set.copyOf(directory.membershipsOf(place, PlaceSeed.WARDS_SINCE)));
        }
    }

    private long count(String table) {
        return await(pool.query("SELECT count(*) FROM " + table).execute()).iterator().next().getLong(0);
    }
}
