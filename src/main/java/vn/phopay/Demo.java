package vn.phopay;

import io.vertx.core.Future;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.access.PasswordHasher;
import vn.phopay.access.RegisterStaff;
import vn.phopay.bank.ManageBanks;
import vn.phopay.simulator.DemoLogin;
import vn.phopay.simulator.DemoParts;
import vn.phopay.simulator.RunDemo;

/** The demo inside a running service: a city, logins that everybody knows, and a live stream of simulated callbacks. */
public final class Demo {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    private final RunDemo run;
    private Future<Void> history = Future.succeededFuture();

    private Demo(RunDemo run) {
        this.run = run;
    }

    /**
     * Starts it in {@code app}, which was started as a demo; completes when the city is registered and payments flow,
     * while past days are still filled. Fails with {@link vn.phopay.simulator.DemoRefusedException} on a database with
     * merchants that is no demo's.
     */
    public static Future<Demo> start(App app) {
        AppParts parts = app.parts();
        Demo demo = new Demo(new RunDemo(demoParts(parts), ownUrl(parts, app.port())));
        return parts.background().call(() -> {
            demo.run.open();
            return demo;
        }).onSuccess(opened -> opened.fillHistory(parts));
    }

    /** Whoever wants to try it logs in by one of these. */
    public List<DemoLogin> logins() {
        return DemoLogin.ALL;
    }

    /** Ends it; the service must still run. */
    public Future<Void> stop() {
        return run.stop().eventually(() -> history);
    }

    private void fillHistory(AppParts parts) {
        history = parts.background().<Void>call(() -> {
            run.fillHistory();
            return null;
        }).onFailure(fault -> LOG.warn("event=demo_history_failed fault={}", fault.toString()));
    }

    private static DemoParts demoParts(AppParts parts) {
        PasswordHasher hasher = parts.passwordHasher();
        return new DemoParts(parts.vertx(), parts.clock(), parts.pool(), parts.ids(), parts.places(),
                parts.credentials(), hasher,
                new RegisterStaff(parts.staffParts(hasher), parts.ids(), parts.clock()),
                new ManageBanks(parts.audit(), parts.ids(), parts.clock(), parts.dialects(), key -> false),
                new AppIssuing(parts).issueQrCode(), parts.recordDelivery());
    }

    /** A server that listens on every address is reached on the loopback one. */
    private static URI ownUrl(AppParts parts, int port) {
        String host = parts.config().http().host();
        boolean every = host.equals("0.0.0.0") || host.equals("::");
        String reachable = every ? "127.0.0.1" : host;
        return URI.create("http://" + (reachable.contains(":") ? "[" + reachable + "]" : reachable) + ':' + port);
    }
}
