package vn.phopay.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** The demo bank's live callbacks, a few a second over real HTTP to the own server, with a pinch of everything odd. */
final class DemoStream {
    private static final int RATE_PER_SECOND = 4;
    private static final int CONNECTIONS = 4;
    private static final FaultPlan FAULTS =
            FaultPlan.parse("duplicates=2%,conflicts=0.3%,reversals=1%,mangled=15%,late=0.5%,unknown=0.5%");

    private final TransactionStream stream;
    private final BankSimulator simulator;

    /** A stream that is not started yet. */
    DemoStream(Vertx vertx, URI url, CallbackSigner signer, List<Target> targets, Clock clock) {
        // Another seed at every start: the ids of the last start must not come again.
        this.stream = new TransactionStream(clock.millis(), FAULTS, targets);
        SimulationPlan plan = new SimulationPlan(
                url, DemoParts.BANK_CODE, RATE_PER_SECOND, SimulationPlan.ENDLESS, 1, CONNECTIONS);
        this.simulator = new BankSimulator(vertx, plan, signer.toSender(), stream, clock);
    }

    /** Starts it; the future fails only on a bug. */
    Future<SimulationTotals> start() {
        return simulator.run();
    }

    /** Pays {@code targets} from now on. */
    void payTo(List<Target> targets) {
        stream.payTo(targets);
    }

    /** Ends it; completes when the last call is answered. */
    Future<Void> stop() {
        return simulator.stop();
    }
}
