package vn.phopay.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.phopay.adoption.DayRange;
import vn.phopay.adoption.Withheld;
import vn.phopay.figure.ReadWithheldValues;
import vn.phopay.place.PlaceStore;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.ReleaseOffice;
import vn.phopay.testing.ReleaseTown;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** What outsiders see live of a month that was published, next to its release. */
class LiveFiguresTest {
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final String STREET = "street-hang-ngang";
    private static final String LARGE = "district-001";
    private static final String CITY = "";

    @TempDir
    Path keyDir;

    private TestDatabase database;
    private ReleaseOffice office;
    private ReleaseTown town;

    @BeforeEach
    void open() {
        database = TestPostgres.newDatabase("live_figures");
        office = new ReleaseOffice(database.pool(), new MovableClock(Instant.parse("2026-11-06T02:00:00Z")), keyDir);
        town = new ReleaseTown(database.pool(), 1)
                .shops(24, "district-002", "ward-00070-2025", "")
                .shops(9, "district-002", "ward-00070-2025", STREET)
                .shops(30, LARGE, "ward-00004-2025", "");
        town.trade(OCTOBER, 1_000);
        office.publish(OCTOBER, "");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatTheReleaseWithholdsShouldBeWithheldLiveFromThatMomentOn() {
        assertTrue(live().has(STREET), "nine shops");
        assertFalse(live().has(LARGE));
        assertFalse(live().has(CITY));
        assertFalse(september().has(STREET), "of another month it tells nothing");
    }

    @Test
    void oneLateShopShouldNotShowInTheDifferenceOfLiveFiguresAndRelease() {
        town.shops(1, LARGE, "ward-00004-2025", "").trade(OCTOBER, 1_000);
        Set<String> withheld = decided();
        assertTrue(withheld.contains(LARGE), "its takings are what district and release differ by: " + withheld);
        assertTrue(withheld.contains("city"), withheld.toString());
        assertFalse(withheld.contains("district-002"), "there nothing has changed: " + withheld);
        town.shops(15, LARGE, "ward-00004-2025", "").trade(OCTOBER, 1_000);
        assertFalse(decided().contains(LARGE), "sixteen late shops hide each other");
    }

    @Test
    void publishedMonthShouldShowNoMoneyWhileAChangeOfItWaits() {
        town.disturb(OCTOBER.atDay(12));
        assertTrue(live().has(LARGE));
        assertTrue(live().has(CITY));
        assertFalse(september().has(LARGE), "a month of which nothing was published shows what it has");
    }

    private Withheld live() {
        return await(new ReadWithheldValues(database.pool())
                .withheld(new DayRange(OCTOBER.atDay(3), OCTOBER.atDay(20))));
    }

    private Withheld september() {
        YearMonth september = OCTOBER.minusMonths(1);
        return await(new ReadWithheldValues(database.pool())
                .withheld(new DayRange(september.atDay(1), september.atEndOfMonth())));
    }

    /** What the figures' job decides when it computes the month again. */
    private Set<String> decided() {
        return office.call(() -> {
            HoldToReleases live = new HoldToReleases(Future.await(
                    new PlaceStore().load(database.pool())));
            SqlConnection connection = Future.await(database.pool().getConnection());
            try {
                assertEquals(Optional.empty(), live.withheld(connection, OCTOBER.minusMonths(1)));
                return live.withheld(connection, OCTOBER).orElseThrow();
            } finally {
                connection.close();
            }
        });
    }
}
