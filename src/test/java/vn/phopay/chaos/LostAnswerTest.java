package vn.phopay.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.config.DatabaseUrl;
import vn.phopay.simulator.sender.Senders;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** The answer is lost after COMMIT, between us and the sender or between the database and us: one payment still. */
class LostAnswerTest {
    @RegisterExtension
    static final TestDatabase TO_SENDERS = TestPostgres.newDatabase("chaos_lost_answers").keepingInvariants();

    @RegisterExtension
    static final TestDatabase TO_US = TestPostgres.newDatabase("chaos_lost_commits").keepingInvariants();

    /** Every answer to the first telling is swallowed: all is kept, nobody knows, and the repeat names the payment. */
    @Test
    void paymentShouldBeOneWhenTheAnswerIsSwallowedAfterCommitAndTheSenderRepeats() throws Exception {
        ChaosRun run = ChaosRun.start("lost-answer");
        try (TestApp app = TestApp.start(TO_SENDERS); CutProxy proxy = CutProxy.to(app.uri("/").getPort())) {
            URI through = URI.create("http://127.0.0.1:" + proxy.port() + "/");
            MixedLoad load = new MixedLoad(ChaosTown.open(app.uri("/")), Clock.systemUTC(), run.random("load"));
            // Tokens first: without one nothing would be told.
            List<Told> heard = load.tellSome(through, Senders.DIALECTS.size(), 1);
            assertTrue(heard.stream().allMatch(Told::isTaken), run.toString());
            proxy.swallow(answer -> answer.startsWith("HTTP/1.1 20"));
            List<Told> unheard = load.tellSome(through, run.times(50, 1000), 1);
            assertEquals(0, unheard.stream().filter(Told::isTaken).count(), run + ": nobody heard anything");
            // At least: what is told by GET is told again by our HTTP client itself.
            assertTrue(proxy.swallowed() >= unheard.size(), run.toString());
            assertEquals(heard.size() + unheard.size(), Aftermath.count(TO_SENDERS.pool()), run + ": all were kept");
            proxy.pass();
            load.tellTheRest(through);
            Aftermath.check(TO_SENDERS.pool(), load, run);
        }
    }

    /** Commits happen and the service does not hear of it: it says "again", and again is the same payment. */
    @Test
    void paymentShouldBeOneWhenTheDatabasesAnswerToCommitIsSwallowed() throws Exception {
        ChaosRun run = ChaosRun.start("lost-commit");
        Random chance = run.random("proxy");
        DatabaseUrl direct = DatabaseUrl.parse("test", TO_US.url());
        try (CutProxy proxy = CutProxy.to(direct.port());
                TestApp app = TestApp.start(TO_US, Clock.systemUTC(), ChaosTown.settings(proxy.inFrontOf(direct)))) {
            MixedLoad load = new MixedLoad(ChaosTown.open(app.uri("/")), Clock.systemUTC(), run.random("load"));
            try (MixedLoad.Running running = load.start(app.uri("/"))) {
                running.awaitTaken(50);
                proxy.swallow(answer -> answer.contains("COMMIT\0") && chance.nextInt(4) == 0);
                running.awaitRefused(run.times(20, 500));
                proxy.pass();
                running.forget();
                running.awaitTaken(50);
            }
            assertTrue(proxy.swallowed() > 0, run.toString());
            load.tellTheRest(app.uri("/"));
            Aftermath.check(TO_US.pool(), load, run);
        }
    }
}
