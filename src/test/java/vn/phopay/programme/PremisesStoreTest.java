package vn.phopay.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.identity.OutletId;
import vn.phopay.testing.ShopRows;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** What the database holds about places of trade. */
class PremisesStoreTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("premises");

    private static ProgrammeFixture town;
    private static ShopRows shops;

    @BeforeAll
    static void open() {
        town = new ProgrammeFixture(DB);
        shops = new ShopRows(DB.pool());
    }

    private static Premises only(String street) {
        List<Premises> all = await(town.premises.list(town.pool, town.street(street)));
        assertEquals(1, all.size(), all.toString());
        return all.getFirst();
    }

    private static OutletId outletOn(String street) {
        OutletId outlet = new OutletId(shops.insert("970422", "7" + System.nanoTime() % 1_000_000_000L).outlet());
        town.run("INSERT INTO outlet_location (outlet_id, valid_from, district_place_id, street_place_id)"
                + " VALUES ($1, '2026-01-01', 'district-002', $2)",
                Tuple.of(outlet.value(), town.street(street).placeId()));
        return outlet;
    }

    @Test
    void laterSightShouldReplaceAnEarlierOneAndNotTheOtherWayRound() {
        LocalDate day = town.today();
        assertEquals(PremisesStore.Outcome.SAVED, town.commit(tx -> await(town.premises.save(
                town.desk(tx, "hang-ngang"), town.seen("12A", "Phở Hoa", day.minusDays(9))))));
        Premises.Seen closed = new Premises.Seen(new HouseNumber("số 12a"), "PHỞ HOA", Optional.empty(),
                Premises.Status.CLOSED, "Tổ 6", day);
        assertEquals(PremisesStore.Outcome.SAVED,
                town.commit(tx -> await(town.premises.save(town.desk(tx, "hang-ngang"), closed))));
        Premises now = only("hang-ngang");
        assertEquals(Premises.Status.CLOSED, now.seen().status());
        assertEquals(Optional.of("5812"), now.seen().categoryCode(), "a guess is not forgotten");
        assertEquals(2, now.version());
        for (LocalDate on : List.of(day.minusDays(20), day)) {
            Premises.Seen again = new Premises.Seen(closed.house(), closed.name(), closed.categoryCode(),
                    on.equals(day) ? Premises.Status.CLOSED : Premises.Status.TRADING, "Tổ 6", on);
            assertEquals(PremisesStore.Outcome.UNCHANGED,
                    town.commit(tx -> await(town.premises.save(town.desk(tx, "hang-ngang"), again))));
        }
    }

    @Test
    void changeShouldBeRefusedWhereSomebodyElseWasFaster() {
        town.commit(tx -> await(town.premises.save(town.desk(tx, "hang-dao"), town.seen("1", "Vải", town.today()))));
        Premises read = only("hang-dao");
        Premises.Seen other = town.seen("3", "Vải Minh", town.today());
        assertEquals(PremisesStore.Outcome.SAVED,
                town.commit(tx -> await(town.premises.change(town.desk(tx, "hang-dao"), read, other))));
        assertEquals(PremisesStore.Outcome.CHANGED_MEANWHILE,
                town.rollBack(tx -> await(town.premises.change(town.desk(tx, "hang-dao"), read, other))));
        assertEquals("3", only("hang-dao").house().text());
    }

    @Test
    void phoneNumbersShouldBeKeptOut() {
        assertEquals(PremisesStore.Outcome.PHONE_NUMBER, town.rollBack(tx -> await(town.premises.save(
                town.desk(tx, "hang-duong"), town.seen("5", "Ô mai 0912.345.678", town.today())))));
        assertEquals(PremisesStore.Outcome.SAVED, town.rollBack(tx -> await(town.premises.save(
                town.desk(tx, "hang-duong"), town.seen("5", "Ô mai 1991", town.today())))));
    }

    @Test
    void outletShouldTradeAtOnePlaceOfItsStreetOnly() {
        OutletId outlet = outletOn("hang-buom");
        OutletId elsewhere = outletOn("hang-bac");
        List<String> names = List.of("Lụa một", "Lụa hai");
        names.forEach(name -> town.commit(tx -> await(town.premises.save(
                town.desk(tx, "hang-buom"), town.seen("7", name, town.today())))));
        List<UUID> both = await(town.premises.list(town.pool, town.street("hang-buom"))).stream()
                .map(Premises::id).toList();
        assertEquals(PremisesStore.Outcome.SAVED, town.commit(tx -> await(
                town.premises.link(town.desk(tx, "hang-buom"), both.getFirst(), outlet))));
        assertEquals(PremisesStore.Outcome.LINKED_ELSEWHERE, town.rollBack(tx -> await(
                town.premises.link(town.desk(tx, "hang-buom"), both.getLast(), outlet))));
        assertEquals(PremisesStore.Outcome.CHANGED_MEANWHILE, town.rollBack(tx -> await(
                town.premises.link(town.desk(tx, "hang-buom"), both.getLast(), elsewhere))));
        assertEquals(Optional.of(outlet), town.commit(tx -> await(
                town.premises.unlink(town.desk(tx, "hang-buom"), both.getFirst()))));
        assertTrue(await(town.premises.outlets(town.pool, town.street("hang-buom"))).stream()
                .anyMatch(one -> one.id().equals(outlet)), "an outlet without premises is shown too");
    }
}
