package vn.phopay.simulator;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.net.URI;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.db.Sql;
import vn.phopay.identity.BankKeyId;
import vn.phopay.simulator.DemoTargets.Shop;
import vn.phopay.time.BusinessDay;

/** Fills a running service with the demo city and keeps payments coming. Blocks: for virtual threads. */
public final class RunDemo {
    private static final Logger LOG = LoggerFactory.getLogger(RunDemo.class);
    private static final Sql READ_KEY = Sql.load("simulator/read_demo_key");

    private final DemoParts parts;
    private final URI url;
    private final AtomicReference<@Nullable DemoStream> stream = new AtomicReference<>();
    private volatile boolean stopping;

    /** A demo in the service of {@code parts}, which listens at {@code url}. */
    public RunDemo(DemoParts parts, URI url) {
        this.parts = parts;
        this.url = url;
    }

    /**
     * Registers what is missing; callbacks flow from the first shops on. Throws {@link DemoRefusedException} where the
     * database is no demo's, before anything is written.
     */
    public void open() {
        new RegisterDemoStaff(parts).register();
        RegisterDemoCity city = new RegisterDemoCity(parts);
        List<DemoMerchant> missing = city.missing();
        for (int from = 0; from < missing.size() && !stopping; from += RegisterDemoCity.CHUNK) {
            city.register(missing.subList(from, Math.min(from + RegisterDemoCity.CHUNK, missing.size())));
            startStream();
        }
        city.saveBaselines();
        new RegisterDemoProgramme(parts).register();
        startStream();
        LOG.info("event=demo_city_ready merchantsAdded={}", missing.size());
    }

    /** Fills the past days, the latest first. */
    public void fillHistory() {
        DemoHistory history = new DemoHistory(parts, readKey().id(), new DemoTargets(parts).read());
        LocalDate today = BusinessDay.of(parts.clock().instant());
        for (int ago = 1; ago <= DemoHistory.DAYS && !stopping; ago++) {
            history.fill(today.minusDays(ago));
        }
        LOG.info("event=demo_history_ready days={}", DemoHistory.DAYS);
    }

    /** Ends the stream; history ends with the day that it is at. */
    public Future<Void> stop() {
        stopping = true;
        DemoStream running = stream.get();
        return running == null ? Future.succeededFuture() : running.stop();
    }

    private void startStream() {
        List<Shop> shops = new DemoTargets(parts).read();
        DemoStream running = stream.get();
        if (shops.isEmpty() || stopping) {
            return;
        }
        List<Target> targets = DemoTargets.weighted(shops);
        if (running != null) {
            running.payTo(targets);
            return;
        }
        CallbackSigner signer = CallbackSigner.hmac("whsec_" + Base64.getEncoder().encodeToString(readKey().secret()));
        DemoStream started = new DemoStream(parts.vertx(), url, signer, targets, parts.clock());
        stream.set(started);
        started.start().onFailure(bug -> LOG.error("event=demo_stream_failed", bug));
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Key(BankKeyId id, byte[] secret) {}

    private Key readKey() {
        for (Row row : Future.await(READ_KEY.execute(parts.pool(), Tuple.of(DemoParts.BANK_CODE)))) {
            Buffer secret = row.getBuffer("secret");
            return new Key(new BankKeyId(row.getUUID("bank_key_id")), secret.getBytes());
        }
        throw new IllegalStateException("the demo bank has no live HMAC key; give the demo a database of its own");
    }
}
