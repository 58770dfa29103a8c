package vn.phopay.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.sqlclient.Pool;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
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
        assertEquals(208, places);
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
