package vn.phopay.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.config.DatabaseUrl;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** The database goes away under mixed load and comes back: the service says so, stays, and goes on by itself. */
class DatabaseAwayTest {
    @RegisterExtension
    static final TestDatabase REFUSING = TestPostgres.newDatabase("chaos_refusing").keepingInvariants();

    @RegisterExtension
    static final TestDatabase STANDING = TestPostgres.newDatabase("chaos_standing").keepingInvariants();

    @RegisterExtension
    static final TestDatabase SILENT = TestPostgres.newDatabase("chaos_silent").keepingInvariants();

    /** As when the server is stopped: connections break, and new ones are refused. */
    @Test
    void serviceShouldRefuseAndThenGoOnByItselfWhenTheDatabaseRefusesConnections() throws Exception {
        survive(ChaosRun.start("database-refuses"), REFUSING, CutProxy::refuse);
    }

    /** As when the server's host hangs: connections stay, and nothing is answered. */
    @Test
    void serviceShouldRefuseAndThenGoOnByItselfWhenTheDatabaseStandsStill() throws Exception {
        survive(ChaosRun.start("database-stands-still"), STANDING, CutProxy::standStill);
    }

    /**
     * As when the server's host lost its power and another took its place: old connections never hear of it. Held of
     * what banks need; connections of the pool wait until the system gives them up.
     */
    @Test
    @Tag("chaos")
    void serviceShouldGoOnByItselfWhenItsConnectionsDieWithoutAWord() throws Exception {
        ChaosRun run = ChaosRun.start("database-silent");
        DatabaseUrl direct = DatabaseUrl.parse("test", SILENT.url());
        try (CutProxy proxy = CutProxy.to(direct.port());
                TestApp app = TestApp.start(SILENT, Clock.systemUTC(), settings(direct, proxy))) {
            MixedLoad load = new MixedLoad(ChaosTown.open(app.uri("/")), Clock.systemUTC(), run.random("load"));
            for (int round = 0; round < run.times(1, 2); round++) {
                try (MixedLoad.Running running = load.start(app.uri("/"))) {
                    running.awaitTaken(100);
                    proxy.abandon();
                    running.forget();
                    running.awaitTaken(500);
                }
            }
            load.tellTheRest(app.uri("/"));
            // The system gives the pool's connections up.
            proxy.refuse();
            proxy.pass();
            Eventually.equal(200, () -> ready(app));
            app.adminToken();
            Aftermath.check(SILENT.pool(), load, run);
        }
    }

    /** How the database goes away. */
    private interface Leaving {
        void leave(CutProxy proxy);
    }

    private static void survive(ChaosRun run, TestDatabase database, Leaving leaving) throws Exception {
        DatabaseUrl direct = DatabaseUrl.parse("test", database.url());
        try (CutProxy proxy = CutProxy.to(direct.port());
                TestApp app = TestApp.start(database, Clock.systemUTC(), settings(direct, proxy))) {
            MixedLoad load = new MixedLoad(ChaosTown.open(app.uri("/")), Clock.systemUTC(), run.random("load"));
            try (MixedLoad.Running running = load.start(app.uri("/"))) {
                running.awaitTaken(100);
                leaving.leave(proxy);
                CountDownLatch never = new CountDownLatch(1);
                Eventually.equal(503, () -> ready(app));
                // What was committed before may still be on its way to its sender.
                assertTrue(!never.await(1, TimeUnit.SECONDS));
                running.forget();
                assertTrue(!never.await(run.times(2, 30), TimeUnit.SECONDS));
                assertEquals(503, ready(app), run.toString());
                assertEquals(200, app.send("GET", "/health/live", null).statusCode(), run + ": it lives");
                assertEquals(0, running.taken(), run + ": nothing can have been kept");
                proxy.pass();
                Eventually.equal(200, () -> ready(app));
                running.awaitTaken(200);
            }
            load.tellTheRest(app.uri("/"));
            app.adminToken();
            Aftermath.check(database.pool(), load, run);
        }
    }

    private static Map<String, String> settings(DatabaseUrl direct, CutProxy proxy) {
        return ChaosTown.settings(proxy.inFrontOf(direct));
    }

    private static int ready(TestApp app) {
        HttpResponse<String> answer = app.send("GET", "/health/ready", null);
        return answer.statusCode();
    }
}
