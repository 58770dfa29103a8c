package vn.phopay.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.testing.ServiceProcess;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.testing.WebhookReceiver;
import vn.phopay.testing.WebhookReceiver.Answer;
import vn.phopay.testing.WebhookReceiver.Received;

/**
 * A service is killed after it took a webhook to send and before it marked what became of it: the receiver has it, the
 * database does not know. The next one sends it again under the same id, and nothing is skipped or left lying.
 */
class KilledWebhookSenderTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("chaos_webhooks").keepingInvariants();

    private static final int IN_HAND = 5;

    private final ChaosRun run = ChaosRun.start("killed-webhook-sender");
    private final Path dataDir = run.directory();
    private final AtomicBoolean holding = new AtomicBoolean();
    private final Semaphore held = new Semaphore(0);

    @Test
    void webhookShouldBeSentAgainWhenItsSenderIsKilledBetweenClaimAndMark() throws Exception {
        try (WebhookReceiver receiver = WebhookReceiver.start(this::behave)) {
            MixedLoad load = null;
            for (int round = 0; round < run.times(1, 10); round++) {
                load = killWhileInHand(receiver, load);
            }
            try (ServiceProcess service = start()) {
                load.tellTheRest(base(service));
                Webhooks.awaitDelivered(DB.pool(), receiver, run);
                assertTrue(receiver.received().size() > receiver.received().stream().map(Received::id).distinct()
                        .count(), run + ": what was in hand was sent again");
                Aftermath.check(DB.pool(), load, run);
                assertEquals(0, service.terminate(), run.toString());
            }
        }
    }

    private MixedLoad killWhileInHand(WebhookReceiver receiver, MixedLoad before) throws Exception {
        try (ServiceProcess service = start()) {
            MixedLoad load = before == null ? open(base(service), receiver) : before;
            load.tellSome(base(service), 3 * IN_HAND, 5);
            holding.set(true);
            held.drainPermits();
            load.tellSome(base(service), 3 * IN_HAND, 5);
            assertTrue(held.tryAcquire(30, TimeUnit.SECONDS), run + ": nothing was sent");
            service.kill();
            holding.set(false);
            return load;
        }
    }

    private MixedLoad open(URI base, WebhookReceiver receiver) {
        ChaosTown town = ChaosTown.open(base);
        Webhooks.order(base, town, receiver);
        return new MixedLoad(town, Clock.systemUTC(), run.random("load"));
    }

    /** Takes everything, but while holding lets the sender wait for its answer, which never comes. */
    private Answer behave(Received one) {
        if (!holding.get()) {
            return Answer.of(200);
        }
        held.release();
        return Answer.of(0);
    }

    private ServiceProcess start() throws Exception {
        return ServiceProcess.start(dataDir, ChaosTown.settings(
                List.of("PHOPAY_DATABASE_URL", DB.url()), Webhooks.SETTINGS));
    }

    private static URI base(ServiceProcess service) {
        return URI.create("http://127.0.0.1:" + service.port() + "/");
    }
}
