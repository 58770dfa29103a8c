package vn.phopay.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.phopay.http.issuing.IssuingFixture.Shop;
import vn.phopay.safety.DueChecks.Reminder;
import vn.phopay.safety.DueChecks.State;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** What an owner is reminded of, and what her last days look like; the clock is moved by hand. */
class DueChecksTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("due_checks").keepingInvariants();

    @TempDir
    Path keys;

    private SafetyFixture city;
    private Shop shop;

    @BeforeEach
    void open() throws Exception {
        city = new SafetyFixture(DB, keys);
        shop = city.shops.shop();
    }

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    void aShopWithoutCodesShouldBeRemindedOfNothing() {
        assertEquals(State.DONE, reminder().state());
        assertEquals(0, reminder().dueCount());
    }

    @Test
    void aNewCodeShouldBeDueAtOnceUntilItWasGreen() {
        String payload = city.code(shop).getString("payload");
        assertEquals(List.of(State.NEVER), states());
        assertEquals(1, reminder().dueCount());
        city.scan(shop, null);
        assertEquals(List.of(State.NEVER), states(), "a look that read nothing is none");
        city.scan(shop, payload);
        assertEquals(List.of(State.DONE), states());
        assertEquals(0, reminder().dueCount());
    }

    @Test
    void aCodeShouldBeDueOnTheNextDayAndOverdueAfterAMissedOne() {
        String payload = city.code(shop).getString("payload");
        city.scan(shop, payload);
        city.clock.advance(Duration.ofHours(14));
        assertEquals(List.of(State.DONE), states(), "23:00 of the same day");
        city.clock.advance(Duration.ofHours(1));
        assertEquals(List.of(State.DUE), states(), "midnight");
        assertEquals(1, reminder().codes().getFirst().daysUnread());
        city.clock.advance(Duration.ofDays(1));
        assertEquals(List.of(State.OVERDUE), states());
        assertEquals(2, reminder().codes().getFirst().daysUnread());
        city.scan(shop, payload);
        assertEquals(List.of(State.DONE), states());
    }

    @Test
    void theMostUrgentCodeShouldComeFirst() {
        JsonObject old = city.code(shop);
        JsonObject older = city.code(shop);
        city.scan(shop, older.getString("payload"));
        city.clock.advance(Duration.ofDays(1));
        city.scan(shop, old.getString("payload"));
        city.clock.advance(Duration.ofDays(1));
        JsonObject made = city.code(shop);
        assertEquals(List.of(older.getString("id"), made.getString("id"), old.getString("id")),
                reminder().codes().stream().map(standing -> standing.code().id().toString()).toList());
        assertEquals(List.of(State.OVERDUE, State.NEVER, State.DUE), states());
    }

    @Test
    void codesThatAreNoLongerGoodShouldNotBeDue() {
        JsonObject code = city.code(shop);
        city.shops.run("UPDATE merchant SET status = 'SUSPENDED' WHERE merchant_id = $1", shop.merchant());
        assertEquals(List.of(), states());
        city.shops.run("UPDATE merchant SET status = 'APPROVED' WHERE merchant_id = $1", shop.merchant());
        city.shops.run("UPDATE merchant_account SET status = 'REPLACED' WHERE merchant_id = $1", shop.merchant());
        assertEquals(List.of(), states());
        city.shops.run("UPDATE merchant_account SET status = 'APPROVED' WHERE merchant_id = $1", shop.merchant());
        assertEquals(1, states().size());
        city.shops.post("/api/v1/qr-codes/" + code.getString("id") + "/revoke",
                new JsonObject().put("reason", "hỏng"), shop.token());
        assertEquals(List.of(), states());
        city.code(shop);
        city.clock.advance(Duration.ofDays(366));
        assertEquals(List.of(), states());
    }

    @Test
    void anotherShopsChecksShouldNotCount() {
        String payload = city.code(shop).getString("payload");
        Shop other = city.shops.shop();
        city.scan(other, payload);
        assertEquals(List.of(State.NEVER), states());
        assertEquals(0, await(city.due.of(DB.pool(), SafetyFixture.owner(other))).codes().size());
    }

    @Test
    void streakAndHistoryShouldFollowTheDays() {
        JsonObject code = city.code(shop);
        JsonObject second = city.code(shop);
        for (int day = 0; day < 7; day++) {
            city.clock.advance(Duration.ofDays(1));
            city.scan(shop, code.getString("payload"));
        }
        city.scan(shop, second.getString("payload"));
        assertEquals(7, streak(Optional.of(code)));
        assertEquals(1, streak(Optional.of(second)));
        city.clock.advance(Duration.ofDays(1));
        assertEquals(7, streak(Optional.of(code)));
        city.scan(shop, "https://nhan-tien.example/");
        city.clock.advance(Duration.ofDays(1));
        assertEquals(0, streak(Optional.empty()));
        List<CheckHistory.Day> days = await(city.read.history(DB.pool(), SafetyFixture.owner(shop))).days();
        assertEquals(CheckHistory.DAYS, days.size());
        assertEquals("2026-12-02 NONE", days.getLast().date() + " " + days.getLast().mark());
        assertEquals(CheckHistory.Mark.ALARM, days.get(28).mark());
        assertEquals(7, days.stream().filter(day -> day.mark() == CheckHistory.Mark.GREEN).count());
        assertEquals(CheckHistory.Mark.NONE, days.get(20).mark());
    }

    private int streak(Optional<JsonObject> code) {
        return await(city.read.streak(
                DB.pool(), SafetyFixture.owner(shop), code.map(SafetyFixture::idOf)));
    }

    private Reminder reminder() {
        return await(city.due.of(DB.pool(), SafetyFixture.owner(shop)));
    }

    private List<State> states() {
        return reminder().codes().stream().map(DueChecks.Standing::state).toList();
    }
}
